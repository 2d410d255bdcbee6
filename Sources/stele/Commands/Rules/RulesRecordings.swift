import ArgumentParser
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// Who activates law.
struct LawRecorderOptions: ParsableArguments {
    @Option(help: help("field.actor"))
    var actor: String?

    @Option(help: help("field.recorderUnit"))
    var unit: String?

    @Option(help: help("field.approver"))
    var approver: String?

    @OptionGroup var practice: PracticeOptions

    /// Activates what a file holds; nothing is written unless it is sound.
    func activate(
        _ file: String, isCalendar: Bool, in program: Program, _ options: LedgerOptions
    ) throws -> ExitStatus {
        let bytes = try SmallFile.read(file, program.text)
        let read = try LawFile(bytes, isCalendar: isCalendar)
            .read(telling: program, json: options.json)
        guard let document = read else { return .dataRefused }
        let who = try Recorder(
            actor: actor, approver: approver, unit: unit, in: program.environment)
        if let approver = who.approver, approver == who.actor {
            throw Refusal.approverIsRecorder(approver)
        }
        let now = try practice.read(in: program)
        let ledger = try options.ledger(in: program).writing(as: "stele rules", at: now)
        let (receipt, _) = try ledger.activate(
            document, actor: who.actor.text, unit: who.unit.text, approver: who.approver?.text)
        if options.json {
            program.out.json(ReceiptRenderer.json(try ledger.events(at: receipt.positions)))
        } else if let position = receipt.positions.first {
            program.out.line(
                program.text(
                    isCalendar ? "rules.loaded" : "rules.activated",
                    ["entry": "\(position)", "what": LawFile.name(of: document)]))
        } else {
            program.out.line(program.text("record.already"))
        }
        return .sound
    }
}

/// `stele rules activate`: makes a rulebook the law of the ledger, from the day it names.
struct RulesActivate: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "activate", abstract: abstract("help.rules.activate"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var recorder: LawRecorderOptions

    @Argument(help: help("help.rules.file"))
    var file: String

    func run(in program: Program) async throws -> ExitStatus {
        try recorder.activate(file, isCalendar: false, in: program, options)
    }
}

/// `stele rules calendar`: loads the rest days and adjusted working days of a year.
struct RulesCalendar: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "calendar", abstract: abstract("help.rules.calendar"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var recorder: LawRecorderOptions

    @Argument(help: help("help.rules.calendarFile"))
    var file: String

    func run(in program: Program) async throws -> ExitStatus {
        try recorder.activate(file, isCalendar: true, in: program, options)
    }
}

/// A file that may become law.
struct LawFile {
    let bytes: [UInt8]
    let isCalendar: Bool

    init(_ bytes: [UInt8], isCalendar: Bool) {
        self.bytes = bytes
        self.isCalendar = isCalendar
    }

    /// The document; nil when it was refused, with one sentence for each fault.
    func read(telling program: Program, json: Bool) throws -> LawDocument? {
        var faults = isCalendar ? [] : LawDocument.faults(rulebook: bytes)
        if faults.isEmpty {
            do throws(LawDocumentFault) {
                return isCalendar
                    ? try LawDocument(calendar: bytes) : try LawDocument(rulebook: bytes)
            } catch {
                faults = [error]
            }
        }
        let sentences = faults.map {
            program.text.choose($0.messageChinese, $0.messageEnglish)
        }
        if json {
            var object = CanonicalObject()
            object.set("faults", sentences)
            object.set("sound", false)
            program.out.json(object)
        } else {
            for sentence in sentences {
                program.error.line(program.text("failure.line", ["message": harmless(sentence)]))
            }
        }
        return nil
    }

    /// `XZZ-2020-26/2`, or the year of a calendar.
    static func name(of document: LawDocument) -> String {
        switch document.content {
        case .rulebook(let book): "\(book.code)/\(book.version)"
        case .calendar(let calendar): "\(calendar.year)"
        }
    }
}

extension RulesRenderer {
    init(_ program: Program) {
        self.init(
            text: program.text, paint: Paint(program.out.terminal),
            columns: program.out.terminal.columns)
    }
}
