import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// `stele init`: makes a new, empty ledger with its signing key.
struct Init: Directive {
    static let spoken = "init"
    static let help = [
        "": "help.init", "now": "help.init.now", "origin": "help.init.origin",
        "practice": "help.init.practice", "suite": "help.init.suite",
    ]
    static let defaults = ["suite": "sha256"]
    let suite: SuiteChoice
    let origin: String?
    let practice: Bool
    let now: String?

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        suite = try fields.given("suite", \.suite, or: .sha256)
        origin = try fields.given("origin", \.origin)
        practice = try fields.given("practice", \.practice, or: false)
        now = try fields.given("now", \.now)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let access = try program.access(typed)
        let ledger =
            try practice ? practiceLedger(access, in: program) : ledger(access, in: program)
        let identity = ledger.identity
        let law = try ledger.law()
        try program.tell(typed, of: ledger) { object in
            object.put("key", access.keyPath)
            object.object("law") { law.write(to: &$0) }
            object.put("path", access.path)
            object.put("suite", code: identity.suite)
        } lines: {
            let made = program.text(
                "init.done",
                [
                    "path": harmless(access.path), "origin": harmless(identity.origin),
                    "suite": identity.suite.rawValue,
                ])
            return [made] + lines(law, in: program.text)
        }
        return .sound
    }

    /// By what the ledger judges from its first day.
    private func lines(_ law: Law, in text: Text) -> [String] {
        let books = law.rulebooks.map(\.content).map { book in
            text(
                "init.rulebook",
                [
                    "what": "\(book.code)/\(book.version)",
                    "title": text.choose(book.titleChinese, book.titleEnglish),
                    "from": "\(book.inForceFrom)",
                ])
        }
        let years = law.loadedCalendars.map { "\($0.content.year)" }
        return books
            + [text("init.calendars", ["years": years.joined(separator: text("list.comma"))])]
    }

    private func ledger(_ access: LedgerAccess, in program: Program) throws -> Ledger {
        if now != nil {
            throw Failure(status: .usage, message: program.text("practice.onlyThere"))
        }
        if let origin, origin.hasPrefix(LedgerIdentity.practicePrefix) {
            throw Failure(
                status: .usage, message: program.text("practice.origin", ["origin": origin]))
        }
        return try access.create(suite.suite, origin: origin)
    }

    /// Stories of long ago are recorded in it as they happened, so it is as old as they are.
    private func practiceLedger(_ access: LedgerAccess, in program: Program) throws -> Ledger {
        let then = try Typed.instant(now ?? "2000-01-01", in: program.text)
        let prefix = LedgerIdentity.practicePrefix
        let name = origin ?? access.freshOrigin(suite.suite)
        return try access.create(
            suite.suite, origin: name.hasPrefix(prefix) ? name : prefix + name,
            clock: FixedClock(then))
    }
}

/// The suites as words of the command line.
enum SuiteChoice: String, Code {
    case sha256, sm3

    var suite: Suite {
        switch self {
        case .sha256: .sha256
        case .sm3: .sm3
        }
    }
}
