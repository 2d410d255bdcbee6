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
}
