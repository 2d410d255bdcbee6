import ArgumentParser
import Chain
import Foundation
import Glibc
import Records
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

    init(
        arguments: [String], environment: [String: String], out: Output, error: Output,
        duties: DutyRegister = Duties.register, words: [Language: [String: String]] = [:]
    ) throws(CatalogueFault) {
        self.arguments = arguments
        self.environment = environment
        self.out = out
        self.error = error
        self.duties = duties
        let language = Language.requested(by: arguments, environment: environment)
        text = try Text(language, adding: words[language] ?? [:])
    }

    /// Who is recorded as the actor of what the program writes of its own accord.
    var account: String { "stele" }

    /// How many threads long work may use.
    var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Parses, runs one command, and says in one sentence why not when it did not work.
    func run() async -> ExitStatus {
        if let recording = RecordingCommand(arguments, in: duties) {
            return await answer { try await recording.run(in: self) }
        }
        let command: any SteleCommand
        do {
            switch try SpokenHelp.speaking(text, of: arguments, parsed) {
            case let parsed as any SteleCommand: command = parsed
            case let group:
                // `stele` or `stele subject` alone: the next thing to type is in the help.
                error.write(helpPage(of: type(of: group)))
                return .usage
            }
        } catch let problem {
            return explain(parsing: problem)
        }
        return await answer { try await command.run(in: self) }
    }

    private func answer(_ run: () async throws -> ExitStatus) async -> ExitStatus {
        do {
            let status = try await run()
            // An answer that did not arrive whole must not look like one that did.
            if let code = out.failure {
                return tell(
                    Failure(
                        status: .inputOutput,
                        message: text(
                            "fault.output", ["reason": String(cString: strerror(code))])))
            }
            return status
        } catch let problem {
            return tell(Failure(explaining: problem, in: text))
        }
    }

    private func parsed() throws -> any ParsableCommand {
        var command = try Stele.parseAsRoot(arguments)
        let isOurs = command is any SteleCommand || command is Stele || command is any NounCommand
        // The parser's own `help` command throws its page.
        if !isOurs { try command.run() }
        return command
    }

    private func explain(parsing problem: any Error) -> ExitStatus {
        let message = SpokenHelp.speaking(text, of: arguments) { Stele.message(for: problem) }
        if Stele.exitCode(for: problem) == .success {
            let page = SpokenHelp.speaking(text, of: arguments) { Stele.fullMessage(for: problem) }
            out.write(HelpPage.inLanguage(of: text, page))
            return .sound
        }
        return tell(Failure(status: .usage, message: UsageMessage.spoken(message, in: text)))
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

    private func helpPage(of command: any ParsableCommand.Type) -> String {
        SpokenHelp.speaking(text, of: arguments) {
            HelpPage.inLanguage(
                of: text,
                command == Stele.self
                    ? Stele.helpMessage() : Stele.helpMessage(for: command))
        }
    }
}

/// A subcommand: parses, calls one function, prints, answers with a documented status.
protocol SteleCommand: ParsableCommand {
    func run(in program: Program) async throws -> ExitStatus
}
