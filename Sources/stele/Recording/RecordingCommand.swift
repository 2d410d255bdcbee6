import ArgumentParser
import Chain
import Records
import Registry

/// Where a recording verb is told of.
protocol VerbSource: Sendable {
    static var verb: RecordingVerb { get }
}

/// The verb of an act.
enum ActVerb<Recorded: Act>: VerbSource {
    static var verb: RecordingVerb { RecordingVerb(Recorded.self) }
}

/// The verb of a command that is no act.
enum CommandVerb<Asked: DomainCommand>: VerbSource {
    static var verb: RecordingVerb {
        guard let spelling = CommandSpelling.all.first(where: { $0.name == Asked.name }) else {
            preconditionFailure("\(Asked.name) is spelled nowhere")
        }
        return RecordingVerb(spelling)
    }
}

/// `stele NOUN VERB ID --field value …`: records one thing, whatever it is.
///
/// The parser knows only what every command takes; the fields differ from verb to verb and are read
/// by ``TypedFields``.
struct RecordingCommand<Source: VerbSource>: SteleCommand {
    static var configuration: CommandConfiguration {
        RecordingHelp(Source.verb).configuration
    }

    @OptionGroup var options: LedgerOptions

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp(visibility: .hidden))
    var words: [String] = []

    func run(in program: Program) async throws -> ExitStatus {
        let recording = try Recording(words, for: Source.verb, in: program)
        let access = try options.ledger(in: program)
        let ledger = try access.writing(
            as: "stele \(Source.verb.spoken)", at: recording.now)
        let receipt = try await record(recording, in: ledger, program.text)
        let recorded = try ledger.events(at: receipt.positions)
        if options.json {
            program.out.json(ReceiptRenderer.json(recorded))
        } else {
            program.out.write(ReceiptRenderer(text: program.text).page(recorded))
        }
        return .sound
    }

    private func record(
        _ recording: Recording, in ledger: Ledger, _ text: Text
    ) async throws -> Receipt {
        do {
            return try await ledger.submit(
                recording.command, superseding: recording.corrected, actor: recording.actor,
                unit: recording.unit, approver: recording.approver)
        } catch LedgerFault.clockBehind(let last, let now) where recording.now != nil {
            throw Failure(
                status: .usage,
                message: text("practice.behind", ["now": "\(now)", "last": "\(last)"]))
        }
    }
}

/// Everything that can be recorded, as commands.
enum RecordingCommands {
    /// Those of one noun: what is no act first, each in the order of a life.
    ///
    /// Where a verb was typed, that one alone; where another noun was typed, none.
    static func of(_ noun: String) -> [any ParsableCommand.Type] {
        guard let typed = SpokenHelp.typed else { return all(of: noun, named: nil) }
        guard typed.contains(noun) else { return [] }
        let named = all(of: noun, named: typed)
        return named.isEmpty ? all(of: noun, named: nil) : named
    }

    private static func all(
        of noun: String, named typed: [String]?
    ) -> [any ParsableCommand.Type] {
        func isWanted(_ act: ActName) -> Bool {
            act.noun == noun && typed.map { $0.contains(act.verb) } ?? true
        }
        func command<Asked: DomainCommand>(_ type: Asked.Type) -> any ParsableCommand.Type {
            RecordingCommand<CommandVerb<Asked>>.self
        }
        func act<Recorded: Act>(_ type: Recorded.Type) -> any ParsableCommand.Type {
            RecordingCommand<ActVerb<Recorded>>.self
        }
        let acts = Dictionary(
            uniqueKeysWithValues: CommandSpelling.all.map { ($0.name, $0.act) })
        return Command.types.filter { acts[$0.name].map(isWanted) ?? false }.map { command($0) }
            + Acts.all.filter { isWanted($0.act) }.map { act($0) }
    }
}
