import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele verify`: recomputes everything, against any number of checkpoints kept elsewhere.
struct Verify: Directive {
    static let spoken = "verify"
    static let help = [
        "": "help.verify", "checkpoints": "help.verify.checkpoint", "cores": "help.verify.cores",
        "entriesOnly": "help.verify.entriesOnly",
    ]
    let checkpoints: [String]
    let cores: Int?
    /// In haste: without what the rows of the views say.
    let entriesOnly: Bool

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        checkpoints = try fields.given("checkpoints", \.checkpoints)
        cores = try fields.given("cores", \.cores)
        entriesOnly = try fields.given("entriesOnly", \.entriesOnly, or: false)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let kept = try checkpoints.map { path in
            OutsideCheckpoint(
                name: path,
                note: try SmallFile.beginning(
                    of: path, most: SignedNote.maximumBytes, program.text))
        }
        // Not as a ledger: one whose first entry is damaged is still looked at.
        let store = try program.access(typed).store()
        let verifier = LedgerVerifier(
            store, duties: program.duties, cores: cores ?? program.cores)
        let found = try program.showing(program.text("progress.verify")) { bar in
            try verifier.verify(against: kept, entriesOnly: entriesOnly) {
                bar.show(done: $0, total: $1)
            }
        }
        if typed.wantsJSON {
            program.out.json(VerificationRenderer.json(found), of: found.standing)
        } else {
            let renderer = VerificationRenderer(sheet: program.sheet)
            program.out.write(renderer.page(found, hasOutsideCheckpoint: !kept.isEmpty))
        }
        return found.isSound ? .sound : .damaged
    }
}
