import ArgumentParser
import Chain
import Registry

/// `stele init`: makes a new, empty ledger with its signing key.
struct Init: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.init"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(help: help("help.init.suite"))
    var suite: SuiteChoice = .sha256

    @Option(help: help("help.init.origin"))
    var origin: String?

    func run(in program: Program) async throws -> ExitStatus {
        let path = try options.path(in: program)
        let ledger = try Ledger.create(path: path, suite: suite.suite, origin: origin)
        if options.json {
            var object = CanonicalObject()
            object.set("ledger", path)
            object.set("origin", ledger.origin)
            object.set("suite", ledger.suite.rawValue)
            program.out.json(object)
        } else {
            program.out.line(
                program.text(
                    "init.done",
                    [
                        "path": harmless(path), "origin": harmless(ledger.origin),
                        "suite": ledger.suite.rawValue,
                    ]))
        }
        return .sound
    }
}

/// The suites as words of the command line.
enum SuiteChoice: String, CaseIterable, ExpressibleByArgument {
    case sha256, sm3

    var suite: Suite {
        switch self {
        case .sha256: .sha256
        case .sm3: .sm3
        }
    }
}
