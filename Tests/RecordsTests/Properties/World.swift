import Law
import LawSupport
import Vocabulary

@testable import Records

/// A small world in which everything meets everything: a dozen people, five units, three decisions,
/// six cases, eight sanctions and eight appeals. Everybody in it is invented.
struct World: FieldSource {
    var random: SeededGenerator
    let omission = 2
    let needed: Set<String> = []
    var register: Register
    /// The day on which the next command is given.
    var today: CalendarDate
    /// What the command at hand is mostly about.
    var focus = Focus()
    private var tick: Int64 = 0

    /// The things that belong together in one story.
    struct Focus {
        var decision = "D-1"
        var file = "C-1"
        var subject = "P-01"
        var officer = "P-09"
        var sanction = "S-1"
        var appeal = "A-1"
        var document = "I-1"
        /// The number of a record, and of what is objected and applied for.
        var record = 1
    }

    static let people = (1...12).map { "P-" + ($0 < 10 ? "0" : "") + String($0) }
    static let units = ["U-ZF", "U-SLJ", "U-JW", "U-ZZB", "U-OTHER"]
    static let decisions = ["D-1", "D-2", "D-3"]
    static let cases = (1...6).map { "C-\($0)" }
    static let sanctions = (1...8).map { "S-\($0)" }
    /// What organs of a sort are called.
    private static let titles = ["U-JW": "虚构纪委监委", "U-OTHER": "虚构信用办"]
    static let documents = (1...8).map { "I-\($0)" }
    static let appeals = (1...8).map { "A-\($0)" }

    static var subjects: [SubjectID] { people.map { SubjectID(wellFormed: $0) } }

    /// Units and officials are registered and in their posts; nothing has happened yet.
    init(_ random: SeededGenerator, law: Law) throws {
        self.random = random
        register = Register()
        register.law = law
        today = day(
            self.random.pick([
                "2020-10-09", "2021-01-04", "2023-06-01", "2025-06-03", "2026-05-06",
            ]))
        for unit in Self.units {
            try register.perform(
                SubjectRegistered(
                    subject: UnitID(wellFormed: unit), kind: .unit,
                    title: Self.titles[unit] ?? "虚构单位\(unit)"))
        }
        for (index, person) in Self.subjects.enumerated() {
            try register.perform(SubjectRegistered(subject: person, kind: .person))
            try register.perform(
                EmploymentBegan(subject: person), on("2010-01-01"))
            try register.perform(
                TakePost(
                    subject: person, unit: UnitID(wellFormed: Self.units[index % 2]),
                    post: index % 3 == 0 ? "虚构局长" : "虚构职务"),
                on("2018-01-01"))
        }
        pass(days: 0)
    }

    /// Time goes by; no two commands are recorded at one moment.
    mutating func pass(days: Int) {
        today = today.adding(days: days) ?? today
        tick += 1
        register.now = Instant(milliseconds: Int64(today.ordinal) * 86_400_000 + tick * 1_000)
    }

