internal import Law
public import Registry
public import Vocabulary

/// What was recorded (登记回执): each entry with its number, and what followed from it at once.
///
/// Whoever holds one has it durable.
public struct RecordingAnswer: Answer {
    /// Empty: it was there already.
    public let recorded: [RecordedEvent]
    /// What an edition that was activated changes.
    public let effect: ActivationEffect?

    public func write(to writer: inout some FieldWriter) {
        writer.part("effect", effect) { $0.write(to: &$1) }
        writer.list("recorded", recorded) { one, inner in
            inner.put("cause", ifPresent: one.cause)
            inner.object("data") { one.event.write(to: &$0) }
            inner.put("entry", one.position)
            inner.put("on", ifPresent: one.on)
            inner.put("supersedes", ifPresent: one.supersedes)
            inner.put("type", one.event.type.name)
        }
    }
}
