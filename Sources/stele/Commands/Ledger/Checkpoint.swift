import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele checkpoint`: recomputes the root from the lines, signs it, and prints the note that must
/// leave this machine.
struct CheckpointCommand: Writing {
    static let spoken = "checkpoint"
    static let help = [
        "": "help.checkpoint", "key": "help.checkpoint.key",
        "signAnyway": "help.checkpoint.signAnyway",
    ]
    let key: String?
    let signAnyway: Bool

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        key = try fields.given("key", \.key)
        signAnyway = try fields.given("signAnyway", \.signAnyway, or: false)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let access = try program.access(typed)
        let ledger = try access.writing(as: "stele checkpoint")
        let memory = SignedMemory(ofKey: key ?? access.keyPath, program.text)
        let key = try access.signingKey(key, for: ledger.identity)
        let before = try memory.read().map { OutsideCheckpoint(name: memory.path, note: $0) }
        let signed = try program.showing(program.text("progress.verify")) { bar in
            try ledger.checkpoint(
                signingWith: key, after: before, despiteIt: signAnyway, cores: program.cores
            ) { bar.show(done: $0, total: $1) }
        }
        let note = signed.note
        if signed.isNewest { memory.keep(note) { program.notice($0) } }
        if typed.wantsJSON {
            var object = CanonicalObject()
            object.set("note", String(decoding: note, as: UTF8.self))
            program.out.json(object, of: try ledger.standing())
        } else {
            // Byte for byte what was signed, so that `> file` keeps a valid note; advice goes aside.
            program.out.write(note)
            program.error.line(program.text("checkpoint.keepElsewhere"))
        }
        return .sound
    }
}