    /// The day a command gives: mostly today, sometimes absurd.
    mutating func occurrence() -> CalendarDate? {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: nil
        case 1: day("1999-12-31")
        case 2: day("2031-03-01")
        case 3: today.adding(days: 400)
        case 4...6: today.adding(days: -Int.random(in: 1...60, using: &random))
        default: today
        }
    }

    mutating func refocus() {
        focus = Focus(
            decision: random.pick(Self.decisions), file: random.pick(Self.cases),
            subject: random.pick(Array(Self.people.prefix(6))),
            officer: random.pick(Array(Self.people.suffix(4))),
            sanction: random.pick(Self.sanctions), appeal: random.pick(Self.appeals),
            document: random.pick(Self.documents), record: Int.random(in: 1...8, using: &random))
    }

    // MARK: fields

    /// What the focus holds, mostly; else anything of the kind, or nothing that exists.
    private mutating func near(_ focused: String, _ all: [String]) -> String {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: "X-404"
        case 1...4: random.pick(all)
        default: focused
        }
    }

    mutating func identifier(_ name: String) -> String {
        switch name {
        case "decision", "causedBy": near(focus.decision, Self.decisions)
        case "case": near(focus.file, Self.cases)
        case "sanction", "combines": near(focus.sanction, Self.sanctions)
        case "appeal": near(focus.appeal, Self.appeals)
        case "after": random.pick(Self.appeals)
        case "instrument": near(focus.document, Self.documents)
        case "record": numbered("R")
        case "objection": numbered("O")
        case "repair": numbered("X")
        case "leniency": numbered("L")
        case "rule": numbered("G")
        case "creditComplaint": numbered("K")
        case "handler", "sourceUnit", "linkedUnit": near("U-OTHER", Self.units)
        case "concerned", "viewers": near("U-JW", Self.people)
        case "complaint": near("T-\(focus.file)", ["T-C-1", "T-9"])
        case "subject": near(focus.subject, Self.people)
        case "officer", "investigator": near(focus.officer, Self.people)
        case "unit", "lead", "executor", "recordedUnit", "lastUnit", "predecessor", "successor",
            "decidedBy", "supervisor":
            near("U-SLJ", Self.units)
        case "organ", "department", "authority", "managingAuthority", "decider":
            near("U-JW", Self.units)
        case "proposer", "reviewer": random.pick(Self.units)
        case "expert", "experts", "assessor": near("P-12", ["P-11", "P-10"])
        case "evaluator": near("P-10", Self.people)
        default: random.pick(Self.people)
        }
    }

    /// What of a record is numbered with it.
    private mutating func numbered(_ letter: String) -> String {
        near("\(letter)-\(focus.record)", (1...8).map { "\(letter)-\($0)" })
    }

    mutating func text(_ name: String) -> String {
        switch name {
        case "objectionGround": random.pick(["wrongPerson", "overTime", "shouldNotBeListed"])
        case "grade": random.pick(["minor", "general", "serious"])
        case "route": random.pick(["A", "A", "B", "B", "C", "Z"])
        case "stage":
            random.pick(["reexamination", "recheck", "review", "appeal", "reappeal", "asProvided"])
        case "ground", "grounds", "categoryCode":
            random.pick(["G6.1", "G7.1", "G8.1", "G9.1", "G9.2", "G10.3", "G99"])
        case "code", "mitigations":
            random.pick(["dissent", "cooperation", "lossAverted", "slight", "goodWeather"])
        case "catalogueItem": random.pick(["publicPolicy", "publicPolicy", "birthdayParty"])
        case "opinion": random.pick(["Y-1", "Y-2"])
        case "act": random.pick(["X1", "X2"])
        case "kind": random.pick(["person", "unit"])
        case "about": "case:\(focus.file)"
        case "path": random.pick(["source.row", "reason", "name"])
        default: "虚构文字"
        }
    }

    mutating func sealed(_ name: String) -> Tree { .string(text(name)) }

    mutating func number(_ name: String) -> Int {
        switch name {
        case "months": random.pick([6, 12, 18, 24, 30, 48, 60, 0])
        case "days": random.pick([15, 30, 0])
        case "amount": random.pick([100_00, 5_000_000_00, -1])
        case "position", "entry":
            Int.random(in: 0...max(1, register.events.count), using: &random)
        default: random.pick([0, 3, 30, -1])
        }
    }

    mutating func date(_ name: String) -> String {
        let days =
            switch name {
            case "until": random.pick([30, 31, 14, -1])
            case "incidentOn", "actOn", "materialsSentOn", "shouldDecideOn":
                random.pick([-7, -30, -200, 5])
            case "due": random.pick([60, 200, -1])
            default: random.pick([0, 30, -30])
            }
        return (today.adding(days: days) ?? today).description
    }

    mutating func count(_ name: String) -> Int {
        switch name {
        case "members": random.pick([3, 3, 3, 5, 1, 2])
        case "attendees": random.pick([0, 1, 2, 3])
        case "evidence", "combines", "grounds", "mitigations": random.pick([0, 0, 0, 1])
        default: random.pick([0, 1, 1, 2])
        }
    }
}
