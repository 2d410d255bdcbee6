internal import Law
public import Records
internal import Registry
public import Vocabulary

/// One case, with what people call those who are named in it.
public struct CaseAnswer: Answer {
    public let view: CaseView
    public let names: [SubjectID: String]

    public func write(to writer: inout some FieldWriter) { view.write(to: &writer) }
}

/// Every case known by then, by identifier.
public struct CasesAnswer: Answer {
    public let times: Times
    public let cases: [CaseSummary]

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.list("cases", cases) { $0.write(to: &$1) }
    }
}

extension CaseView {
    /// Everybody and every organ that a page names.
    var subjects: [SubjectID] {
        let named = persons.map(\.subject) + steps.compactMap(\.subject)
        let organs =
            [opening?.fact.authority].compactMap { $0 } + transfers.map(\.fact.fact.organ)
            + experts.map(\.notice.fact.department) + experts.map(\.notice.fact.expert)
        return named + organs + recusals.map(\.fact.officer)
    }
}

extension CaseView {
    /// Writes the case as one object, for programs.
    func write(to writer: inout some FieldWriter) {
        writer.put("authority", ifPresent: opening?.fact.authority)
        writer.put("case", self.case)
        writer.part("closing", closing) { $0.writeEntry(to: &$1) }
        writer.list("complaints", complaints) { $0.writeEntry(to: &$1) }
        writer.put("asOf", date.description)
        writer.put("decision", ifPresent: opening?.fact.decision)
        writer.list("experts", experts) { $0.write(to: &$1) }
        writer.put(list: "grounds", opening?.fact.grounds ?? [])
        writer.list("investigators", investigators) { $0.writeEntry(to: &$1) }
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.part("opening", opening) { $0.writeEntry(to: &$1) }
        writer.list("persons", persons) { $0.write(to: &$1) }
        writer.list("recusals", recusals) { $0.writeEntry(to: &$1) }
        writer.put("state", code: state)
        writer.array("steps", count: steps.count) { index, inner in
            inner.put("on", ifPresent: steps[index].on)
            inner.put("entry", steps[index].position)
            inner.put("subject", ifPresent: steps[index].subject)
            inner.put("type", steps[index].event.type.name)
        }
        writer.list("transfers", transfers) { $0.write(to: &$1) }
    }
}

extension CaseView.Expert {
    func write(to writer: inout some FieldWriter) {
        writer.part("answer", answer) { $0.writeEntry(to: &$1) }
        writer.put("department", notice.fact.department)
        writer.put("expert", notice.fact.expert)
        writer.put("on", ifPresent: notice.on)
        writer.put("entry", notice.position)
    }
}

extension CaseView.Transfer {
    func write(to writer: inout some FieldWriter) {
        writer.list("answers", answers) { $0.writeEntry(to: &$1) }
        writer.put("on", ifPresent: fact.on)
        writer.put("organ", fact.fact.organ)
        writer.put("entry", fact.position)
        writer.put("reason", code: fact.fact.reason)
        writer.put("subject", ifPresent: fact.fact.subject)
    }
}

extension CasePerson {
    func write(to writer: inout some FieldWriter) {
        writer.put("basis", ifPresentCode: naming.fact.responsibility)
        writer.list("benefitAdvice", benefitAdvice) { $0.writeEntry(to: &$1) }
        writer.part("clearing", clearing) { $0.writeEntry(to: &$1) }
        writer.part("defence", defence) { $0.write(to: &$1) }
        writer.put("dissent", ifPresent: dissent)
        writer.list("findings", findings) { $0.writeEntry(to: &$1) }
        writer.list("mitigations", mitigations) { $0.writeEntry(to: &$1) }
        writer.object("naming") { naming.writeEntry(to: &$0) }
        writer.part("notification", notification) { $0.writeEntry(to: &$1) }
        writer.put("opinion", ifPresentCode: naming.fact.opinion)
        writer.object("role") { naming.fact.role.write(to: &$0) }
        writer.list("sanctions", sanctions) { $0.write(to: &$1) }
        writer.put("state", code: state)
        writer.put("subject", subject)
        writer.put("successor", ifPresent: successor)
        writer.part("transfer", transfer) { $0.writeEntry(to: &$1) }
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
        writer.put("authority", ifPresent: authority)
        writer.put("case", self.case)
        writer.put("decision", ifPresent: decision)
        writer.put("openedOn", ifPresent: openedOn)
        writer.put("persons", persons.map(\.text))
        writer.put("state", code: state)
        writer.put("sustained", sustained)
    }
}
