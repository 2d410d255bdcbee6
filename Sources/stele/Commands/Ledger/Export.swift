import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele export`: writes the bundle that two independent programs can verify.
struct Export: Directive {
    static let spoken = "export"
    static let about: String? = nil
    static let help = [
        "": "help.export",
        "to": "help.export.to",
    ]
    let to: String

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        to = try fields.given("to", \.to)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let ledger = try program.access(typed).reading()
        let bar = ProgressBar(program, label: program.text("progress.export"), unit: .entries)
        defer { bar.finish() }
        let done = try ledger.export(
            to: to, progress: { bar.show(done: $0, total: $1) })
        bar.finish()
        if typed.wantsJSON {
            var object = CanonicalObject()
            object.set("checkpoints", done.checkpoints)
            object.set("directory", to)
            object.set("entries", done.entries)
            program.out.json(object, of: try ledger.standing())
        } else {
            program.out.line(
                program.text(
                    "export.done",
                    [
                        "directory": harmless(to), "entries": program.text.number(done.entries),
                        "checkpoints": program.text.number(done.checkpoints),
                    ]))
        }
        return .sound
    }
}
