import Law
import Testing
import Vocabulary

/// Each fault turned up by a duty that has it and nothing else.
@Suite("A duty that is declared wrongly is named, not guessed at")
struct DutyFaultTests {
    /// A duty with one kind, and no clock in its files unless said.
    /// - Parameter verbs: Nil: one that records the fact.
    private static func duty<F: Fact>(
        _ fact: F.Type, source: String = "折纸条例#1", clocks: Marks<F> = .none,
        hasClocks: Bool = false, tag: TagKind = "scrap", verbs: [Verb]? = nil
    ) -> Duty {
        Duty(
            noun: Noun("scrap", tag: tag, hasClocks: hasClocks),
            kinds: [
                EventKind(
                    fact, source: source, trail: .plain(.procedure), clocks: clocks, alike: nil)
            ], verbs: verbs ?? [verb("scrap", "\(F.type)", records: fact)], guards: [])
    }

    private static func verb(
        _ noun: String, _ verb: String, about: String = "boat", named: String? = nil,
        records: any Fact.Type = BoatSunk.self
    ) -> Verb {
        Verb(
            BoatSunk.self, noun, verb, about: about, named: named, records: records,
            dating: .optional, second: .byRule, delivery: .mapped)
    }

    private static func clocks(starts: [String], ends: [String]) -> Marks<BoatSunk> {
        Marks(starts: starts, ends: ends) { _, _ in [] }
    }

    private static let statutes = [Statute("折纸条例", articles: 1...3, tasks: 7...7)]

    private static func faults(_ duties: Duty...) -> [DutyFault] {
        DutyRegister(duties).faults(citing: statutes)
    }

    @Test("a sound duty has no fault, and stays sound beside another")
    func sound() {
        #expect(
            boats.faults(citing: Self.statutes).filter {
                $0 != .clockNeverEnds("drying", startedBy: BoatFolded.type)
            }
            .isEmpty)
        #expect(Self.faults(Self.duty(BoatSunk.self)).isEmpty)
    }

    @Test("two kinds or two nouns of one name")
    func twice() {
        #expect(
            Self.faults(
                Self.duty(BoatSunk.self), Self.duty(BoatSunk.self, tag: "other", verbs: []))
                == [.typeTwice(BoatSunk.type)])
        #expect(
            Self.faults(Self.duty(BoatSunk.self), Self.duty(BoatScuttled.self))
                == [.tagTwice("scrap")])
    }

    @Test("two verbs of one name, or that are typed the same")
    func verbs() {
        #expect(
            Self.faults(
                Self.duty(
                    BoatSunk.self,
                    verbs: [
                        Self.verb("scrap", "sink", named: "sink"),
                        Self.verb("scrap", "drown", named: "sink"),
                    ])) == [.verbTwice("sink")])
        #expect(
            Self.faults(
                Self.duty(
                    BoatSunk.self,
                    verbs: [
                        Self.verb("scrap", "sink", named: "one"),
                        Self.verb("scrap", "sink", named: "two"),
                    ])) == [.spokenTwice("scrap sink")])
    }

    @Test("a verb about a field that its act has not, or that records what nobody declares")
    func verbOfNothing() {
        #expect(
            Self.faults(
                Self.duty(BoatSunk.self, verbs: [Self.verb("scrap", "sink", about: "kite")]))
                == [.aboutUnknown("scrap.sink", field: "kite")])
        #expect(
            Self.faults(
                Self.duty(
                    BoatSunk.self,
                    verbs: [
                        Self.verb("scrap", "sink", records: BoatStruck.self),
                        Self.verb("scrap", "drown"),
                    ]))
                == [.recordsUnknown("scrap.sink", BoatStruck.type)])
    }

    @Test("a field that is declared twice, in a kind or in a part of it")
    func fields() {
        #expect(
            Self.faults(Self.duty(Doubled.self)) == [.fieldTwice(Doubled.type, field: "boat")])
        #expect(
            Self.faults(Self.duty(DoubledInside.self))
                == [.fieldTwice(DoubledInside.type, field: "person")])
    }

    @Test("a name without a version, and a version that no field belongs to")
    func versions() {
        #expect(Self.faults(Self.duty(Unversioned.self)) == [.notAVersion(Unversioned.type)])
        #expect(
            Self.faults(Self.duty(Skipping.self)) == [.versionWithoutField("scrap.skipping.v2")])
    }

    @Test("a sealed value of somebody whom the record does not name")
    func owners() {
        #expect(
            Self.faults(Self.duty(Ownerless.self)) == [.ownerUnknown(Ownerless.type, field: "by")])
    }

    @Test("a field of a part that has a version: the kind would be written under none that says it")
    func traitsInside() {
        #expect(
            Self.faults(Self.duty(LateInside.self))
                == [.traitInside(LateInside.type, field: "note")])
    }

    @Test("a kind that cites no source")
    func sources() {
        #expect(Self.faults(Self.duty(BoatSunk.self, source: "")) == [.noSource(BoatSunk.type)])
    }

    @Test(
        "a kind that cites a text or an article that there is none of",
        arguments: [
            "折纸条例#0", "折纸条例#4", "折纸条例#01", "折纸条例#", "折纸条例#1、", "折纸条例#1、4", "折纸条例#1、#4",
            "折纸条例#3#1", "折纸条例-T6", "折纸条例-T", "折纸条例 #1", "折纸办法#1", "折纸条例1", "#1",
        ])
    func citations(source: String) {
        #expect(
            Self.faults(Self.duty(BoatSunk.self, source: source))
                == [.citationUnknown(BoatSunk.type, source)])
    }

    @Test(
        "what the text has may be cited",
        arguments: ["折纸条例", "折纸条例#1", "折纸条例#3", "折纸条例#1、#3", "折纸条例-T7"])
    func goodCitations(source: String) {
        #expect(Self.faults(Self.duty(BoatSunk.self, source: source)).isEmpty)
    }

    @Test("a clock that nothing ends, and one in a house without clocks")
    func clocks() {
        let starting = Self.clocks(starts: ["drying"], ends: [])
        #expect(
            Self.faults(Self.duty(BoatSunk.self, clocks: starting, hasClocks: true))
                == [.clockNeverEnds("drying", startedBy: BoatSunk.type)])
        let both = Self.clocks(starts: ["drying"], ends: ["drying"])
        #expect(Self.faults(Self.duty(BoatSunk.self, clocks: both, hasClocks: true)).isEmpty)
        #expect(
            Self.faults(Self.duty(BoatSunk.self, clocks: both))
                == [.clocksUnexpected(BoatSunk.type)])
        // Clocks elsewhere are no excuse.
        #expect(
            Self.faults(
                Self.duty(BoatSunk.self, clocks: both),
                Self.duty(BoatScuttled.self, hasClocks: true, tag: "other"))
                == [.clocksUnexpected(BoatSunk.type)])
        // Another duty may end it, in the file that its fact names.
        let ending = Self.duty(
            BoatSunk.self, clocks: Self.clocks(starts: [], ends: ["tide"]), tag: "tide")
        let tide = Marks<BoatScuttled>(starts: ["tide"], ends: []) { _, _ in [] }
        #expect(
            Self.faults(
                Self.duty(BoatScuttled.self, clocks: tide, hasClocks: true, tag: .boat), ending
            ).isEmpty)
    }

    @Test("what a fact stores and no field says, and an act that nobody can ask for")
    func forgotten() {
        #expect(
            Self.faults(Self.duty(Forgetful.self))
                == [.propertyForgotten(Forgetful.type, property: "place")])
        #expect(Self.faults(Self.duty(BoatSunk.self, verbs: [])) == [.verbMissing(BoatSunk.type)])
        // What follows from other acts needs no verb.
        #expect(Self.faults(Self.duty(Following.self, verbs: [])).isEmpty)
    }

    @Test("each is named by what is wrong")
    func named() {
        #expect("\(DutyFault.typeTwice(BoatSunk.type))" == "boat.sunk.v1 is declared twice")
        #expect("\(DutyFault.ownerUnknown(Ownerless.type, field: "by"))".contains("by"))
    }
}

