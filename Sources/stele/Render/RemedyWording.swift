import Records

/// What a line of a trail says of a sanction after it was imposed.
extension EventWording {
    /// No `default:`: a new kind of event does not compile until its words have been found.
    func describe(_ event: MeasureEvent, on day: CalendarDate?, in line: inout Line) {
        switch event {
        case .sanctionServed(let fact):
            concerns(fact.subject, fact.sanction, &line)
            line.particulars.append(route(fact.route, stage: fact.stage, on: day))
            if let until = fact.remedyUntil {
                line.particulars.append(text("trace.remedyUntil", ["until": "\(until)"]))
            }
        case .sanctionExecuted(let fact):
            concerns(fact.subject, fact.sanction, &line)
            if let note = fact.note { line.particulars.append(words(note)) }
        case .sanctionVaried(let fact):
            concerns(fact.subject, fact.sanction, &line)
            says(varied(fact.measure, fact.months), &line)
            line.particulars.append(
                text("trace.variedBy", ["organ": text.label(.annulledBy, fact.by)]))
            if let appeal = fact.appeal { line.particulars.append(appeal.text) }
        case .reputationRestored(let fact):
            concerns(fact.subject, fact.sanction, &line)
            announced(fact.range, &line)
        case .compensationPaid(let fact):
            concerns(fact.subject, fact.sanction, &line)
            line.particulars.append(text("dossier.amount", ["amount": text.yuan(fact.amount)]))
        }
    }

    private func concerns(_ person: SubjectID?, _ sanction: SanctionID?, _ line: inout Line) {
        if let person { about(person, &line) }
        if let sanction { line.particulars.append(sanction.text) }
    }

    private func varied(_ measure: Measure, _ months: Int?) -> String {
        let what = text.label(.measure, measure)
        guard let months else { return what }
        let term = text("trace.months", ["months": "\(months)"])
        return text("trace.ranked", ["post": what, "rank": term])
    }
}

/// What a line of a trail says of a remedy: its stage, its outcome, the deadline that was told.
extension EventWording {
    /// No `default:`: a new kind of event does not compile until its words have been found.
    func describe(_ event: AppealEvent, on day: CalendarDate?, in line: inout Line) {
        if let tag = event.payload.tags.first(where: { $0.kind == .appeal }) {
            line.particulars.append(tag.identifier)
        }
        switch event {
        case .appealFiled(let fact):
            says(route(fact.route, stage: fact.stage, on: day), &line)
            concerns(fact.subject, fact.sanction, &line)
            if let by = fact.by { line.particulars.append(text.label(.appealBy, by)) }
            due(fact.due, "trace.due", &line)
            if fact.late == true { line.particulars.append(text("trace.late")) }
        case .admissibilityRuled(let fact):
            says(fact.admitted ? text("trace.admitted") : text("trace.inadmissible"), &line)
            concerns(fact.subject, fact.sanction, &line)
            if let reason = fact.reason {
                line.particulars.append(text.label(.inadmissibleReason, reason))
            }
            due(fact.due, "trace.decideBy", &line)
        case .panelFormed(let fact):
            line.particulars.append(
                fact.members.contains(subject)
                    ? text("trace.in", ["capacity": text("trace.panelMember")])
                    : text("trace.participants", ["count": text.number(fact.members.count)]))
        case .panelRecusalDeclared(let fact):
            line.particulars.append(named(fact.officer, as: text("trace.recused")))
            reason(fact.reason, &line)
        case .appealHeard(let fact): concerns(fact.subject, fact.sanction, &line)
        case .appealExtended(let fact):
            due(fact.until, "trace.decideBy", &line)
            reason(fact.reason, &line)
        case .appealDecided(let fact):
            says(text.label(.appealOutcome, fact.outcome), &line)
            concerns(fact.subject, fact.sanction, &line)
            if let measure = fact.measure {
                line.particulars.append(
                    text("trace.variedTo", ["measure": varied(measure, fact.months)]))
            }
            reason(fact.ground, &line)
        case .appealServed(let fact):
            concerns(fact.subject, fact.sanction, &line)
            due(fact.nextUntil, "trace.nextUntil", &line)
        case .appealWithdrawn(let fact): concerns(fact.subject, fact.sanction, &line)
        }
    }

    private func due(_ day: CalendarDate?, _ key: String, _ line: inout Line) {
        if let day { line.particulars.append(text(key, ["on": "\(day)"])) }
    }

    /// `复审`, as the rules in force then call the stage; its code where they are not at hand.
    private func route(_ code: String, stage: String?, on day: CalendarDate?) -> String {
        let route = rules(on: day)?.route(code)
        guard let stage else {
            let title = route.map { text.choose($0.titleChinese, $0.titleEnglish) }
            return title ?? text("trace.route", ["route": harmless(code)])
        }
        let title = route?.stage(stage).map { text.choose($0.titleChinese, $0.titleEnglish) }
        return title ?? harmless(stage)
    }
}

/// What a line of a trail says of units and of the law.
extension EventWording {
    func describe(_ event: OrganisationEvent, in line: inout Line) {
        switch event {
        case .organisationRestructured(let fact):
            line.particulars.append(
                fact.successor == subject
                    ? text("trace.predecessor", ["unit": fact.predecessor.text])
                    : text("trace.successor", ["unit": fact.successor.text]))
            document(fact.document, &line)
        }
    }

    func describe(_ event: LawEvent, in line: inout Line) {
        switch event {
        case .rulebookActivated(let fact):
            line.particulars.append("\(fact.rulebook)/\(fact.version)")
        case .calendarLoaded(let fact): line.particulars.append("\(fact.calendarYear)")
        }
    }
}
