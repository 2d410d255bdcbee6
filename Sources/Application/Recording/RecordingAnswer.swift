public import Law
public import Records
public import Registry
public import Vocabulary

/// What was recorded (登记回执): each entry with its number, and what followed from it at once.
///
/// Whoever holds one has it durable.
public struct RecordingAnswer: Answer {
    /// Empty: it was there already.
    public let recorded: [RecordedEvent]
    /// Of each ground among them the body whose it is, by the edition that the entry names.
    public let bodies: [String: BodyName]
    /// What an edition that was activated changes.
    public let effect: ActivationEffect?
    /// What a correction changed, field by field.
    public let changes: [FieldChange]
    /// What it brings that cannot be as it stands, or should not have been.
    public let marks: [Caution]
    /// Whom the fields name and nobody has registered.
    public let unregistered: [NamedSubject]
    /// What nobody typed and the case or the sanction says; it stands in the entries.
    public let filled: [FilledIn]

    /// - Parameter law: Asked for only where a ground is among them: most receipts need no law.
    init(
        recorded: [RecordedEvent], under law: @autoclosure () throws -> Law,
        effect: ActivationEffect? = nil, changes: [FieldChange] = [], marks: [Caution] = [],
        unregistered: [NamedSubject] = [],
        filled: [FilledIn] = []
    ) rethrows {
        self.filled = filled
        self.unregistered = unregistered
        self.recorded = recorded
        self.marks = marks
        self.changes = changes
        self.effect = effect
        let editions = recorded.compactMap { $0.event.groundEdition }
        if editions.isEmpty {
            bodies = [:]
        } else {
            let law = try law()
            bodies = Dictionary(
                editions.map { ($0, law.name(ofEdition: $0)) }, uniquingKeysWith: { one, _ in one })
        }
    }

    /// The body whose ground an entry raises or dismisses; nil where it is about none, or names none.
    public func body(of event: Event) -> BodyName? { event.groundEdition.flatMap { bodies[$0] } }

    public func write(to writer: inout some FieldWriter) {
        if !changes.isEmpty {
            writer.list("changes", changes) { one, inner in
                inner.put("after", one.after)
                inner.put("before", one.before)
                inner.put("entry", one.entry)
                inner.put("field", one.field)
            }
        }
        writer.part("effect", effect) { $0.write(to: &$1) }
        writer.put(marks: marks)
        writer.list("recorded", recorded) { one, inner in
            inner.part("body", body(of: one.event)) { $0.write(to: &$1) }
            inner.put("cause", ifPresent: one.cause)
            inner.object("data") { one.event.write(to: &$0) }
            inner.put("entry", one.position)
            inner.put("on", ifPresent: one.on)
            inner.put("supersedes", ifPresent: one.supersedes)
            inner.put("type", one.event.type.name)
        }
        if !unregistered.isEmpty {
            writer.list("unregistered", unregistered) { one, inner in
                inner.put("field", one.field)
                inner.put("subject", one.subject)
            }
        }
    }
}

extension Event {
    /// The edition under which it raises or dismisses a ground.
    fileprivate var groundEdition: String? {
        let edition = self[GroundDetected.self]?.rulebook ?? self[GroundDismissed.self]?.rulebook
        return edition.flatMap { $0.isEmpty ? nil : $0 }
    }
}
