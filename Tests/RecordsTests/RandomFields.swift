import Records

/// SplitMix64: the same seed gives the same sequence everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in so many times.
    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }
    mutating func pick<T>(_ from: [T]) -> T { from[Int.random(in: 0..<from.count, using: &self)] }
    mutating func maybe<T>(_ from: [T]) -> T? { chance(2) ? nil : pick(from) }
}

/// Fills in the fields of any act: a new act is covered on the day it is written.
protocol FieldSource {
    var random: SeededGenerator { get set }
    /// One optional field in so many is left out.
    var omission: Int { get }
    mutating func identifier(_ name: String) -> String
    mutating func text(_ name: String) -> String
    mutating func number(_ name: String) -> Int
    mutating func date(_ name: String) -> String
    /// How many objects a list of them holds.
    mutating func count(_ name: String) -> Int
}

extension FieldSource {
    mutating func members(of fields: [CommandField]) -> [String: Tree] {
        var members: [String: Tree] = [:]
        for field in fields where field.isRequired || !random.chance(omission) {
            members[field.name] = value(of: field)
        }
        return members
    }

    private mutating func value(of field: CommandField) -> Tree {
        switch field.kind {
        case .identifier: return .string(identifier(field.name))
        case .text, .sealed: return .string(text(field.name))
        case .integer: return .integer(number(field.name))
        case .flag: return .bool(random.chance(2))
        case .date: return .string(date(field.name))
        case .identifiers:
            return .array((0..<count(field.name)).map { _ in .string(identifier(field.name)) })
        case .texts: return .array((0..<count(field.name)).map { _ in .string(text(field.name)) })
        case .code(let codes): return .string(random.pick(codes))
        case .objects(let inner):
            return .array((0..<count(field.name)).map { _ in .object(members(of: inner)) })
        }
    }
}
