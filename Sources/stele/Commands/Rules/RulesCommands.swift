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
        let read = try LawFile.read(file, isCalendar: calendar, typed, in: program)
        guard let document = read else { return .dataRefused }
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
typealias RulesActivate = Activate<RulebookFile>

enum RulebookFile: LawKind {
    static let spoken = "rules activate"
    static let help = ["": "help.rules.activate", "file": "help.rules.file"]
    static let isCalendar = false
}

/// `stele rules calendar`: loads the rest days and adjusted working days of a year.
typealias RulesCalendar = Activate<CalendarFile>

enum CalendarFile: LawKind {
    static let spoken = "rules calendar"
    static let help = ["": "help.rules.calendar", "file": "help.rules.calendarFile"]
    static let isCalendar = true
}

/// What may become law, and how it is spoken of.
protocol LawKind: Sendable {
    static var spoken: String { get }
    static var help: [String: String] { get }
    static var isCalendar: Bool { get }
}

/// Activates what a file holds; nothing is written unless it is sound.
struct Activate<Kind: LawKind>: Writing {
    static var spoken: String { Kind.spoken }
    static var about: String? { "file" }
    static var help: [String: String] {
        let recorder = [
            "actor": "field.actor", "unit": "field.recorderUnit", "approver": "field.approver",
        ]
        return recorder.merging(Kind.help) { $1 }
    }

    let file: String
    let actor: String?
    let unit: String?
    let approver: String?
    let now: String?

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        file = try fields.given("file", \.file)
        actor = try fields.given("actor", \.actor)
        unit = try fields.given("unit", \.unit)
        approver = try fields.given("approver", \.approver)
        now = try fields.given("now", \.now)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let text = program.text
        let read = try LawFile.read(file, isCalendar: Kind.isCalendar, typed, in: program)
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
                Kind.isCalendar ? "rules.loaded" : "rules.activated",
                ["entry": "\(entry)", "what": LawFile.name(of: document)])
            return ([done] + (answer.effect.map(text.sentences(on:)) ?? []))
                .joined(separator: "\n") + "\n"
        }
        return .sound
    }
}
