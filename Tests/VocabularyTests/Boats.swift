import Law
import LawSupport
import Vocabulary

/// A duty that nobody has: paper boats are folded, sunk and struck from the list.
extension Duty {
    static let boat = Duty(
        noun: Noun("boat", tag: .boat, hasClocks: true),
        kinds: [
            EventKind(
                BoatFolded.self, source: "折纸条例#1",
                trail: TrailPlace(
                    .by("paper", ["plain": .procedure, "squared": .found]), shows: .boat,
                    role: .none, course: .none, brings: nil),
                clocks: Marks(starts: ["drying"], ends: [], since: 2) { fact, entry in
                    [entry.start(fact.boat.tag, "drying", subject: fact.by)]
                }, alike: nil),
            EventKind(
                BoatSunk.self, source: "折纸条例#2", trail: .plain(.procedure),
                clocks: Marks(starts: [], ends: ["drying"]) { fact, entry in
                    [entry.end(fact.boat.tag, "drying")]
                }, alike: nil),
            EventKind(
                BoatScuttled.self, source: "折纸条例#2", trail: .plain(.procedure), clocks: .none,
                alike: BoatSunk.self),
            EventKind(
                BoatStruck.self, source: "折纸条例#3", trail: .plain(.correction), clocks: .none,
                alike: nil),
        ],
        verbs: [
            Verb(
                BoatFolded.self, "boat", "fold", about: "boat", named: "foldBoat",
                records: BoatFolded.self, dating: .required, second: .byRule, delivery: .mapped),
            Verb(
                BoatSunk.self, "boat", "sink", about: "boat", named: nil, records: BoatSunk.self,
                dating: .optionalAhead, second: .required, delivery: .byHand),
        ],
        guards: [Storm()])
}

extension TrailPlace {
    static func plain(_ class: TrailClass) -> TrailPlace {
        TrailPlace(.always(`class`), shows: nil, role: .none, course: .none, brings: nil)
    }
}

extension TagKind {
    static let boat: TagKind = "boat"
}

struct BoatID: Identifier {
    static let tagKind: TagKind = .boat
    let text: String
    init(wellFormed text: String) { self.text = text }
}

enum Paper: String, Code {
    case plain, squared, coloured
}

/// Who sits in it.
struct Sailor: FieldPart {
    let person: SubjectID
    var rank: String = "水手"

    init(person: SubjectID, rank: String = "水手") {
        self.person = person
        self.rank = rank
    }

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        person = try fields.given("person", \.person, .tag)
        rank = try fields.derived("rank", \.rank, or: "水手")
    }

    static var blank: Sailor { Sailor(person: .blank) }
}

struct BoatFolded: Fact, Act {
    static let type: EventType = "boat.folded.v1"

    let boat: BoatID
    let by: SubjectID
    var helpers: [SubjectID] = []
    var paper: Paper = .plain
    var steps: [String] = []
    var name: Sealed?
    var creases: Int?
    var isDry: Bool?
    var plan: String?
    var sheets: [String] = []
    var crew: [Sailor] = []
    var captain: Sailor?
    var serial = 0
    var launched: CalendarDate?
    var colour: Paper?
    var berths: [String] = []
    var berth: String?
}

extension BoatFolded {
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat, .tag)
        by = try fields.given("by", \.by, .tag)
        helpers = try fields.given("helpers", \.helpers, .tag)
        paper = try fields.given("paper", \.paper, or: .plain)
        steps = try fields.given("steps", \.steps, .required)
        name = try fields.given("name", \.name, owner: .person("by"))
        creases = try fields.given("creases", \.creases)
        isDry = try fields.given("isDry", \.isDry)
        plan = try fields.given("plan", \.plan, .digest)
        sheets = try fields.given("sheets", \.sheets, .digest)
        crew = try fields.given("crew", \.crew, .tag)
        captain = try fields.given("captain", \.captain)
        serial = try fields.derived("serial", \.serial)
        launched = try fields.derived("launched", \.launched)
        colour = try fields.given("colour", \.colour, .oneOf(["squared", "coloured"]), .since(2))
        berths = try fields.given("berths", \.berths, .since(2))
        berth = try fields.given("berth", \.berth, .since(3))
    }

    static var duty: Duty { .boat }
    var acting: Acting { Acting(in: boat.tag, officials: [by]) }

    func decide(over past: some Past, under circumstances: Circumstances) throws(Refusal)
        -> [Draft]
    {
        let log = past.file(boat.tag)?.log ?? EventLog()
        if log.stands(self, on: circumstances.on) { return [] }
        return [circumstances.draft(self, under: "折纸条例#1")]
    }
}

struct BoatSunk: Fact, Act {
    static let type: EventType = "boat.sunk.v1"

    let boat: BoatID
    var place: String?
}

extension BoatSunk {
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat, .tag)
        place = try fields.given("place", \.place)
    }

    static var duty: Duty { .boat }
    var acting: Acting { .none }

    func decide(over past: some Past, under circumstances: Circumstances) throws(Refusal)
        -> [Draft]
    {
        [circumstances.draft(self, under: "折纸条例#2")]
    }
}

struct BoatScuttled: Fact {
    static let type: EventType = "boat.scuttled.v1"
    let boat: BoatID

    init(boat: BoatID) { self.boat = boat }
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        boat = try fields.given("boat", \.boat, .tag)
    }

    static var duty: Duty { .boat }
}

/// It should never have been on the list.
struct BoatStruck: Fact {
    static let type: EventType = "boat.struck.v1"
    let reason: Sealed
    let by: SubjectID

    init(reason: Sealed, by: SubjectID) {
        self.reason = reason
        self.by = by
    }
    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        reason = try fields.given("reason", \.reason, owner: .officer("by"))
        by = try fields.given("by", \.by)
    }

    static var duty: Duty { .boat }
}

/// Nobody sinks anything in a storm of the first of May.
struct Storm: CommandGuard {
    func check(_ command: Command, over past: some Past) throws(Refusal) {
        if command.on == day("2024-05-01") {
            throw .notYet(day("2024-05-01"), today: day("2024-04-30"))
        }
    }
}

let boats = DutyRegister([.boat])

func day(_ text: String) -> CalendarDate { CalendarDate(written: text) }

extension BoatID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension SubjectID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}

/// An entry of a file, recorded a second after the one before.
func entry(
    _ position: Position, _ event: Event, on day: CalendarDate? = nil,
    supersedes: Position? = nil, tags: [Vocabulary.Tag]? = nil
) -> RecordedEvent {
    RecordedEvent(
        position: position, at: Instant(milliseconds: Int64(position) * 1_000), on: day,
        actor: "P-1", unit: "U-1", basis: ["折纸条例#1"], supersedes: supersedes, tags: tags,
        event: event)
}

/// The boat B-1 folded with so many creases.
func folded(_ creases: Int, boat: BoatID = "B-1") -> Event {
    Event(BoatFolded(boat: boat, by: "P-1", creases: creases))
}
