internal import Law
public import Records
public import Registry
public import Vocabulary

/// Every case known by then, by identifier.
public struct CasesAnswer: Answer {
    public let times: Times
    public let cases: Windowed<CaseSummary>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.list("cases", cases.rows) { $0.write(to: &$1) }
        writer.more(cases)
        writer.list("stages", stages) { one, inner in
            inner.put("cases", one.count)
            inner.put("stage", code: one.stage)
        }
    }

    /// How many of the listed ones stand at which stage, in the order of the stages; where there are
    /// none of a stage it is left out, so that the counts add up to the lines.
    public var stages: [(stage: CaseState, count: Int)] {
        let counts = Dictionary(grouping: cases.rows, by: \.state).mapValues(\.count)
        return CaseState.allCases.compactMap { stage in counts[stage].map { (stage, $0) } }
    }
}

extension CaseView {
    /// Everybody and every organ that a page names.
    var subjects: [SubjectID] {
        let named = persons.map(\.subject) + steps.compactMap(\.subject)
        let organs =
            [opening?.fact.authority].compactMap { $0 } + transfers.map(\.fact.fact.organ)
            + experts.map(\.notice.fact.department) + experts.map(\.notice.fact.expert)
        return named + units.map(\.unit) + organs + recusals.map(\.fact.officer)
    }
}

extension CaseView: Answer {
    /// Writes the case as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("authority", ifPresent: opening?.fact.authority)
        writer.put("case", self.case)
        writer.put("closing", entry: closing)
        writer.put("complaints", entries: complaints)
        writer.put("asOf", date.description)
        writer.put("decision", ifPresent: opening?.fact.decision)
        writer.list("experts", experts) { $0.write(to: &$1) }
        writer.put(list: "grounds", opening?.fact.grounds ?? [])
        writer.put("investigators", entries: investigators)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put("opening", entry: opening)
        writer.list("persons", persons) { $0.write(to: &$1) }
        writer.put("recusals", entries: recusals)
        writer.put("state", code: state)
        writer.list("steps", steps) { step, inner in
            inner.put("on", ifPresent: step.on)
            inner.put("entry", step.position)
            inner.put("subject", ifPresent: step.subject)
            inner.put("type", step.event.type.name)
        }
        writer.list("transfers", transfers) { $0.write(to: &$1) }
        if !units.isEmpty { writer.list("units", units) { $0.write(to: &$1) } }
    }
}

extension CaseView.Expert {
    func write(to writer: inout some FieldWriter) {
        writer.put("answer", entry: answer)
        writer.put("department", notice.fact.department)
        writer.put("expert", notice.fact.expert)
        writer.put("on", ifPresent: notice.on)
        writer.put("entry", notice.position)
    }
}

extension CaseView.Transfer {
    func write(to writer: inout some FieldWriter) {
        writer.put("answers", entries: answers)
        writer.put("on", ifPresent: fact.on)
        writer.put("organ", fact.fact.organ)
        writer.put("entry", fact.position)
        writer.put("reason", code: fact.fact.reason)
        writer.put("subject", ifPresent: fact.fact.subject)
    }
}

extension CaseUnit {
    func write(to writer: inout some FieldWriter) {
        writer.put("findings", entries: findings)
        writer.put("namings", entries: namings)
        writer.put("successor", ifPresent: successor)
        writer.put("unit", unit)
    }
}

extension CasePerson {
    func write(to writer: inout some FieldWriter) {
        writer.put("basis", ifPresentCode: naming.fact.responsibility)
        writer.put("benefitAdvice", entries: benefitAdvice)
        if !benefits.isEmpty { writer.put("benefits", entries: benefits) }
        writer.put("clearing", entry: clearing)
        if !consents.isEmpty { writer.put("consents", entries: consents) }
        writer.part("defence", defence) { $0.write(to: &$1) }
        writer.put("dissent", ifPresent: dissent)
        writer.put("findings", entries: findings)
        if !judgments.isEmpty { writer.put("judgments", entries: judgments) }
        writer.put(marks: marks)
        writer.put("mitigations", entries: mitigations)
        writer.put("naming", entry: naming)
        writer.put("notification", entry: notification)
        writer.put("opinion", ifPresentCode: naming.fact.opinion)
        writer.object("role") { role.write(to: &$0) }
        writer.list("sanctions", sanctions) { $0.write(to: &$1) }
        writer.put("state", code: state)
        writer.put("subject", subject)
        writer.put("successor", ifPresent: successor)
        writer.put("transfer", entry: transfer)
        writer.object("whereabouts") { whereabouts.write(to: &$0) }
    }
}

extension CasePerson.Defence {
    func write(to writer: inout some FieldWriter) {
        switch self {
        case .heard(let fact):
            fact.writeEntry(to: &writer)
            writer.put("waived", false)
        case .waived(let fact):
            fact.writeEntry(to: &writer)
            writer.put("waived", true)
        }
    }
}

extension CaseSummary {
    func write(to writer: inout some FieldWriter) {
        writer.put("ageDays", ifPresent: ageDays)
        writer.put("authority", ifPresent: authority)
        writer.put("case", self.case)
        writer.put("decision", ifPresent: decision)
        writer.put("openedOn", ifPresent: openedOn)
        writer.put("persons", persons.map(\.text))
        writer.put("state", code: state)
        writer.put("sustained", sustained)
    }
}
