public import ArgumentParser
import Vocabulary
public import Wording

/// `--lang`, taken by every command. Its value is read before parsing (``Language/requested``);
/// here it is only declared, so that the parser knows it and refuses an unknown code.
struct SpeechOptions: ParsableArguments {
    @Option(help: help("help.lang"))
    var lang: Language?
}

/// What every command on a ledger takes.
struct LedgerOptions: ParsableArguments {
    @Option(help: help("help.ledger"))
    var ledger: String?

    @Flag(help: help("help.json"))
    var json = false

    @OptionGroup var speech: SpeechOptions

    /// The ledger meant, not opened yet.
    func ledger(in program: Program) throws(Failure) -> LedgerAccess {
        LedgerAccess(path: try path(in: program), text: program.text)
    }

    /// The ledger meant: `--ledger` first, then `STELE_LEDGER`.
    private func path(in program: Program) throws(Failure) -> String {
        if let ledger, !ledger.isEmpty { return ledger }
        if let ledger = program.environment["STELE_LEDGER"], !ledger.isEmpty { return ledger }
        throw Failure(status: .usage, message: program.text("usage.noLedger"))
    }
}

extension Language: ExpressibleByArgument {}
