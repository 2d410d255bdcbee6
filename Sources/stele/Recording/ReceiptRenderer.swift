import Application
import Chain
import Law
import Records
import Vocabulary
import Wording

/// What was recorded: each entry with its number, and what followed from it at once.
struct ReceiptRenderer {
    let text: Text

    func page(_ answer: RecordingAnswer) -> String {
        guard !answer.recorded.isEmpty else { return text("record.already") + "\n" }
        return answer.recorded.map { line($0, answer.body(of: $0.event)) }
            .joined(separator: "\n") + "\n"
    }

    private func line(_ recorded: RecordedEvent, _ body: BodyName?) -> String {
        let what = text.heading(of: recorded.event)
        let entry = "\(recorded.position)"
        if let ground = recorded.event[GroundDetected.self] {
            let named = body.map { text.called($0) } ?? harmless(ground.rulebook)
            if ground.evidence.isEmpty {
                return text(
                    "record.groundAlone",
                    ["entry": entry, "ground": harmless(ground.ground), "body": named])
            }
            return text(
                "record.ground",
                [
                    "entry": entry, "ground": harmless(ground.ground), "body": named,
                    "evidence": ground.evidence.map { "\($0.entry)" }
                        .joined(separator: text("help.comma")),
                ])
        }
        return recorded.cause == nil
            ? text("record.done", ["entry": entry, "what": what])
            : text("record.followed", ["entry": entry, "what": what])
    }
}
