import Chain
import Law

/// Decisions that are read off the fuzzer's bytes; where they end, every choice is the first.
struct Hostility {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func byte() -> Int { Int(bytes.popFirst() ?? 0) }

    /// A number below `count`.
    mutating func number(below count: Int) -> Int {
        count > 256 ? (byte() << 8 | byte()) % count : byte() % max(1, count)
    }

    mutating func one<Value>(of values: [Value]) -> Value { values[number(below: values.count)] }

    mutating func some(atMost count: Int) -> [UInt8] {
        let taken = bytes.prefix(number(below: count + 1))
        bytes = bytes.dropFirst(taken.count)
        return Array(taken)
    }

    /// Numbers at which something may end.
    static let edges: [Int64] = [
        -1, 0, 1, 2, 3, 255, 256, 257, 789, 790, 791, 792, 793, 794, 795, 796, 797, 798, 800,
        1 << 16, 1 << 31, (1 << 32) + 1, (1 << 48) - 1, 1 << 48, (1 << 53) - 1, 1 << 53, .max - 1,
        .max, .min, .min + 1, -(1 << 31), -256,
    ]

    /// Texts at which something may end.
    static let texts = [
        "", " ", "0", "-1", "x", "P-0001", "C-2020-901", "示例", "\u{0}", "\u{301}", "1:0:0", ":",
        "-",
        "0001-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "0000-00-00", "+2024-01-01",
        "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z", "9223372036854775807",
        "-9223372036854775808", "99999999999999999999", "1e308", "subject:P-0001", "person:P-0001",
        "finding.made.v1", "sustained", "\u{10FFFF}", "a.b.c", "%s%n", "../../etc", "\u{202E}",
        String(repeating: "9", count: 400), String(repeating: "中", count: 5_000),
    ]

    /// A JSON value that is not what stood there.
    mutating func value(instead of: JSONValue, among others: [JSONValue]) -> JSONValue {
        switch number(below: 10) {
        case 0: return .string(one(of: Self.texts))
        case 1: return .integer(Int(max(-(1 << 53) + 1, min((1 << 53) - 1, one(of: Self.edges)))))
        case 2: return others.isEmpty ? .null : one(of: others)
        case 3: return .array([])
        case 4: return .object([])
        case 5: return .null
        case 6: return .bool(byte() & 1 == 1)
        case 7: return .array([of, of])
        case 8: return .string(String(decoding: some(atMost: 40), as: UTF8.self))
        default: return .object([.init(one(of: ["a", "sealed", "text", "on"]), of)])
        }
    }

    /// The value with something changed inside it, a few steps down.
    mutating func altered(_ value: JSONValue, among others: [JSONValue]) -> JSONValue {
        switch value {
        case .object(let members) where !members.isEmpty && byte() & 7 != 7:
            let index = number(below: members.count)
            var members = members
            if byte() & 15 == 15 {
                members.remove(at: index)
            } else {
                let member = members[index]
                members[index] = .init(member.key, altered(member.value, among: others))
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty && byte() & 7 != 7:
            let index = number(below: elements.count)
            switch byte() & 3 {
            case 0: elements.remove(at: index)
            case 1: elements += [elements[index]]
            default: elements[index] = altered(elements[index], among: others)
            }
            return .array(elements)
        default: return self.value(instead: value, among: others)
        }
    }

    /// SQL for what a column of a row becomes.
    mutating func sql(instead of: String, in table: String) -> String {
        switch number(below: 18) {
        case 0: return "NULL"
        case 1, 2: return literal(one(of: Self.edges))
        case 3: return "\(of) + \(literal(one(of: Self.edges)))"
        case 4: return one(of: ["1e308", "-0.5", "9e999", "0.0", "1e18"])
        case 5: return "CAST(x'\(Self.hex(Array(one(of: Self.texts).utf8)))' AS TEXT)"
        case 6: return "CAST(x'\(Self.hex(some(atMost: 64)))' AS TEXT)"
        case 7: return "x'\(Self.hex(some(atMost: 64)))'"
        case 8:
            return "zeroblob(\(one(of: [0, 1, 31, 32, 1_023, 1_024, 1_025, 70_000, 3_000_000])))"
        case 9: return "CAST(\(of) || x'\(Self.hex(some(atMost: 16)))' AS \(type()))"
        case 10, 11, 12:
            let begin = number(below: 1_200)
            let gone = number(below: 20)
            return
                "CAST(substr(CAST(\(of) AS BLOB), 1, \(begin)) || x'\(Self.hex(some(atMost: 20)))'"
                + " || substr(CAST(\(of) AS BLOB), \(begin + gone + 1)) AS \(type()))"
        case 13: return "substr(\(of), 1, \(number(below: 2_000)))"
        case 14: return "(SELECT other.\(of) FROM \(table) AS other LIMIT 1 OFFSET \(byte()))"
        case 15:
            let digit = byte() % 10
            return
                "CAST(replace(CAST(\(of) AS TEXT), '\(digit)', '\(one(of: Self.edges))') AS \(type()))"
        case 16:
            let (from, to) = one(of: [
                ("\"on\":\"20", "\"on\":\"99"), ("\"", ""), (":", ":-"), ("[", "[["), ("T0", "T9"),
                ("null", "0"), (",", ",,"), ("-0", "-9"), ("true", "false"), ("}", ""),
            ])
            return "CAST(replace(CAST(\(of) AS TEXT), '\(from)', '\(to)') AS \(type()))"
        default: return "CAST(\(of) AS TEXT)"
        }
    }

    private mutating func type() -> String { byte() & 1 == 0 ? "BLOB" : "TEXT" }

    /// The least number has no literal of its own.
    private func literal(_ number: Int64) -> String {
        number == .min ? "(-9223372036854775807 - 1)" : "(\(number))"
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
