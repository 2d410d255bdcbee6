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
        let lines = answer.recorded.flatMap { recorded in
            [line(recorded, answer.body(of: recorded.event))] + marks(recorded.event)
                + answer.changes.filter { $0.entry == recorded.position }.map(change)
        }
        let unregistered = answer.unregistered.map { one in
            text(
                "record.unregistered",
                ["field": harmless(one.field), "subject": harmless(one.subject.text)])
        }
        let filled = answer.filled.first.map { first in
            let what = answer.filled.map { "--\($0.field) \(harmless($0.value))" }
            return text(
                "record.filled",
                ["what": what.joined(separator: " "), "from": harmless(first.from)])
        }
        let brought = answer.marks.map { text.mark($0, as: "record.mark") }
        return (lines + [filled].compactMap(\.self) + brought + unregistered).joined(
            separator: "\n") + "\n"
    }

    /// What an entry stores as such.
    private func marks(_ event: Event) -> [String] {
        guard case .texts(let marks)? = event.tree["irregularities"] else { return [] }
        return ["  " + text.marked(marks)]
    }

    /// `  rank: 一级科员 → nothing`.
    private func change(_ change: FieldChange) -> String {
        text(
            "record.changed",
            [
                "field": harmless(change.field), "before": said(change.before, change.field),
                "after": said(change.after, change.field),
            ])
    }

    private func said(_ value: FieldTree.Value?, _ field: String) -> String {
        guard let value else { return text("record.nothing") }
        return switch value {
        case .text(let said): harmless(said)
        case .number(let fen) where Written.isAmount(field):
            text("dossier.amount", ["amount": text.yuan(fen)])
        case .number(let number): "\(number)"
        case .flag(let flag): text(flag ? "record.yes" : "record.no")
        case .texts(let texts): texts.map(harmless).joined(separator: text("help.comma"))
        case .sealed(let sealed, _): text.words(sealed)
        case .object(let tree): text("record.parts", ["count": "\(tree.members.count)"])
        case .objects(let trees): text("record.parts", ["count": "\(trees.count)"])
        }
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
