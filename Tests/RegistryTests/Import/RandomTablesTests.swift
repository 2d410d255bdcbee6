import Chain
import Foundation
import Law
import Store
import StoreMemory
import TestSupport
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// Random tables, delivered one to six times with random edits, breaks and restarts; after each delivery
/// the register says what a naive one says that keeps the newest text of every row.
///
/// `STELE_RUNS=10000` is the long campaign, `STELE_SEED` looks elsewhere.
@Suite("Deliveries of random tables")
struct RandomTablesTests {
    @Test("after each delivery every answer is that of a register that keeps the newest rows alone")
    func agree() throws {
        let environment = ProcessInfo.processInfo.environment
        let runs = environment["STELE_RUNS"].flatMap(Int.init) ?? 60
        let seed = environment["STELE_SEED"].flatMap(UInt64.init) ?? 1
        var outcomes: [RowOutcome: Int] = [:]
        for run in 0..<runs {
            var story = try TableStory(seed: seed &* 1_000_003 &+ UInt64(run))
            for delivery in 0..<Int.random(in: 1...6, using: &story.random) {
                try story.deliver()
                let faults = try story.faults()
                #expect(faults.isEmpty, "seed \(seed) run \(run) delivery \(delivery): \(faults)")
                if !faults.isEmpty { return }
            }
            outcomes.merge(story.outcomes, uniquingKeysWith: +)
        }
        // Each outcome was met, so that agreement says something.
        for outcome in [RowOutcome.imported, .corrected, .already, .refused, .missing] {
            #expect(outcomes[outcome, default: 0] > 0, "\(outcome) was never met")
        }
    }
}

/// One register, its deliveries, and what should come of them.
private struct TableStory {
    var random: SeededGenerator
    private(set) var outcomes: [RowOutcome: Int] = [:]
    private let memory = MemoryLedger()
    private let scratch: Scratch
    private let key: SigningKey
    /// What was delivered last, by file and key: the naive register.
    private var people: [String: Person] = [:]
    private var cases: [String: Case] = [:]
    private var delivered: (people: [Person], cases: [Case]) = ([], [])

    private struct Person: Hashable {
        var id: String
        var name: String
        var joined: String
        var left: String
        var note: String

        var row: String { [id, name, joined, left, note].joined(separator: ",") }
    }

    private struct Case: Hashable {
        var id: String
        var person: String
        var opened: String
        var finding: String
        var measure: String
        var note: String

        var row: String { [id, person, opened, finding, measure, note].joined(separator: ",") }
    }

