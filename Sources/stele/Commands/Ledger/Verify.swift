import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele verify`: recomputes everything, against any number of checkpoints kept elsewhere.
struct Verify: Directive {
    static let spoken = "verify"
    static let about: String? = nil
    static let help = [
        "": "help.verify",
        "checkpoints": "help.verify.checkpoint",
        "cores": "help.verify.cores",
    ]
    let checkpoints: [String]
    let cores: Int?

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        checkpoints = try fields.given("checkpoints", \.checkpoints)
        cores = try fields.given("cores", \.cores)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let kept = try checkpoints.map { path in
            OutsideCheckpoint(name: path, note: try SmallFile.read(path, program.text))
        }
        // Not as a ledger: one whose first entry is damaged is still looked at.
        let store = try program.access(typed).store()
        let bar = ProgressBar(program, label: program.text("progress.verify"), unit: .entries)
        defer { bar.finish() }
        let verifier = LedgerVerifier(
            store, duties: program.duties, cores: cores ?? program.cores)
        let found = try verifier.verify(against: kept) { bar.show(done: $0, total: $1) }
        bar.finish()
        if typed.wantsJSON {
            program.out.json(
                VerificationRenderer.json(found),
                of: LedgerStanding(origin: found.origin, size: found.size, root: found.root))
        } else {
            let renderer = VerificationRenderer(
                text: program.text, paint: Paint(program.out.terminal))
            program.out.write(renderer.page(found, hasOutsideCheckpoint: !kept.isEmpty))
        }
        return found.isSound ? .sound : .damaged
    }
}
