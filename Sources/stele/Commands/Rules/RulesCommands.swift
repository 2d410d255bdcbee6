import Application
import Chain
import Law
import Registry
import Vocabulary
import Wording

/// `stele rules check`: whether a file could be activated. Needs no ledger.
struct RulesCheck: Directive {
    static let spoken = "rules check"
    static let about: String? = "file"
    static let help = [
        "": "help.rules.check", "calendar": "help.rules.isCalendar", "file": "help.rules.file",
    ]

    let calendar: Bool
    let file: String

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        calendar = try fields.given("calendar", \.calendar, or: false)
        file = try fields.given("file", \.file)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let bytes = try SmallFile.read(file, program.text)
        guard
            let document = try LawFile(bytes, isCalendar: calendar).read(
                telling: program, json: typed.wantsJSON)
        else { return .dataRefused }
        if typed.wantsJSON {
            var object = CanonicalObject()
            object.set("digest", document.digest)
            object.set("faults", [String]())
            object.set("sound", true)
            program.out.json(object)
        } else {
            program.out.line(program.text("rules.sound", ["what": LawFile.name(of: document)]))
        }
        return .sound
    }
}

/// `stele rules activate`: makes a rulebook the law of the ledger, from the day it names.
struct RulesActivate: Directive {
    static let spoken = "rules activate"
    static let about: String? = "file"
    static let help = LawRecorder.help.merging(
        ["": "help.rules.activate", "file": "help.rules.file"]) { $1 }

    let file: String
    let recorder: LawRecorder

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        file = try fields.given("file", \.file)
        recorder = try LawRecorder(&fields) { $0.recorder }
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        try recorder.activate(file, isCalendar: false, typed, in: program)
    }
}

/// `stele rules calendar`: loads the rest days and adjusted working days of a year.
struct RulesCalendar: Directive {
    static let spoken = "rules calendar"
    static let about: String? = "file"
    static let help = LawRecorder.help.merging(
        ["": "help.rules.calendar", "file": "help.rules.calendarFile"]) { $1 }

    let file: String
    let recorder: LawRecorder

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        file = try fields.given("file", \.file)
        recorder = try LawRecorder(&fields) { $0.recorder }
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        try recorder.activate(file, isCalendar: true, typed, in: program)
    }
}

/// Who activates law.
struct LawRecorder: Hashable {
    static let help = [
        "actor": "field.actor", "unit": "field.recorderUnit", "approver": "field.approver",
    ]

    let actor: String?
    let unit: String?
    let approver: String?
    let now: String?

    init<Record>(
        _ fields: inout Fields<Record>, _ own: (Record) -> LawRecorder
    ) throws(FieldFault) {
        actor = try fields.given("actor", { own($0).actor })
        unit = try fields.given("unit", { own($0).unit })
        approver = try fields.given("approver", { own($0).approver })
        now = try fields.given("now", { own($0).now })
    }

    /// Activates what a file holds; nothing is written unless it is sound.
    func activate(
        _ file: String, isCalendar: Bool, _ typed: Typed, in program: Program
    ) throws -> ExitStatus {
        let text = program.text
        let bytes = try SmallFile.read(file, text)
        let read = try LawFile(bytes, isCalendar: isCalendar)
            .read(telling: program, json: typed.wantsJSON)
        guard let document = read else { return .dataRefused }
        let signed = Signature(typed, unit: "unit", in: program.environment)
        try signed.checkNamed()
        let now = try typed.now(in: text)
        let application = Application(
            try program.access(typed).writing(as: "stele rules", at: now))
        let answer = try application.activate(
            document, by: try signed.actor(application), unit: try signed.recorderUnit(),
            approver: try signed.approver(application))
        try program.tell(answer, of: application, typed) {
            guard let entry = answer.recorded.first?.position else {
                return text("record.already") + "\n"
            }
            let done = text(
                isCalendar ? "rules.loaded" : "rules.activated",
                ["entry": "\(entry)", "what": LawFile.name(of: document)])
            return ([done] + (answer.effect.map(text.sentences(on:)) ?? []))
                .joined(separator: "\n") + "\n"
        }
        return .sound
    }
}
