import Law
import LawSupport
import Vocabulary

@testable import Records

/// Sequences of events that no decider has seen: whatever a file may ever have to take (I5). They are
/// made from what every kind declares, so that a new kind is among them on the day it is written.
struct RandomEvents: FieldSource {
    var random: SeededGenerator
    let omission = 2
    /// The fields that a record cannot be read without though nobody types them.
    private(set) var needed: Set<String> = []
    static let people: [SubjectID] = ["P-1", "P-2", "P-3"]
    private static let units = ["U-1", "U-2"]
    private static let numbers: [TagKind: [String]] = [
        .case: ["C-1", "C-2"], .sanction: ["S-1", "S-2", "S-3"], .decision: ["D-1", "D-2"],
        .appeal: ["A-1", "A-2"],
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// So many of them, by that seed alone.
    static func sequence(_ count: Int, seed: UInt64) -> [RecordedEvent] {
        var source = RandomEvents(seed: seed)
        return source.sequence(count)
    }

    mutating func sequence(_ count: Int) -> [RecordedEvent] {
        (0..<count).map { position in
            let on = anyDay()
            return RecordedEvent(
                position: position, at: Instant(milliseconds: Int64(position / 3) * 1000),
                on: on, onBasis: on != nil && random.chance(4) ? "closed_date" : nil,
                actor: "clerk", unit: "U-TEST", basis: ["XZZ-2020-26#3"],
                supersedes: random.chance(8)
                    ? Int.random(in: -1...position, using: &random) : nil,
                event: event())
        }
    }

    private mutating func anyDay() -> CalendarDate? {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: nil
        case 1: day("0001-01-01")
        case 2: day("9999-12-31")
        default: CalendarDate(ordinal: Int.random(in: 18_000..<18_060, using: &random))
        }
    }

    /// An event of any kind and version, read from fields at random.
    private mutating func event() -> Event {
        let type = random.pick(Duties.register.types)
        guard let kind = Duties.register.kind(ofType: type.name) else {
            preconditionFailure("\(type) is of no kind")
        }
        let fields = kind.fields.filter { $0.since <= type.version ?? 1 }
        needed = []
        while true {
            guard let reader = TreeReader(.object(members(of: fields))) else {
                preconditionFailure("an object can be read")
            }
            do throws(FieldFault) {
                return try kind.read(reader, as: type)
            } catch {
                guard case .missing(let name) = error, needed.insert(name).inserted else {
                    preconditionFailure("\(type): \(error)")
                }
            }
        }
    }

    // MARK: what fields hold

    mutating func identifier(_ name: String) -> String {
        switch name {
        case "complaint": "T-1"
        case "after": random.pick(Self.numbers[.appeal] ?? [])
        case "unit", "organ", "department", "executor", "lead", "predecessor", "successor",
            "decidedBy", "supervisor":
            random.pick(Self.units)
        default:
            random.pick(TagKind(name).flatMap { Self.numbers[$0] } ?? Self.people.map(\.text))
        }
    }
    mutating func text(_ name: String) -> String {
        switch name {
        case "tags", "concerns", "about": "case:\(identifier("case"))"
        default: random.pick(["虚构", "G9.2", "A", "B"])
        }
    }
    mutating func sealed(_ name: String) -> Tree {
        random.pick([.string("虚构"), ["sealed": .string(String(repeating: "a", count: 64))]])
    }
    mutating func number(_ name: String) -> Int {
        random.pick([0, 1, 15, 48, -1, Int.max, Int.min])
    }
    mutating func date(_ name: String) -> String { (anyDay() ?? day("0001-01-01")).description }
    mutating func count(_ name: String) -> Int { random.pick([0, 1, 1, 2, 3]) }
}
