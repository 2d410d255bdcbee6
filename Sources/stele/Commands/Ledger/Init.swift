import ArgumentParser
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

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

    @Flag(help: help("help.init.practice"))
    var practice = false

    @Option(help: help("help.init.now"))
    var now: String?

    func run(in program: Program) async throws -> ExitStatus {
        let access = try options.ledger(in: program)
        let ledger =
            try practice ? practiceLedger(access, in: program) : ledger(access, in: program)
        let identity = ledger.identity
        let law = try ledger.law()
        if options.json {
            var object = CanonicalObject()
            object.set("key", access.keyPath)
            object.set("law", RulesRenderer.json(law))
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
            say(law, in: program)
        }
        return .sound
    }

    /// By what the ledger judges from its first day.
    private func say(_ law: Law, in program: Program) {
        for one in law.rulebooks {
            let book = one.content
            program.out.line(
                program.text(
                    "init.rulebook",
                    [
                        "what": "\(book.code)/\(book.version)",
                        "title": program.text.choose(book.titleChinese, book.titleEnglish),
                        "from": "\(book.inForceFrom)",
                    ]))
        }
        let years = law.loadedCalendars.map { "\($0.content.year)" }
        program.out.line(
            program.text(
                "init.calendars", ["years": years.joined(separator: program.text("list.comma"))]))
    }

    private func ledger(_ access: LedgerAccess, in program: Program) throws -> Ledger {
        if now != nil {
            throw Failure(status: .usage, message: program.text("practice.onlyThere"))
        }
        if let origin, origin.hasPrefix(LedgerIdentity.practicePrefix) {
            throw Failure(
                status: .usage, message: program.text("practice.origin", ["origin": origin]))
        }
        return try access.create(suite.suite, origin: origin, actor: program.account)
    }

    /// Stories of long ago are recorded in it as they happened, so it is as old as they are.
    private func practiceLedger(_ access: LedgerAccess, in program: Program) throws -> Ledger {
        let then = try PracticeOptions.instant(now ?? "2000-01-01", in: program.text)
        let prefix = LedgerIdentity.practicePrefix
        let name = origin ?? access.freshOrigin(suite.suite)
        return try access.create(
            suite.suite, origin: name.hasPrefix(prefix) ? name : prefix + name,
            actor: program.account, clock: FixedClock(then))
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