private struct Forgetful: Fact {
    static let type: EventType = "scrap.forgetful.v1"
    let boat: BoatID
    var place: String?
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat)
    }
    static var duty: Duty { .boat }
}

private struct Following: Fact {
    static let type: EventType = "scrap.following.v1"
    let boat: BoatID
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat)
    }
    static var duty: Duty { .boat }
}

private struct Doubled: Fact {
    static let type: EventType = "scrap.doubled.v1"
    let boat: BoatID
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat)
        _ = try fields.given("boat", \.boat)
    }
    static var duty: Duty { .boat }
}

private struct Twins: FieldPart {
    let person: SubjectID
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        person = try fields.given("person", \.person)
        _ = try fields.given("person", \.person)
    }
    static var blank: Twins { preconditionFailure("a list needs no blank") }
}

private struct DoubledInside: Fact {
    static let type: EventType = "scrap.doubledInside.v1"
    let twins: [Twins]
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        twins = try fields.given("twins", \.twins)
    }
    static var duty: Duty { .boat }
}

private struct Late: FieldPart {
    let note: String?
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        note = try fields.given("note", \.note, .since(2))
    }
    static var blank: Late { preconditionFailure("a list needs no blank") }
}

private struct LateInside: Fact {
    static let type: EventType = "scrap.lateInside.v1"
    let notes: [Late]
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        notes = try fields.given("notes", \.notes)
    }
    static var duty: Duty { .boat }
}

private struct Unversioned: Fact {
    static let type: EventType = "scrap.unversioned"
    let boat: BoatID
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat)
    }
    static var duty: Duty { .boat }
}

private struct Skipping: Fact {
    static let type: EventType = "scrap.skipping.v1"
    let boat: BoatID
    let late: String?
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat)
        late = try fields.given("late", \.late, .since(3))
    }
    static var duty: Duty { .boat }
}

private struct Ownerless: Fact {
    static let type: EventType = "scrap.ownerless.v1"
    let boat: BoatID
    let name: Sealed?
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat)
        name = try fields.given("name", \.name, owner: .person("by"))
    }
    static var duty: Duty { .boat }
}
