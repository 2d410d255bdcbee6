import Chain
import Law
import Records
import Vocabulary
import Wording

/// What was recorded: each entry with its number, and what followed from it at once.
struct ReceiptRenderer {
    let text: Text

    func page(_ recorded: [RecordedEvent]) -> String {
        guard !recorded.isEmpty else { return text("record.already") + "\n" }
        return recorded.map(line).joined(separator: "\n") + "\n"
    }

    private func line(_ recorded: RecordedEvent) -> String {
        let what = text.heading(of: recorded.event)
        let entry = "\(recorded.position)"
        if let ground = recorded.event[GroundDetected.self] {
            if ground.evidence.isEmpty {
                return text(
                    "record.groundAlone", ["entry": entry, "ground": harmless(ground.ground)])
            }
            return text(
                "record.ground",
                [
                    "entry": entry, "ground": harmless(ground.ground),
                    "evidence": ground.evidence.map { "\($0.entry)" }
                        .joined(separator: text("help.comma")),
                ])
        }
        return recorded.cause == nil
            ? text("record.done", ["entry": entry, "what": what])
            : text("record.followed", ["entry": entry, "what": what])
    }

    /// One object: `recorded[]`, each with `position`, `type`, `on?`, `cause?` (the entry it follows
    /// from), `supersedes?` and `data`. Empty: it was there already.
    static func json(_ recorded: [RecordedEvent]) -> CanonicalObject {
        var object = CanonicalObject()
        object.set(
            "recorded",
            recorded.map { one in
                var entry = CanonicalObject()
                if let cause = one.cause { entry.set("cause", cause) }
                var data = JSONFields()
                one.event.write(to: &data)
                entry.set("data", data.object)
                if let on = one.on { entry.set("on", on.description) }
                entry.set("position", one.position)
                if let superseded = one.supersedes { entry.set("supersedes", superseded) }
                entry.set("type", one.event.type.name)
                return entry
            })
        return object
    }
}