    private static let names = [
        "虚构甲", "虚构乙", "示\u{F914}", "示\u{6A02}", "虚e\u{301}", "虚\u{E9}", "虚构·丙",
    ]

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        scratch = try Scratch()
        key = try SigningKey.generate(suite: .sha256, name: "test.example/1")
        let store = try MemoryStore(memory, for: .writing(as: "test"))
        try store.write { writer in
            try Ledger.found(
                in: writer, key: key.verifier, actor: "test", unit: "U-TEST", law: [],
                duties: Duties.register, clock: FixedClock(instant("2026-01-01T00:00:00.000Z")))
        }
        store.close()
    }

    private static let mapping = """
        {"format": 1, "delivery": "d", "actor": "import", "unit": "U-TEST", "whole": true,
         "basis": ["XZZ-2020-26-T8"], "dateFormats": ["YYYY-MM-DD"], "files": [
         {"name": "people.csv", "key": ["id"],
          "columns": {"id": "required", "name": "present", "joined": "present", "left": "present"},
          "rows": [
           {"command": "registerSubject", "fields": {"subject": "id",
            "kind": {"constant": "person"}, "name": {"column": "name", "sealed": true}}},
           {"command": "beginEmployment", "when": {"column": "joined", "blank": false},
            "fields": {"subject": "id", "on": {"date": "joined"}}},
           {"command": "endEmployment", "when": {"column": "left", "blank": false},
            "fields": {"subject": "id", "reason": {"constant": "retired"},
             "on": {"date": "left"}}}]},
         {"name": "cases.csv", "key": ["case"],
          "columns": {"case": "required", "person": "required", "opened": "present",
                      "finding": "present", "measure": "present"},
          "rows": [
           {"command": "openCase", "fields": {"case": "case", "on": {"date": "opened"}}},
           {"command": "namePerson", "fields": {"case": "case", "subject": "person",
            "on": {"date": "opened"}}},
           {"command": "makeFinding", "when": {"column": "finding", "blank": false},
            "fields": {"case": "case", "subject": "person", "finding": "finding",
             "on": {"date": "opened"}}},
           {"command": "imposeSanction", "when": {"column": "measure", "blank": false},
            "fields": {"sanction": {"template": "S-{case}"}, "case": "case", "subject": "person",
             "measure": "measure", "on": {"date": "opened"}}}]}]}
        """

    // MARK: Delivering

    mutating func deliver() throws {
        edit()
        var people = delivered.people
        var cases = delivered.cases
        people.shuffle(using: &random)
        cases.shuffle(using: &random)
        // A key that stands twice and differs: both rows are refused, and the register keeps what it had.
        var twice: Set<String> = []
        if random.chance(4), var again = people.first {
            again.name += "他"
            twice.insert(again.id)
            people.append(again)
        }
        if random.chance(3), let same = cases.first { cases.append(same) }
        try write("people.csv", "id,name,joined,left,note", people.map(\.row))
        try write("cases.csv", "case,person,opened,finding,measure,note", cases.map(\.row))
        if random.chance(3) { try breakOff() }
        let summary = try take(MemoryStore(memory, for: .writing(as: "test")))
        for outcome in RowOutcome.allCases {
            outcomes[outcome, default: 0] += summary.totals[outcome]
        }
        for person in people where !twice.contains(person.id) { self.people[person.id] = person }
        // Nobody is named whom the register does not know.
        for one in cases where self.people[one.person] != nil { self.cases[one.id] = one }
    }

    private mutating func edit() {
        if delivered.people.isEmpty {
            for number in 1...Int.random(in: 2...4, using: &random) {
                delivered.people.append(
                    Person(
                        id: "P-\(number)", name: random.pick(Self.names), joined: "2001-01-01",
                        left: "", note: ""))
            }
        }
        for index in delivered.people.indices where random.chance(2) {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: delivered.people[index].name = random.pick(Self.names)
            case 1: delivered.people[index].joined = random.pick(["2001-01-01", "2002-02-02", ""])
            case 2:
                delivered.people[index].left = random.pick(["", "", "2030-01-01", "2031-01-01"])
            default: delivered.people[index].note = random.pick(["", "a", "b"])
            }
        }
        if random.chance(3), delivered.people.count > 1 { delivered.people.removeLast() }
        let known = delivered.people.map(\.id)
        if random.chance(2) || delivered.cases.isEmpty,
            let person = known.randomElement(using: &random)
        {
            let number = delivered.cases.count + 1
            let one = Case(
                id: "C-\(number)", person: person, opened: "2010-01-01", finding: "", measure: "",
                note: "")
            if !delivered.cases.contains(where: { $0.id == one.id }) { delivered.cases.append(one) }
        }
        for index in delivered.cases.indices where random.chance(2) {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: delivered.cases[index].person = random.pick(known)
            case 1: delivered.cases[index].opened = random.pick(["2010-01-01", "2011-01-01"])
            case 2:
                delivered.cases[index].finding = random.pick(["", "sustained", "unfounded"])
            case 3:
                delivered.cases[index].measure = random.pick(["", "warning", "demerit"])
            default: delivered.cases[index].note = random.pick(["", "x", "y"])
            }
        }
        if random.chance(4), delivered.cases.count > 1 { delivered.cases.removeFirst() }
    }

    private func write(_ name: String, _ header: String, _ rows: [String]) throws {
        try scratch.write(name, ([header] + rows).joined(separator: "\n") + "\n")
    }

    /// The import is killed as it commits; what it had recorded before stands, the rest does not.
    private mutating func breakOff() throws {
        let store = try MemoryStore(memory, for: .writing(as: "test"))
        let size = try store.read { try $0.size() }
        let after = size + Int.random(in: 0...6, using: &random)
        do {
            _ = try take(store, as: BreakingStore(store, after: after))
        } catch {
            let fault = (error as? ImportBrokenOff)?.reason ?? error
            #expect(fault as? StoreFault == .diskFull(path: ""))
        }
    }

    private func take(_ store: MemoryStore, as breaking: BreakingStore? = nil) throws
        -> ImportSummary
    {
        defer { store.close() }
        let chosen: any EntryStore = if let breaking { breaking } else { store }
        let ledger = try Ledger(
            chosen, clock: FixedClock(instant("2026-01-01T00:00:00.000Z")))
        let runner = try ImportRunner(
            ledger, mapping: Mapping(parsing: Array(Self.mapping.utf8)),
            directory: scratch.url.path, report: nil, words: { $0.code })
        return try runner.run(dryRun: false) { _ in }
    }

    // MARK: Comparing

    /// Where the register says something else than the naive one.
    func faults() throws -> [String] {
        let store = try MemoryStore(memory, for: .reading)
        defer { store.close() }
        let ledger = try Ledger(
            store, clock: FixedClock(instant("2026-01-01T00:00:00.000Z")))
        var faults: [String] = []
        func compare(_ what: String, _ said: [String], _ right: [String]) {
            let exact =
                said.count == right.count
                && zip(said.sorted(), right.sorted()).allSatisfy {
                    $0.utf8.elementsEqual($1.utf8)
                }
            if !exact { faults.append("\(what): \(said) is not \(right)") }
        }
        for person in people.values {
            let log = try RecordFile(
                SubjectID(wellFormed: person.id).tag,
                of: ledger.trail(of: SubjectID(wellFormed: person.id).tag)
            ).log
            compare(
                "\(person.id) name",
                log.standing(SubjectRegistered.self).compactMap { $0.fact.name?.text },
                person.name.isEmpty ? [] : [person.name])
            compare(
                "\(person.id) joined",
                log.standing(EmploymentBegan.self).compactMap { $0.on?.description },
                person.joined.isEmpty ? [] : [person.joined])
            compare(
                "\(person.id) left",
                log.standing(EmploymentEnded.self).compactMap { $0.on?.description },
                person.left.isEmpty ? [] : [person.left])
            let mine = cases.values.filter { $0.person == person.id }
            compare(
                "\(person.id) named", log.standing(PersonNamed.self).map(\.fact.case.text),
                mine.map(\.id))
            compare(
                "\(person.id) findings",
                log.standing(FindingMade.self).map {
                    "\($0.fact.case) \($0.fact.finding.rawValue)"
                },
                mine.filter { !$0.finding.isEmpty }.map { "\($0.id) \($0.finding)" })
            compare(
                "\(person.id) sanctions",
                log.standing(SanctionImposed.self).map {
                    "\($0.fact.case) \($0.fact.measure.rawValue) \($0.on?.description ?? "")"
                },
                mine.filter { !$0.measure.isEmpty }.map { "\($0.id) \($0.measure) \($0.opened)" })
        }
        return faults
    }
}
