extension Rulebook {
    /// How what it says of records of dishonesty contradicts itself, or the rest of it.
    var creditFaults: [RulebookFault] {
        guard let credit else { return [] }
        return credit.codeFaults + credit.organFaults + credit.periodFaults
            + credit.settings.filter { setting($0.setting) == nil }.map {
                .unknownSettingOf($0.at, setting: $0.setting, source: $0.source)
            }
    }
}

extension CreditRules {
    fileprivate var codeFaults: [RulebookFault] {
        var faults: [RulebookFault] = []
        func twice(_ list: String, _ entries: [(code: String, source: String)]) {
            var seen: Set<String> = []
            for entry in entries where !seen.insert(entry.code).inserted {
                faults.append(.codeTwice(at: "\(list) \(entry.code)", source: entry.source))
            }
        }
        twice("organs", organs.map { ($0.code, $0.source) })
        twice("instrumentKinds", instrumentKinds.map { ($0.code, $0.source) })
        twice("profiles", profiles.map { ($0.code, $0.source) })
        for profile in profiles {
            twice("profiles \(profile.code)", profile.grades.map { ($0.code, $0.source) })
        }
        twice(
            "catalogues",
            catalogues.map { ("\($0.scope.rawValue) \($0.edition) \($0.code)", $0.source) })
        twice("objectionGrounds", objectionGrounds.map { ($0.code, $0.source) })
        twice("measures", measures.map { ($0.code, $0.source) })
        twice("disclosureBases", disclosureBases.map { ($0.code, $0.source) })
        twice("masks", masks.map { ($0.code, $0.source) })
        return faults
    }

    private func unknown(
        _ sorts: [String], at place: String, _ source: String
    ) -> [RulebookFault] {
        sorts.filter { organ($0) == nil && $0 != InstrumentKind.imposer }.map {
            .unknownOrgan(at: place, organ: $0, source: source)
        }
    }

    fileprivate var organFaults: [RulebookFault] {
        instrumentKinds.flatMap {
            unknown($0.organs + $0.recorders, at: "instrumentKinds \($0.code)", $0.source)
        }
            + measures.flatMap { unknown($0.organs, at: "measures \($0.code)", $0.source) }
            + unknown(reportingOrgans, at: "reportingOrgans", "XZZ-2020-26-T10")
    }

    fileprivate var periodFaults: [RulebookFault] {
        profiles.flatMap { profile -> [RulebookFault] in
            let own = [(profile.minimumMonths, profile.maximumMonths, profile.source)]
            let all =
                own + profile.grades.map { ($0.minimumMonths, $0.maximumMonths, $0.source) }
                + [(profile.safetyMinimumMonths, profile.maximumMonths, profile.source)]
            return all.filter { least, most, _ in (least ?? 0) > (most ?? .max) }.map {
                .maximumBelowMinimum(at: "profiles \(profile.code)", source: $0.2)
            }
        }
    }

    /// The settings that something hangs on, and what.
    fileprivate var settings: [(at: String, setting: String, source: String)] {
        instrumentKinds.flatMap { kind in
            [kind.setting, kind.recordersSetting].compactMap(\.self).map {
                ("instrumentKinds \(kind.code)", $0, kind.source)
            }
        }
            + profiles.compactMap { profile in
                profile.maximumSetting.map { ("profiles \(profile.code)", $0, profile.source) }
            }
    }
}
