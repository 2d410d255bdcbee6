import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele export`: writes the bundle that two independent programs can verify.
struct Export: Directive {
    static let spoken = "export"
    static let help = ["": "help.export", "to": "help.export.to"]
    let to: String

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        to = try fields.given("to", \.to)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let access = try program.access(typed)
        let to = try access.output(to)
        let ledger = try access.reading()
        let text = program.text
        let done = try program.showing(text("progress.export")) { bar in
            try ledger.namingDamage {
                try ledger.export(to: to) { bar.show(done: $0, total: $1) }
            }
        }
        let reach = try ledger.reach()
        try program.tell(typed, of: ledger) { object in
            object.put("checkpoints", done.checkpoints)
            object.put("directory", to)
            object.put("entries", done.entries)
        } lines: {
            [
                text(
                    "export.done",
                    [
                        "directory": harmless(to), "entries": text.number(done.entries),
                        "checkpoints": text.number(done.checkpoints),
                    ])
            ] + program.sheet.proof(reach)
        }
        return .sound
    }
}
