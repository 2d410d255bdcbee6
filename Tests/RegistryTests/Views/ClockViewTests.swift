import Chain
import Law
import Store
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// A ledger of remedies, cases and decisions, its clocks running.
private struct RemedyLedger {
    let place: TestLedger

    init() throws {
        place = try TestLedger(at: "2024-01-02T01:00:00.000Z", law: BuiltInLaw.documents)
    }

    private func perform(
        _ name: String, _ json: String, at moment: String, approver: Officer? = nil
    ) throws {
        let reader = try #require(ValueReader(JSONValue(parsing: Array(json.utf8))))
        let command = try Command(name: name, reader: reader, in: Duties.register)
        try place.ledger.perform(
            command.signed(by: "clerk.a", approvedBy: approver), at: instant(moment))
    }

    /// Tells the story of `count` people from `first`; returns the moment it ends.
    func tell(_ people: Range<Int>) throws {
        for number in people {
            let moment = "2024-06-01T02:00:00.000Z"
            try perform(
                "registerSubject", #"{"subject":"P-\#(number)","kind":"person"}"#, at: moment)
            try perform(
                "openCase",
                #"{"case":"C-\#(number)","authority":"U-1","on":"2024-01-0\#(1 + number % 9)"}"#,
                at: moment)
            try perform(
                "namePerson",
                #"{"case":"C-\#(number)","subject":"P-\#(number)","on":"2024-01-10"}"#,
                at: moment)
            try place.ledger.transact(at: instant(moment)) { transaction in
                for event in try events(of: number) {
                    transaction.stage(event, by: Ledger.recorder)
                }
                transaction.keep(by: Ledger.recorder)
            }
        }
    }

    /// Facts as they are, whatever the rules of their duties make of them.
    private func events(of number: Int) throws -> [Draft] {
        func draft(_ type: String, _ json: String, _ day: String) throws -> Draft {
            let reader = try #require(ValueReader(JSONValue(parsing: Array(json.utf8))))
            return Draft(
                event: try Duties.register.event(type: type, reader: reader),
                on: RegistryTests.day(day),
                basis: ["XZZ-2020-26#16"])
        }
        let own = #""case":"C-\#(number)","subject":"P-\#(number)","sanction":"S-\#(number)""#
        var drafts = [
            try draft(
                "sanction.imposed.v2",
                #"{\#(own),"measure":"demotion","months":24,"authority":"supervision"}"#,
                "2024-02-01"),
            try draft("sanction.served.v1", #"{\#(own),"route":"A"}"#, "2024-02-05"),
        ]
        if number % 2 == 0 {
            drafts.append(
                try draft(
                    "appeal.filed.v1",
                    #"{\#(own),"appeal":"A-\#(number)","route":"A","stage":"reexamination"}"#,
                    "2024-02-20"))
        }
        if number % 3 == 0 {
            drafts.append(
                try draft("sanction.annulled.v1", #"{\#(own),"by":"court"}"#, "2024-04-01"))
        }
        return drafts
    }

    func rows() throws -> [String: [UInt8]] { try ViewTests.rows(place) }

    func board(knownAt: String? = nil) throws -> [String] {
        try place.ledger.deadlines(
            at: Times(asOf: day("2024-06-01"), knownAt: knownAt.map(instant))
        ).items.map { "\($0.reading.tag) \($0.reading.start.slot) \($0.level)" }
    }
}

@Suite("The stored clocks are what the entries give")
struct ClockViewTests {
    @Test("followed in steps or built at once, they are the same bytes")
    func incremental() throws {  // I7
        let told = try RemedyLedger()
        var projector = Projector(
            store: told.place.store, suite: .sha256, duties: Duties.register, cores: 2)
        projector.step = 7
        for start in stride(from: 0, to: 24, by: 6) {
            try told.tell(start..<start + 6)
            try projector.catchUp { _ in }
        }
        let incremental = try told.rows()
        #expect(incremental.keys.count { $0.hasPrefix("deadline/sanction:") } == 24)
        #expect(try told.place.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
        _ = try told.place.ledger.rebuild(cores: 2) { _, _ in }
        #expect(try told.rows() == incremental)
        #expect(try told.place.verify().isSound)
    }

    @Test("the board is the same from the view, from a view that is behind, and from none")
    func behind() throws {
        let told = try RemedyLedger()
        try told.tell(0..<6)
        let fromLog = try told.board()
        try told.place.ledger.followViews(cores: 1)
        #expect(try told.board() == fromLog)
        try told.tell(6..<12)
        let partly = try told.board()
        try told.place.ledger.followViews(cores: 1)
        #expect(try told.board() == partly)
        #expect(fromLog.count > 6 && partly.count > fromLog.count)
    }

    @Test("a ledger whose views were made before there were clocks is sound, and caught up")
    func oldLedger() throws {
        let told = try RemedyLedger()
        try told.tell(0..<12)
        try told.place.ledger.followViews(cores: 1)
        let rows = try told.rows()
        let board = try told.board()
        let old = try TestLedger(
            copy: told.place.bytes(), key: told.place.key,
            meddling: """
                DELETE FROM view WHERE name = 'deadline'; DELETE FROM view_position WHERE name = 'deadline';
                DELETE FROM meta WHERE name = 'view.deadline'
                """)
        #expect(try old.verify().isSound)
        #expect(try old.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
        #expect(
            try old.ledger.deadlines(at: Times(asOf: day("2024-06-01"))).items.map {
                "\($0.reading.tag) \($0.reading.start.slot) \($0.level)"
            } == board)
        try old.ledger.followViews(cores: 2)
        #expect(try ViewTests.rows(old) == rows)
        #expect(try old.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
    }

    @Test("a row that was taken out makes no deadline unseen: the board stops")
    func rowTakenOut() throws {
        let told = try RemedyLedger()
        try told.tell(0..<6)
        try told.place.ledger.followViews(cores: 1)
        let robbed = try TestLedger(
            copy: told.place.bytes(), key: told.place.key,
            meddling: "DELETE FROM view WHERE name = 'deadline' AND key = 'sanction:S-2'")
        #expect(throws: LedgerFault.damagedView("deadline")) {
            try robbed.ledger.deadlines(at: Times(asOf: day("2024-06-01")))
        }
        #expect(try !robbed.verify().isSound)
    }

    @Test("files that hold only deliveries of old kinds have not one row of it")
    func oldKinds() throws {
        let whole = try WholeLedger.copy()
        try whole.ledger.followViews(cores: 2)
        let keys = try ViewTests.rows(whole).keys.filter { $0.hasPrefix("deadline/") }
        #expect(!keys.isEmpty)
        #expect(!keys.contains { $0.contains(":S-2020") || $0.contains(":C-2020") })
    }

    @Test("timelines come out of the ledger by appeal, by sanction and by person")
    func timelines() throws {
        let told = try RemedyLedger()
        try told.tell(0..<6)
        let ledger = told.place.ledger
        let one = try #require(
            try ledger.appeals(
                with: AppealID(wellFormed: "A-2"), at: Times(asOf: day("2024-03-01"))))
        #expect(one.sanction.text == "S-2" && one.stages.map(\.appeal.text) == ["A-2"])
        #expect(one.stages.first?.deciding?.due == day("2024-03-20"))
        #expect(
            try ledger.appeals(
                against: SanctionID(wellFormed: "S-2"), at: Times(asOf: day("2024-03-01")))
                == one)
        #expect(try ledger.appeals(of: "P-2", at: Times(asOf: day("2024-03-01"))).rows == [one])
        #expect(
            try ledger.appeals(
                with: AppealID(wellFormed: "A-2"), at: Times(asOf: day("2024-02-19"))) == nil)
        #expect(try ledger.appeals(at: Times(asOf: day("2024-03-01"))).rows.count == 6)
        let all = try ledger.appeals(at: Times(asOf: day("2024-03-01")))
        let first = try ledger.appeals(
            at: Times(asOf: day("2024-03-01")), in: ListWindow(limit: 4))
        #expect(first.rows == Array(all.rows.prefix(4)) && first.more == 2 && first.next == "S-3")
        let rest = try ledger.appeals(
            at: Times(asOf: day("2024-03-01")), in: ListWindow(limit: 4, after: first.next))
        #expect(rest.rows == Array(all.rows.suffix(2)) && rest.more == 0 && rest.next == nil)
        // Three were appealed; the time of the others ended on 5 March.
        #expect(
            try ledger.appeals(openOnly: true, at: Times(asOf: day("2024-03-06"))).rows.count == 3)
    }

    @Test("D2 25: what the board said stays, whatever is recorded later")
    func knownThen() throws {  // D2 25
        let told = try RemedyLedger()
        try told.tell(0..<6)
        let then = try told.board(knownAt: "2024-06-01T02:00:00.000Z")
        try told.place.ledger.perform(
            CaseClosed(case: CaseID(wellFormed: "C-1")), on("2024-05-01"),
            at: instant("2024-06-02T02:00:00.000Z"))
        #expect(try told.board(knownAt: "2024-06-01T02:00:00.000Z") == then)
        try told.place.ledger.followViews(cores: 1)
        #expect(try told.board(knownAt: "2024-06-01T02:00:00.000Z") == then)
    }
}

/// Commands and facts of a test are written as JSON; what is sealed is given in clear.
extension ValueReader: FieldReader {
    func sealed(_ name: StaticString) -> Sealed? { string(name).map(Sealed.clear) }
}
