import Law
import Testing
import Vocabulary

@Suite("What every act is held to before it is decided")
struct CommandTests {
    private let may20 = Circumstances(on: day("2024-05-20"))

    private func officer(_ text: String) throws -> Officer { try #require(Officer(text)) }

    @Test("a command is read by name: its act, its day and what it rests on")
    func read() throws {
        let command = try Command(
            name: "foldBoat",
            reader: [
                "boat": "B-1", "by": "P-2", "on": "2024-05-20", "onBasis": "closed_date",
                "basis": ["某文〔2024〕1号"],
            ] as Values, in: boats)
        #expect(command.name == "foldBoat" && command.on == day("2024-05-20"))
        #expect(command.concerns.map(\.description) == ["boat:B-1", "subject:P-2"])
        let draft = try #require(command.decide(over: FoldedPast()).first)
        #expect(draft.event == Event(BoatFolded(boat: "B-1", by: "P-2")))
        #expect(draft.on == day("2024-05-20") && draft.onBasis == "closed_date")
        #expect(draft.basis == ["折纸条例#1", "某文〔2024〕1号"])
        #expect(throws: Refusal.unknownCommand("flyKite")) {
            try Command(name: "flyKite", reader: Values([:]), in: boats)
        }
        #expect(throws: Refusal.impossibleDate(field: "on", value: "2024-02-30")) {
            try Command(
                name: "foldBoat",
                reader: ["boat": "B-1", "by": "P-2", "on": "2024-02-30"] as Values,
                in: boats)
        }
    }

    @Test("asked twice, there is nothing to record")
    func twice() throws {
        let act = BoatFolded(boat: "B-1", by: "P-1", creases: 3)
        var past = FoldedPast()
        past.apply(entry(0, Event(act), on: may20.on))
        #expect(try Command(act, may20, in: boats).decide(over: past).isEmpty)
        #expect(
            try Command(act, .init(on: day("2024-05-21")), in: boats).decide(over: past).count == 1)
    }

    @Test("what needs a day has one; what is ordered ahead may lie ahead")
    func dating() throws {
        let fold = Command(BoatFolded(boat: "B-1", by: "P-1"), in: boats)
        #expect(throws: Refusal.missing("on")) { try fold.decide(over: FoldedPast()) }
        #expect(!fold.mayLieAhead)
        let sink = Command(BoatSunk(boat: "B-1"), in: boats)
            .signed(by: try officer("P-1"), approvedBy: try officer("P-2"))
        #expect(try sink.decide(over: FoldedPast()).count == 1 && sink.mayLieAhead)
    }

    @Test("what needs a second person has another one, however the name is typed")
    func second() throws {
        let sink = Command(BoatSunk(boat: "B-1"), may20, in: boats)
        func decide(_ actor: String, _ approver: String?) throws -> Int {
            try sink.signed(by: officer(actor), approvedBy: approver.map(officer))
                .decide(over: FoldedPast()).count
        }
        #expect(throws: Refusal.needsApprover("boat.sink")) { try decide("P-1", nil) }
        for same in ["P-1", "p-1", "P-1 ", "Ｐ－１"] {
            #expect(throws: Refusal.approverIsRecorder(try officer("P-1"))) {
                try decide("P-1", same)
            }
        }
        #expect(try decide("P-1", "P-2") == 1)
    }

    @Test("a guard comes before everything else")
    func guarded() {
        let command = Command(
            BoatSunk(boat: "B-1"), Circumstances(on: day("2024-05-01")), in: boats)
        #expect(throws: Refusal.notYet(day("2024-05-01"), today: day("2024-04-30"))) {
            try command.decide(over: FoldedPast())
        }
    }

    @Test("two commands are the same when act, circumstances and signatures are")
    func same() throws {
        let one = Command(BoatSunk(boat: "B-1", place: "\u{E9}"), may20, in: boats)
        #expect(one == Command(BoatSunk(boat: "B-1", place: "\u{E9}"), may20, in: boats))
        #expect(one != Command(BoatSunk(boat: "B-1", place: "e\u{301}"), may20, in: boats))
        #expect(one != Command(BoatSunk(boat: "B-1", place: "\u{E9}"), in: boats))
        let signed = one.signed(by: try officer("P-1"), approvedBy: nil)
        #expect(signed != one && Set([one, one, signed]).count == 2)
    }

    @Test("without a day there is nothing that it could have been imputed from")
    func imputed() {
        #expect(Circumstances(onBasis: "closed_date").onBasis == nil)
        #expect(
            Circumstances(on: day("2024-05-20"), onBasis: "closed_date").onBasis == "closed_date")
    }

    @Test("a rule is cited once, the decider's first; a consequence follows the first entry")
    func drafts() {
        let cited = Circumstances(on: day("2024-05-20"), basis: ["甲", "折纸条例#1", "乙"])
        let fact = BoatSunk(boat: "B-1")
        #expect(cited.draft(fact, under: "折纸条例#1").basis == ["折纸条例#1", "甲", "乙"])
        #expect(!cited.draft(fact, under: "x").followsFirst)
        #expect(cited.consequence(fact, under: "x").followsFirst)
        #expect(cited.draft(fact, under: "x").tags.map(\.description) == ["boat:B-1"])
        var basis = ["甲"]
        basis.cite("甲")
        basis.cite("乙")
        #expect(basis == ["甲", "乙"])
    }

    @Test("refusals are the same when their reasons are, of one duty; each is found by its type")
    func refusals() {
        #expect(Refusal.missing("on") == Refusal.missing("on"))
        #expect(Refusal.missing("on") != Refusal.missing("by"))
        #expect(Refusal(Wreck.missing("on")) != Refusal.missing("on"))
        #expect(Refusal(Wreck.missing("on")).reason() == Wreck.missing("on"))
        #expect(Refusal(Wreck.missing("on")).reason(GeneralRefusal.self) == nil)
        #expect(Refusal(FieldFault.notADigest("plan")) == .notADigest("plan"))
        let message = Refusal(Wreck.missing("on")).message
        #expect(message.code == "missingField" && message.source == "折纸条例#1")
        #expect(message.key == "refusal.missingField.sunk")
        #expect(message.values == ["field": .text("on")])
    }

    private enum Wreck: RefusalReason {
        case missing(String)
        var message: Message {
            switch self {
            case .missing(let field):
                .refusal("missingField", "折纸条例#1", ["field": field], variant: "sunk")
            }
        }
    }
}
