import Application
import Chain
import Glibc
import Records
import Registry
import Vocabulary
import Wording

/// One run of the program: what was typed, where words go and in which language.
///
/// Everything a command needs from outside comes through here, so that a test runs the program as
/// a person does, without a process.
struct Program: Sendable {
    let arguments: [String]
    let environment: [String: String]
    let duties: DutyRegister
    let text: Text
    let out: Output
    let error: Output
    /// The ledgers that this run has open for writing.
    let opened = OpenedLedgers()

    /// - Parameter words: What duties say that the embedded catalogues do not know, by language.
    init(
        arguments: [String], environment: [String: String], out: Output, error: Output,
        duties: DutyRegister = Duties.register, words: [Language: [String: String]] = [:]
    ) throws(CatalogueFault) {
        self.arguments = arguments
        self.environment = environment
        self.duties = duties
        self.out = out
        self.error = error
        let language = Language.requested(by: arguments, environment: environment)
        text = try Text(language, adding: words[language] ?? [:])
    }

    /// Who is recorded as the actor of what the program writes of its own accord.
    static let actor = "stele"

    /// How many threads long work may use.
    var cores: Int { Host.cores }

    /// Reads what was typed, does one thing, and says in one sentence why not when it did not work.
    func run() async -> ExitStatus {
        do {
            let status = try await answer()
            for file in opened.settle() { notice(text("ledger.beside", ["path": file])) }
            // An answer that did not arrive whole must not look like one that did.
            if let code = out.failure {
                throw Failure(
                    status: .inputOutput,
                    message: text("fault.output", ["reason": String(cString: strerror(code))]))
            }
            return status
        } catch let problem {
            _ = opened.settle()
            return tell(Failure(explaining: problem, in: text))
        }
    }

    private func answer() async throws -> ExitStatus {
        let choices = Choices(duties)
        if arguments.starts(with: [CompletionCommand.spoken, CompletionCommand.asking]) {
            for word in Completion(choices: choices).candidates(for: Array(arguments.dropFirst(2)))
            {
                out.line(word)
            }
            return .sound
        }
        let help = HelpPage(text: text, choices: choices)
        let (path, rest, word) = split(choices)
        let options = rest.prefix { $0 != "--" }
        if choices.choice(path) == nil, let word, !word.hasPrefix("-"),
            let meant = choices.meant(by: word, after: path, in: text)
        {
            throw Failure(
                status: .usage,
                message: text("usage.nearestWord", ["what": word, "nearest": meant]))
        }
        if arguments.first == "help", let word, !word.hasPrefix("-") {
            throw Failure(
                status: .usage, message: text("usage.noSuchTopic", ["what": word]))
        }
        if arguments.first == "help" || options.contains("-h") || options.contains("--help") {
            out.write(help.page(of: path))
            return .sound
        }
        if options.contains("--version") {
            out.line(Stele.version)
            return .sound
        }
        if let choice = choices.choice(path) {
            let typed = try TypedFields.read(rest, as: choice.spelling, in: text)
            return try await choice.run(typed, self)
        }
        // The language may be said anywhere; whatever else follows a noun alone is one too many.
        let spelling = Spelling(
            spoken: path.joined(separator: " "), about: nil,
            options: Spelling.common.filter { $0.name == "lang" }, isVerb: false)
        _ = try TypedFields.read(rest, as: spelling, in: text)
        // `stele` or `stele subject` alone: the next thing to type is in the help.
        error.write(help.page(of: path))
        return .usage
    }

    /// The words that lead to a command, what follows them, and of that the first that may be a word.
    private func split(_ choices: Choices) -> (
        path: [String], rest: [String], next: String?
    ) {
        var path: [String] = []
        var rest: [String] = []
        var words = arguments[...]
        if words.first == "help" { words.removeFirst() }
        while let word = words.first {
            if word == "--lang", words.count > 1 {
                rest += words.prefix(2)
                words.removeFirst(2)
            } else if word.hasPrefix("--lang=") || word == "--json" {
                rest.append(words.removeFirst())
            } else if choices.begins(path + [word]), choices.choice(path) == nil {
                path.append(words.removeFirst())
            } else {
                break
            }
        }
        return (path, rest + words, words.first)
    }

    /// The ledger meant, not opened yet: `--ledger` first, then `STELE_LEDGER`.
    func access(_ typed: Typed) throws(Failure) -> LedgerAccess {
        let named = [typed.text("ledger"), environment["STELE_LEDGER"]].compactMap(\.self)
        guard let path = named.first(where: { !$0.isEmpty }) else {
            throw Failure(status: .usage, message: text("usage.noLedger"))
        }
        let wait = typed.number("wait") ?? LedgerAccess.usualWait
        guard wait >= 0 else {
            throw Failure(
                status: .usage, message: text("usage.invalidValue", ["what": "\(wait)"]))
        }
        let access = LedgerAccess(
            path: path, program: self, wait: wait,
            isClockConfirmed: typed.values["clockConfirmed"] == .bool(true))
        try access.checkRedirections()
        return access
    }

    /// Whether the environment says who records.
    var isActorNamed: Bool { !(environment["STELE_ACTOR"] ?? "").isEmpty }

    /// Something that is said beside the answer and is no failure: a sentence on standard error;
    /// under `--json` one object `{"notice":{"message"}}`.
    func notice(_ message: String) {
        guard arguments.contains("--json") else {
            return error.line(text("failure.line", ["message": harmless(message)]))
        }
        var notice = CanonicalObject()
        notice.set("message", message)
        var object = CanonicalObject()
        object.set("notice", notice)
        error.json(object)
    }

    /// An answer, for programs or on a page.
    func tell(
        _ answer: some Answer, of application: Application, _ typed: Typed, page: () -> String
    ) throws {
        if typed.wantsJSON {
            out.json(try application.json(answer))
        } else {
            out.write(page())
        }
    }

    /// What was done: for programs one object with the ledger as it stands, else lines.
    func tell(
        _ typed: Typed, of ledger: Ledger, _ members: (inout AnswerWriter) -> Void,
        lines: () -> [String]
    ) throws {
        if typed.wantsJSON {
            out.json(Application.object(members), of: try ledger.standing())
        } else {
            for line in lines() { out.line(line) }
        }
    }

    /// Long work, while a line shows how far it has come.
    func showing<Done>(
        _ label: String, _ unit: ProgressUnit = .entries, _ work: (ProgressBar) throws -> Done
    ) rethrows -> Done {
        let bar = ProgressBar(self, label: label, unit: unit)
        defer { bar.finish() }
        return try work(bar)
    }

    /// One sentence on standard error; under `--json` one object `{"error":{"message","status"}}`.
    private func tell(_ failure: Failure) -> ExitStatus {
        if arguments.contains("--json") {
            var reason = CanonicalObject()
            reason.set("message", failure.message)
            reason.set("status", Int(failure.status.rawValue))
            var object = CanonicalObject()
            object.set("error", reason)
            error.json(object)
        } else {
            error.line(text("failure.line", ["message": harmless(failure.message)]))
        }
        return failure.status
    }
}
