import ArgumentParser
import Chain
import Registry

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
        let path = try options.path(in: program)
        let ledger = try Ledger.create(path: path, suite: suite.suite, origin: nil)
        _ = ledger
        return .sound
    }
}
