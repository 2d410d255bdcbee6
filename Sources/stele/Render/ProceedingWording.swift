import Records

/// What a line of a trail says of the course of an accountability case.
extension EventWording {
    /// No `default:`: a new kind of event does not compile until its words have been found.
    func describe(_ event: ProceedingEvent, on day: CalendarDate?, in line: inout Line) {
        switch event {
        case .recusalDeclared(let fact):
            line.particulars.append(named(fact.officer, as: text("trace.recused")))
            reason(fact.reason, &line)
        case .factsNotified(let fact):
            about(fact.subject, &line)
            officer(fact.officer, &line)
        case .defenceHeard(let fact):
            about(fact.subject, &line)
            if let accepted = fact.accepted {
                line.particulars.append(text("trace.accepted", ["points": words(accepted)]))
            }
            officer(fact.officer, &line)
        case .defenceWaived(let fact):
            about(fact.subject, &line)
            document(fact.instrument, &line)
        case .mitigationFound(let fact):
            about(fact.subject, &line)
            let known = rules(on: day)?.mitigation(fact.code)
            line.particulars.append(
                known.map { text.choose($0.chinese, $0.english) } ?? harmless(fact.code))
            if !fact.evidence.isEmpty {
                line.particulars.append(text.evidence(fact.evidence.map(\.entry)))
            }
        case .caseTransferred(let fact):
            if let person = fact.subject { about(person, &line) }
            line.particulars += [
                text("trace.to", ["subject": fact.organ.text]),
                text.label(.transferReason, fact.reason),
            ]
        case .transferAnswered(let fact):
            if let person = fact.subject { about(person, &line) }
            says(text.label(.transferOutcome, fact.outcome), &line)
            line.particulars.append(text("trace.by", ["subject": fact.organ.text]))
            document(fact.document, &line)
        case .expertConductNotified(let fact):
            line.particulars += [
                named(fact.expert, as: text("trace.expert")),
                text("trace.to", ["subject": fact.department.text]),
            ]
            document(fact.document, &line)
        case .expertConductAnswered(let fact):
            line.particulars += [
                named(fact.expert, as: text("trace.expert")),
                text("trace.by", ["subject": fact.department.text]), words(fact.outcome),
            ]
            document(fact.document, &line)
        case .benefitAdjustmentRecommended(let fact):
            about(fact.subject, &line)
            line.particulars += [
                text("trace.onlyRecommended"),
                text("trace.fitting", ["measure": text.label(.measure, fact.fitting)]),
            ]
            if let advice = fact.advice { line.particulars.append(words(advice)) }
        case .personCleared(let fact):
            about(fact.subject, &line)
            announced(fact.range, &line)
        case .caseReopened(let fact): reason(fact.reason, &line)
        }
    }

    private func officer(_ officer: SubjectID?, _ line: inout Line) {
        if let officer { line.particulars.append(named(officer, as: text("trace.officer"))) }
    }

    func announced(_ range: AnnouncementRange, _ line: inout Line) {
        line.particulars.append(
            text("trace.announced", ["range": text.label(.announcementRange, range)]))
    }
}
