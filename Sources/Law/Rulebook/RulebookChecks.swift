extension Rulebook {
    /// How it contradicts itself; empty: it does not.
    ///
    /// That every entry cites a source is held by reading: there is no entry without one.
    public func faults() -> [RulebookFault] {
        (articles.isEmpty ? [.noArticles] : []) + dayFaults + codeFaults + measureFaults
            + combinationFaults + personnelFaults + floorFaults + groundFaults + routeFaults
            + creditFaults
    }

    private var dayFaults: [RulebookFault] {
        guard let inForceUntil, inForceUntil < inForceFrom else { return [] }
        return [.endsBeforeBeginning(from: inForceFrom, until: inForceUntil)]
    }

    private var codeFaults: [RulebookFault] {
        var faults: [RulebookFault] = []
        func twice(_ list: String, _ entries: [(code: String, source: String)]) {
            var seen: Set<String> = []
            for entry in entries where !seen.insert(entry.code).inserted {
                faults.append(.codeTwice(at: "\(list) \(entry.code)", source: entry.source))
            }
        }
        twice("articles", articles.map { ($0.code, $0.code) })
        twice("tasks", tasks.map { (String($0.number), $0.source) })
        twice("steps", steps.map { ($0.code, $0.source) })
        twice("grounds", grounds.map { ($0.code, $0.source) })
        twice("families", families.map { ($0.code, $0.source) })
        twice("measures", measures.map { ($0.code, $0.source) })
        for measure in measures {
            twice("measures \(measure.code), effects", measure.effects.map { ($0.code, $0.source) })
        }
        twice("mitigations", mitigations.map { ($0.code, $0.source) })
        twice("aggravations", aggravations.map { ($0.code, $0.source) })
        twice("conduct", conduct.map { ($0.code, $0.rule) })
        twice("conduct", conduct.map { ($0.rule, $0.rule) })
        twice("routes", routes.map { ($0.code, $0.source) })
        for route in routes {
            twice("routes \(route.code), stages", route.stages.map { ($0.code, $0.source) })
        }
        twice("clocks", clocks.map { ($0.code, $0.source) })
        twice(
            "catalogue", (catalogue.kinds + catalogue.exclusions).map { ($0.code, $0.source) })
        twice("settings", settings.map { ($0.code, $0.source) })
        twice("personnel", personnel.map { ($0.code, $0.source) })
        twice("floors", floors.map { ($0.code, $0.source) })
        twice("ranks", ranks.map { ($0.code, $0.source) })
        twice("ranks, names", ranks.flatMap { rank in rank.names.map { ($0, rank.source) } })
        return faults
    }

    private var measureFaults: [RulebookFault] {
        var faults: [RulebookFault] = []
        for measure in measures {
            if family(measure.family) == nil {
                faults.append(
                    .unknownFamily(
                        measure: measure.code, family: measure.family, source: measure.source))
            }
            if (measure.term == .period) != (measure.months != nil) {
                faults.append(.termWithoutMonths(measure: measure.code, source: measure.source))
            }
            for effect in measure.effects {
                if effect.isTimed, effect.months == nil, effect.monthsSetting == nil {
                    faults.append(
                        .termWithoutMonths(measure: measure.code, source: effect.source))
                }
                guard let code = effect.monthsSetting, number(code) == nil else { continue }
                faults.append(
                    .unknownSetting(measure: measure.code, setting: code, source: effect.source))
            }
        }
        for family in families {
            let ranked = measures.filter { $0.family == family.code && $0.rank != nil }
                .sorted { ($0.rank ?? 0, $0.code) < ($1.rank ?? 0, $1.code) }
            for (lighter, heavier) in zip(ranked, ranked.dropFirst())
            where lighter.rank == heavier.rank {
                faults.append(
                    .rankTwice(
                        measure: heavier.code, other: lighter.code, family: family.code,
                        source: heavier.source))
            }
            // A measure without months between two with them says nothing of either.
            let timed = ranked.filter { $0.months != nil }
            for (lighter, heavier) in zip(timed, timed.dropFirst())
            where (heavier.months ?? 0) < (lighter.months ?? 0) {
                faults.append(
                    .monthsFall(
                        measure: heavier.code, below: lighter.code, source: heavier.source))
            }
        }
        return faults
    }

    private var personnelFaults: [RulebookFault] {
        // Rules without measures leave them to those that they stand beside.
        if measures.isEmpty { return [] }
        return personnel.flatMap { sort in
            sort.measures.filter { measure($0) == nil }.map {
                .unknownMeasureOfPersonnel(sort.code, measure: $0, source: sort.source)
            }
        }
    }

    private var floorFaults: [RulebookFault] {
        if measures.isEmpty { return [] }
        return floors.flatMap { floor in
            [floor.measure, floor.measureApproved].compactMap(\.self).filter {
                measure($0) == nil
            }.map { .unknownMeasureOfFloor(floor.code, measure: $0, source: floor.source) }
        }
    }

    private var combinationFaults: [RulebookFault] {
        var faults: [RulebookFault] = []
        let maximum = combination.maximumMonths
        for measure in measures {
            guard let months = measure.months, months > maximum else { continue }
            faults.append(
                .combinationTooShort(
                    maximum: maximum, measure: measure.code, months: months,
                    source: combination.source))
        }
        let code = "maximumCombinedMonths"
        if setting(code) != nil, number(code) != maximum {
            faults.append(
                .combinationDiffers(maximum: maximum, setting: code, source: combination.source))
        }
        return faults
    }

    private var groundFaults: [RulebookFault] {
        var faults: [RulebookFault] = []
        var raised: [Trigger: String] = [:]
        for ground in grounds {
            if article(ground.article) == nil {
                faults.append(.unknownArticle(ground: ground.code, article: ground.article))
            }
            if let code = ground.step, step(code) == nil {
                faults.append(
                    .unknownStep(ground: ground.code, step: code, source: ground.source))
            }
            switch (ground.detectedBy, ground.trigger) {
            case (.machine, nil), (.part, nil):
                faults.append(.triggerMissing(ground: ground.code, source: ground.source))
            case (.people, .some), (.none, .some):
                faults.append(.triggerTooMany(ground: ground.code, source: ground.source))
            case (.machine, .some), (.part, .some), (.people, nil), (.none, nil): break
            }
            guard let trigger = ground.trigger else { continue }
            if let other = raised[trigger] {
                faults.append(
                    .triggerTwice(ground: ground.code, other: other, source: ground.source))
            }
            raised[trigger] = ground.code
        }
        return faults
    }

    private var routeFaults: [RulebookFault] {
        var faults: [RulebookFault] = []
        for route in routes {
            if route.stages.isEmpty {
                faults.append(.noStages(route: route.code, source: route.source))
            }
            for code in route.personnel where personnel(code) == nil {
                faults.append(
                    .unknownPersonnel(route: route.code, personnel: code, source: route.source))
            }
            for stage in route.stages {
                for code in stage.clocks where clock(code) == nil {
                    faults.append(
                        .unknownClock(
                            route: route.code, stage: stage.code, clock: code,
                            source: stage.source))
                }
                if case .setting(let code) = stage.decideFrom, decideStart(stage) == nil {
                    faults.append(
                        .unknownStart(
                            route: route.code, stage: stage.code, setting: code,
                            source: stage.source))
                }
            }
        }
        for clock in clocks {
            for code in clock.measures ?? [] where measure(code) == nil {
                faults.append(
                    .unknownMeasure(clock: clock.code, measure: code, source: clock.source))
            }
        }
        return faults
    }
}
