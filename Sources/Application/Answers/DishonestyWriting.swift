internal import Law
public import Records
public import Registry
public import Vocabulary

/// The records of dishonesty, by identifier.
public struct DishonestyAnswer: Answer {
    public let times: Times
    public let records: Windowed<DishonestyView>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.more(records)
        writer.list("records", records.rows) { $0.summary(to: &$1) }
    }
}

extension DishonestyView: Answer {
    /// Writes the record as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("act", course.act)
        writer.put("actOn", course.actOn.description)
        writer.put("annulment", entry: course.annulment)
        writer.put("asOf", date.description)
        writer.object("catalogue") { inner in
            inner.put("edition", ifPresent: course.catalogue.edition)
            inner.put("item", ifPresent: course.catalogue.item)
            inner.put("scope", code: course.catalogue.scope)
        }
        writer.put("compensations", entries: course.compensations)
        writer.part("continuing", continuing) { rule, inner in
            inner.put("entry", rule.position)
            inner.put("number", rule.fact.number)
            inner.put("rule", rule.fact.rule)
        }
        writer.put("corrections", entries: course.corrections)
        writer.put("document", entry: document)
        writer.put("entered", entry: course.entry)
        writer.put("explanations", entries: course.explanations)
        writer.put("gradings", entries: course.gradings)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put("leniencies", entries: course.leniencies)
        writer.put("links", entries: course.links)
        writer.put("notified", entry: course.notification)
        writer.list("objections", course.objections) { one, inner in
            inner.put("entry", one.filing.position)
            inner.put("objection", one.objection)
            inner.put("outcome", ifPresentCode: one.outcome)
            inner.put("state", code: one.state)
        }
        writer.put("orders", entries: course.orders)
        writer.put("proposed", entry: course.proposal)
        writer.put("rectified", entry: course.rectification)
        writer.list("repairs", course.repairs) { one, inner in
            inner.put("entry", one.application.position)
            inner.put("repair", one.repair)
            inner.put("state", code: one.state)
        }
        writer.put("restorations", entries: course.restorations)
        writer.part("role", course.proposal.fact.role) { $0.write(to: &$1) }
        writer.put("statements", entries: course.statements)
        writer.put("variations", entries: course.variations)
        summary(to: &writer)
        if let settings = period?.settings, !settings.isEmpty {
            writer.put("settings", settings.map(\.code))
        }
    }

    /// What a list and a status tell of it.
    func summary(to writer: inout some FieldWriter) {
        writer.put("entry", course.proposal.position)
        writer.put("grade", ifPresent: period?.grade?.code)
        writer.put("instrument", course.proposal.fact.instrument)
        writer.put("kind", course.proposal.fact.kind)
        writer.put("minimum", ifPresent: period?.minimum)
        writer.put("record", record)
        writer.put("regime", ifPresent: period?.regime?.code)
        writer.put("shownUntil", ifPresent: shownUntil)
        writer.put("state", code: state)
        writer.put("subject", subject)
        if isUnrectified { writer.put("unrectified", true) }
    }
}
