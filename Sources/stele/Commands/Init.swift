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
        let access = try options.ledger(in: program)
        let ledger = try access.create(suite.suite, origin: origin, actor: program.account)
        let identity = ledger.identity
        if options.json {
            var object = CanonicalObject()
            object.set("key", access.keyPath)
            object.set("ledger", access.path)
            object.set("origin", identity.origin)
            object.set("suite", identity.suite.rawValue)
            program.out.json(object)
        } else {
            program.out.line(
                program.text(
                    "init.done",
                    [
                        "path": harmless(access.path), "origin": harmless(identity.origin),
                        "suite": identity.suite.rawValue,
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
