import Law
import Testing
import Vocabulary

@Suite("A field is declared once, and every pass over it follows from that line")
struct FieldsTests {
    private static let digest = String(repeating: "9f", count: 32)

    /// Everything that can be said of a boat.
    private static let full: Values = [
        "boat": "B-1", "by": "P-2", "helpers": ["P-9", "P-3"], "paper": "squared",
        "steps": ["对折", "展开"], "name": ["sealed": .text(digest)], "creases": 7, "isDry": false,
        "plan": .text(digest), "sheets": [.text(digest)],
        "crew": [["person": "P-4", "rank": "舵手"], ["person": "P-3", "rank": "水手"]],
        "captain": ["person": "P-5", "rank": "船长"], "serial": 3, "launched": "2024-05-20",
        "colour": "coloured", "berths": ["1"], "berth": "2",
    ]
    private static let least: Values = ["boat": "B-1", "by": "P-2"]

    // MARK: described

    @Test("it is described with its form, who says it, and what else the line says")
    func described() {
        let codes = ["plain", "squared", "coloured"]
        let sailor = [
            Field("person", .identifier, isRequired: true, isTag: true, tagKind: SubjectID.tagKind),
            Field("rank", .text, origin: .derived),
        ]
        #expect(
            BoatFolded.fields == [
                Field("boat", .identifier, isRequired: true, isTag: true, tagKind: .boat),
                Field("by", .identifier, isRequired: true, isTag: true, tagKind: SubjectID.tagKind),
                Field("helpers", .identifiers, isTag: true),
                Field("paper", .code(codes)),
                Field("steps", .texts, isRequired: true),
                Field("name", .sealed, owner: .person("by")),
                Field("creases", .integer),
                Field("isDry", .flag),
                Field("plan", .text, isDigest: true),
                Field("sheets", .texts, isDigest: true),
                Field("crew", .objects(sailor), isTag: true),
                Field("captain", .object(sailor)),
                Field("serial", .integer, origin: .derived),
                Field("launched", .date, origin: .derived),
                Field(
                    "colour", .code(["squared", "coloured"]), since: 2, recorded: .code(codes)),
                Field("berths", .texts, since: 2),
                Field("berth", .text, since: 3),
            ])
    }

    @Test("a verb asks for what may be given, also in parts, and for nothing that is derived")
    func given() throws {
        let fields = try #require(boats.verb(named: "foldBoat")).fields
        #expect(!fields.contains { ["serial", "launched"].contains($0.name) })
        #expect(fields.count == BoatFolded.fields.count - 2)
        let crew = try #require(fields.first { $0.name == "crew" })
        #expect(
            crew.form
                == .objects([
                    Field(
                        "person", .identifier, isRequired: true, isTag: true,
                        tagKind: SubjectID.tagKind)
                ]))
    }

    // MARK: recorded

    @Test("an entry is read, every field of it, and written back as it was, in order")
    func recorded() throws {
        let fact = try BoatFolded(recorded: Self.full)
        #expect(fact.helpers == ["P-9", "P-3"] && fact.paper == .squared && fact.isDry == false)
        #expect(fact.crew == [Sailor(person: "P-4", rank: "舵手"), Sailor(person: "P-3")])
        #expect(fact.serial == 3 && fact.launched == day("2024-05-20"))
        #expect(fact.name == .commitment(Self.digest))
        let written = Written.by(fact.write)
        #expect(written.members == Self.full.members)
        #expect(written.names == written.names.sorted())
    }

    @Test("what is absent is what the line says, and writes no member")
    func absent() throws {
        let fact = try BoatFolded(recorded: Self.least.with("serial", 0))
        #expect(fact == BoatFolded(boat: "B-1", by: "P-2"))
        let written = Written.by(fact.write)
        #expect(written.members == ["boat": "B-1", "by": "P-2", "paper": "plain", "serial": 0])
        let empty = try BoatFolded(recorded: Self.full.with("helpers", []).with("crew", []))
        #expect(!Written.by(empty.write).names.contains { ["helpers", "crew"].contains($0) })
    }

    @Test(
        "what every entry has and this one has not is missing, a member of another type too",
        arguments: ["boat", "by", "serial"])
    func missing(name: String) {
        for value: Value? in [nil, .list([]), .flag(true)] {
            #expect(throws: FieldFault.missing(name)) {
                try BoatFolded(recorded: Self.full.with(name, value))
            }
        }
    }

    @Test("a fault names the field, and never the value")
    func faults() {
        let wrong: [(String, Value, FieldFault)] = [
            ("by", "虚构甲", .notAnIdentifier("by")),
            ("helpers", ["P-1", "虚构甲"], .notAnIdentifier("helpers")),
            ("paper", "虚构甲", .notOneOf("paper", Paper.codes)),
            ("launched", "2024-02-30", .notADate("launched", value: "2024-02-30")),
            ("launched", "虚构甲", .notADate("launched", value: "")),
            ("crew", [["person": "虚构甲"]], .notAnIdentifier("person")),
            ("captain", ["rank": "船长"], .missing("person")),
        ]
        for (name, value, fault) in wrong {
            #expect(throws: fault) { try BoatFolded(recorded: Self.full.with(name, value)) }
            #expect(!fault.description.contains("虚构") && fault.field == fault.field)
        }
    }

    @Test("a code of a later release is told apart from damage, wherever it stands")
    func unknownCodes() throws {
        func codes(_ members: Values) -> [String] {
            do throws(FieldFault) {
                _ = try BoatFolded(recorded: members)
                return []
            } catch {
                guard case .unknownCodes(let codes) = error else { return ["\(error)"] }
                return codes.map { "\($0.path)=\($0.code)" }
            }
        }
        let later = Self.full.with("paper", "golden")
        #expect(codes(later) == ["paper=golden"])
        // What is wrong beside it is damage all the same.
        #expect(codes(later.with("serial", nil)) == ["serial: missing"])
        #expect(codes(later.with("launched", "2024-02-30")) == ["launched: notADate"])
        #expect(codes(Self.full.with("paper", "Gold paper")) == ["paper: notOneOfTheCodes"])
        // Whoever asks is told what there is.
        #expect(throws: FieldFault.notOneOf("paper", Paper.codes)) {
            try BoatFolded(asked: later)
        }
        #expect(BoatFolded.kind.knows("coloured", at: "paper"))
        #expect(!BoatFolded.kind.knows("golden", at: "paper"))
        #expect(!BoatFolded.kind.knows("plain", at: "crew.paper"))
    }

    @Test("an entry of old is read as it stands, though nobody could ask for it today")
    func lenient() throws {
        let old = Self.full.with("plan", "x").with("colour", "plain").with("steps", nil)
        let fact = try BoatFolded(recorded: old)
        #expect(fact.plan == "x" && fact.colour == .plain && fact.steps.isEmpty)
    }

    // MARK: asked

    @Test("nobody types what is derived: it is blank, whatever was given")
    func derived() throws {
        let fact = try BoatFolded(asked: Self.full)
        #expect(fact.serial == 0 && fact.launched == nil)
        #expect(fact.boat == "B-1" && fact.creases == 7 && fact.berth == "2")
    }

    @Test("what is to be sealed comes in clear, and a commitment stays one")
    func sealed() throws {
        #expect(
            try BoatFolded(asked: Self.full.with("name", "虚构号")).name == .clear("虚构号"))
        #expect(try BoatFolded(asked: Self.full).name == .commitment(Self.digest))
        #expect(try BoatFolded(asked: Self.least.with("name", 7)).name == nil)
        #expect(throws: FieldFault.missing("reason")) {
            try BoatStruck(asked: Values(["by": "P-1"]))
        }
    }

    @Test(
        "a digest that is asked for is 64 lower-case hexadecimal digits, each of a list",
        arguments: [
            "", "9f", String(repeating: "9F", count: 32), String(repeating: "9f", count: 31) + "9",
            String(repeating: "9f", count: 32) + "9", String(repeating: "g", count: 64),
            String(repeating: "９", count: 64),
        ])
    func digests(text: String) {
        #expect(throws: FieldFault.notADigest("plan")) {
            try BoatFolded(asked: Self.least.with("plan", .text(text)))
        }
        #expect(throws: FieldFault.notADigest("sheets")) {
            try BoatFolded(asked: Self.least.with("sheets", [.text(Self.digest), .text(text)]))
        }
    }

    @Test("of the codes that there are, only those that may be given are")
    func oneOf() throws {
        #expect(throws: FieldFault.notOneOf("colour", ["squared", "coloured"])) {
            try BoatFolded(asked: Self.least.with("colour", "plain"))
        }
        #expect(throws: FieldFault.notOneOf("colour", Paper.codes)) {
            try BoatFolded(asked: Self.least.with("colour", "golden"))
        }
        #expect(try BoatFolded(asked: Self.least.with("colour", "squared")).colour == .squared)
    }

    // MARK: tags and versions

    @Test("entries are found by their tag fields alone: single, lists and parts, sorted, each once")
    func tags() throws {
        let fact = try BoatFolded(recorded: Self.full)
        #expect(
            fact.tags.map(\.description)
                == ["boat:B-1", "subject:P-2", "subject:P-3", "subject:P-4", "subject:P-9"])
        #expect(BoatFolded(boat: "B-1", by: "P-2", captain: Sailor(person: "P-8")).tags.count == 2)
    }

    @Test(
        "a version is what the fields say: never more than they need, and an empty list says nothing"
    )
    func versions() throws {
        #expect(BoatFolded.kind.types == ["boat.folded.v1", "boat.folded.v2", "boat.folded.v3"])
        #expect(BoatSunk.kind.types == ["boat.sunk.v1"])
        var fact = BoatFolded(boat: "B-1", by: "P-2")
        #expect(fact.version == "boat.folded.v1" && Event(fact).type == BoatFolded.type)
        fact.berths = []
        #expect(fact.declaredVersion == 1)
        fact.berths = ["1"]
        #expect(fact.version == "boat.folded.v2")
        fact.berths = []
        fact.colour = .squared
        #expect(fact.version == "boat.folded.v2")
        fact.colour = nil
        fact.berth = "2"
        #expect(fact.version == "boat.folded.v3")
    }

    @Test("an entry of an older version reads, and is written back under its own")
    func older() throws {
        let members = Self.least.with("serial", 4).with("paper", "plain")
        for type in BoatFolded.kind.types {
            let event = try boats.event(type: type.name, reader: members)
            #expect(event.type == type && event[BoatFolded.self]?.serial == 4)
            #expect(Written.by { event.write(to: &$0) }.members == members.members)
            #expect(event == Event(BoatFolded(boat: "B-1", by: "P-2", serial: 4)))
        }
    }

    // MARK: comparing

    @Test("two records are the same when every byte is: what only looks equal differs")
    func bytes() {
        func sunk(_ place: String) -> FieldTree { BoatSunk(boat: "B-1", place: place).tree }
        #expect("\u{E9}" == "e\u{301}")
        #expect(sunk("\u{E9}") != sunk("e\u{301}"))
        #expect(!sunk("\u{E9}").isCompatible(with: sunk("e\u{301}")))
        #expect(sunk("é") == sunk("é") && Set([sunk("é"), sunk("é")]).count == 1)
        #expect(sunk("é") != BoatSunk(boat: "B-1").tree)
        let lists = [["\u{E9}"], ["e\u{301}"], ["\u{E9}", ""]].map {
            BoatFolded(boat: "B-1", by: "P-2", steps: $0).tree
        }
        #expect(lists[0] != lists[1] && lists[0] != lists[2])
    }

    @Test("a commitment proves no difference, and is no equality either")
    func commitments() {
        func named(_ name: Sealed?) -> FieldTree {
            BoatFolded(boat: "B-1", by: "P-2", name: name, crew: [Sailor(person: "P-3")]).tree
        }
        let sealed = named(.commitment(Self.digest))
        #expect(sealed != named(.clear("甲")) && sealed.isCompatible(with: named(.clear("甲"))))
        #expect(sealed.isCompatible(with: named(.commitment(String(repeating: "0", count: 64)))))
        #expect(sealed == named(.commitment(Self.digest)))
        #expect(!named(.clear("甲")).isCompatible(with: named(.clear("乙"))))
        #expect(!sealed.isCompatible(with: named(nil)))
        var other = BoatFolded(boat: "B-1", by: "P-2", name: .clear("甲"))
        other.crew = [Sailor(person: "P-4")]
        #expect(!sealed.isCompatible(with: other.tree))
    }
}
