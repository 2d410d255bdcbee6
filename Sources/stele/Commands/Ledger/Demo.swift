import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele demo`: makes a new ledger of one fictional banner.
struct Demo: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.demo"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(help: help("help.init.suite"))
    var suite: SuiteChoice = .sha256

    @Option(help: help("help.demo.seed"))
    var seed: UInt64 = 1

    func run(in program: Program) async throws -> ExitStatus {
        let access = try options.ledger(in: program)
        let ledger = try access.create(
            suite.suite, origin: "stele.example/demo/\(suite.rawValue)", actor: program.account,
            clock: FixedClock(DemoScript.opened))
        let script = DemoScript(seed: seed)
        let bar = ProgressBar(program, label: program.text("progress.demo"), unit: .entries)
        defer { bar.finish() }
        let entries = try ledger.play(script) { bar.show(done: $0, total: $1) }
        try ledger.followViews(cores: program.cores)
        bar.finish()
        if options.json {
            var object = CanonicalObject()
            object.set("entries", entries)
            object.set("hero", script.hero.text)
            object.set("ledger", access.path)
            program.out.json(object)
        } else {
            let path = harmless(access.path)
            program.out.line(
                program.text("demo.done", ["path": path, "entries": program.text.number(entries)]))
            program.out.line(
                program.text("demo.next", ["path": path, "hero": script.hero.text]))
        }
        return .sound
    }
}
