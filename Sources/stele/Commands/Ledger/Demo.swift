import Application
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele demo`: makes a new ledger of one fictional banner.
struct Demo: Directive {
    static let spoken = "demo"
    static let help = ["": "help.demo", "seed": "help.demo.seed", "suite": "help.init.suite"]
    static let defaults = ["seed": "1", "suite": "sha256"]
    let suite: SuiteChoice
    let seed: String?

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        suite = try fields.given("suite", \.suite, or: .sha256)
        seed = try fields.given("seed", \.seed)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        guard let seed = seed.map(UInt64.init) ?? 1 else {
            throw Failure(
                status: .usage, message: program.text("usage.invalidValue", ["what": seed ?? ""]))
        }
        let access = try program.access(typed)
        let ledger = try access.create(
            suite.suite, origin: LedgerIdentity.demonstrationPrefix + suite.rawValue,
            clock: FixedClock(DemoScript.opened))
        let script = DemoScript(seed: seed)
        let text = program.text
        let entries = try program.showing(text("progress.demo")) { bar in
            let entries = try ledger.play(script) { bar.show(done: $0, total: $1) }
            try ledger.followViews(cores: program.cores)
            return entries
        }
        try program.tell(typed, of: ledger) { object in
            object.put("entries", entries)
            object.put("hero", script.hero)
            object.put("path", access.path)
        } lines: {
            let path = harmless(access.path)
            return [
                text("demo.done", ["path": path, "entries": text.number(entries)]),
                text("demo.next", ["path": path, "hero": script.hero.text]),
            ]
        }
        return .sound
    }
}
