import Law
import LawSupport
import Vocabulary

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

/// Fills in the fields of anything that declares them: what is new is covered on the day it is
/// written.
protocol FieldSource {
    var random: SeededGenerator { get set }
    /// One optional field in so many is left out.
    var omission: Int { get }
    /// Fields that are never left out.
    var needed: Set<String> { get }
    mutating func identifier(_ name: String) -> String
    mutating func text(_ name: String) -> String
    mutating func sealed(_ name: String) -> Tree
    mutating func number(_ name: String) -> Int
    mutating func date(_ name: String) -> String
    /// How many values a list holds.
    mutating func count(_ name: String) -> Int
}

extension FieldSource {
    mutating func members(of fields: [Field]) -> [String: Tree] {
        var members: [String: Tree] = [:]
        for field in fields
        where field.isRequired || needed.contains(field.name) || !random.chance(omission) {
            members[field.name] = value(of: field)
        }
        return members
    }

    private static var digest: String { String(repeating: "9f", count: 32) }

    private mutating func value(of field: Field) -> Tree {
        let name = field.name
        switch field.form {
        case .identifier: return .string(identifier(name))
        case .text: return .string(field.isDigest ? Self.digest : text(name))
        case .sealed: return sealed(name)
        case .integer: return .integer(number(name))
        case .flag: return .bool(random.chance(2))
        case .date: return .string(date(name))
        case .identifiers: return .array((0..<count(name)).map { _ in .string(identifier(name)) })
        case .texts:
            return .array(
                (0..<count(name)).map { _ in .string(field.isDigest ? Self.digest : text(name)) })
        case .code(let codes): return .string(random.pick(codes))
        case .codes(let codes):
            return .array((0..<count(name)).map { _ in .string(random.pick(codes)) })
        case .object(let inner): return .object(members(of: inner))
        case .objects(let inner):
            return .array((0..<count(name)).map { _ in .object(members(of: inner)) })
        }
    }
}
