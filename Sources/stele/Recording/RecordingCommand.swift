import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele NOUN VERB ID --field value …`: records one thing, whatever it is.
struct RecordingCommand {
    let verb: RecordingVerb
    var words: [String]
    var options = LedgerOptions()

    /// The verb that was typed, and what follows it.
    init?(_ arguments: [String], in duties: DutyRegister) {
        let found = duties.verbs.first { verb in
            arguments.starts(with: verb.spoken.split(separator: " ").map(String.init))
        }
        guard let found else { return nil }
        verb = RecordingVerb(found)
        words = []
        var rest = arguments.dropFirst(found.spoken.split(separator: " ").count)
        while let word = rest.popFirst() {
            switch word {
            case "--json": options.json = true
            case "--ledger": options.ledger = rest.popFirst()
            case "--lang": _ = rest.popFirst()
            default: words.append(word)
            }
        }
    }

    func run(in program: Program) async throws -> ExitStatus {
        if words.contains("--help") || words.contains("-h") {
            program.out.write(RecordingHelp(verb, in: program.text).page)
            return .sound
        }
        let recording = try Recording(words, for: verb, in: program)
        let access = try options.ledger(in: program)
        let ledger = try access.writing(
            as: "stele \(verb.spoken)", at: recording.now)
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
