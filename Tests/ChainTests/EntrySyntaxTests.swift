import Chain
import Testing

@Suite("Entries — how their strings are spelled")
struct EntrySyntaxTests {
    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func four(_ number: Int) -> String {
        String(repeating: "0", count: 4 - String(number).count) + String(number)
    }

    @Test("a date is a day of the calendar, leap years included")
    func dates() {
        for year in [
            1, 4, 100, 400, 1582, 1600, 1700, 1900, 1970, 2000, 2023, 2024, 2100, 9996, 9999,
        ] {
            let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for month in 0...13 {
                for day in 0...33 {
                    let text = "\(Self.four(year))-\(Self.two(month))-\(Self.two(day))"
                    let exists =
                        (1...12).contains(month)
                        && (1...lengths[max(0, min(11, month - 1))])
                            .contains(day)
                    #expect(EntrySyntax.isDate(text) == exists, "\(text)")
                }
            }
        }
        for text in [
            "", "0000-01-01", "2026-1-01", "2026-01-1", "2026/01/01", "20260101", "2026-01-01 ",
            "2026-01-01T", "+026-01-01", "2026-01-0a", "２０26-01-01", "2026-01-:1", "-026-01-01",
        ] { #expect(!EntrySyntax.isDate(text), "\(text)") }
    }

    @Test("an instant is UTC with milliseconds; each follows the one before by a day, by a second")
    func instants() throws {
        func milliseconds(_ at: String) throws -> Int {
            try EntryExample.read(EntryExample.line(["at": .string(at)])) { $0.atMilliseconds }
        }
        #expect(try milliseconds("1970-01-01T00:00:00.000Z") == 0)
        #expect(try milliseconds("1969-12-31T23:59:59.999Z") == -1)
        #expect(try milliseconds("2001-09-09T01:46:40.000Z") == 1_000_000_000_000)
        #expect(try milliseconds("0001-01-01T00:00:00.000Z") == -62_135_596_800_000)
        #expect(try milliseconds("9999-12-31T23:59:59.999Z") == 253_402_300_799_999)
        // Day by day over a century that is leap and one that is not.
        var expected = try milliseconds("1899-12-31T00:00:00.000Z")
        for year in 1900...2000 {
            for month in 1...12 {
                for day in 1...31 {
                    let date = "\(year)-\(Self.two(month))-\(Self.two(day))"
                    guard EntrySyntax.isDate(date) else { continue }
                    expected += 86_400_000
                    guard year % 50 < 2 || day == 1 else { continue }
                    #expect(try milliseconds(date + "T00:00:00.000Z") == expected)
                }
            }
        }
        let sound = "2026-11-24T08:00:01.500Z"
        #expect(EntrySyntax.isInstant(sound))
        for text in [
            "", "2026-11-24T24:00:00.000Z", "2026-11-24T08:60:00.000Z", "2026-11-24T08:00:60.000Z",
            "2026-11-31T08:00:00.000Z", "2026-11-24t08:00:00.000Z", "2026-11-24T08:00:00.000z",
            "2026-11-24 08:00:00.000Z", "2026-11-24T08:00:00Z", "2026-11-24T08:00:00.0000Z",
            "2026-11-24T08:00:00.00Z", "2026-11-24T08:00:00,000Z", "2026-11-24T08:00:00.000+08:00",
            "2026-11-24T08:00:00.00aZ", "2026-11-24T08:00:00.a00Z", sound + " ", sound + "\u{0}",
        ] {
            #expect(!EntrySyntax.isInstant(text), "\(text)")
            let line = EntryExample.line(["at": .string(text)])
            let offset = EntryExample.offset(of: "at", in: line)
            #expect(EntryExample.fault(line) == .invalid(.at, offset: offset))
        }
        // No byte of it may be another one.
        for place in sound.utf8.indices.map({
            sound.utf8.distance(from: sound.utf8.startIndex, to: $0)
        }) {
            for wrong in [UInt8(ascii: "x"), UInt8(ascii: " "), UInt8(ascii: "/"), 0x80] {
                var bytes = Array(sound.utf8)
                bytes[place] = wrong
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!EntrySyntax.isInstant(text), "\(text)")
            }
        }
    }

    @Test("a type is a versioned name of at least two words")
    func types() {
        for text in [
            "a.b.v1", "sanction.imposed.v1", "case.personNamed.v12", "a.b.c.v0", "a1.B2.v3",
        ] {
            #expect(EntrySyntax.isType(text), "\(text)")
        }
        for text in [
            "", "a", "a.v1", "a.b", "a.b.v", "a.b.1", "a.b.vx", "a.b.v1x", "A.b.v1", "1a.b.v1",
            "a..b.v1", ".a.b.v1", "a.b.v1.", "a.b.V1", "a_b.c.v1", "a.b.v1 ", "a.b.v-1", "中.b.v1",
            "a.b..v1",
        ] {
            #expect(!EntrySyntax.isType(text), "\(text)")
            let line = EntryExample.line(["type": .string(text)])
            let offset = EntryExample.offset(of: "type", in: line)
            #expect(EntryExample.fault(line) == .invalid(.type, offset: offset))
        }
    }

    @Test("each character by itself: tags and types take those of their alphabet and no other")
    func characters() {
        let lower = "abcdefghijklmnopqrstuvwxyz"
        let alphanumeric = lower + lower.uppercased() + "0123456789"
        for value in 0..<UInt8.max {
            let character = Character(Unicode.Scalar(value))
            let isPlain = alphanumeric.contains(character)
            #expect(EntrySyntax.isTag("\(character)a:A") == lower.contains(character), "\(value)")
            #expect(EntrySyntax.isTag("a:\(character)") == isPlain, "\(value)")
            let inTag = isPlain || "._-".contains(character)
            #expect(EntrySyntax.isTag("a:A\(character)") == inTag, "\(value)")
            #expect(EntrySyntax.isType("a.b\(character)c.v1") == (isPlain || character == "."))
            let isHex = "0123456789abcdef".contains(character)
            let identifier = "019a0e5a-8c0\(character)-7000-8000-000000000001"
            #expect(EntrySyntax.isIdentifier(identifier) == isHex, "\(value)")
            let variant = "019a0e5a-8c00-7000-\(character)000-000000000001"
            #expect(EntrySyntax.isIdentifier(variant) == "89ab".contains(character), "\(value)")
        }
    }

    @Test("an identifier is a UUID of version 7 in lower case")
    func identifiers() {
        let sound = "019a0e5a-8c00-7000-8000-000000000001"
        for variant in ["8", "9", "a", "b"] {
            let text = sound.replacing("-8000-", with: "-\(variant)000-")
            #expect(EntrySyntax.isIdentifier(text))
        }
        var wrong = [
            "", sound.uppercased(), String(sound.dropLast()), sound + "0",
            sound.replacing("-7", with: "-4"), sound.replacing("-8000-", with: "-7000-"),
            sound.replacing("-8000-", with: "-c000-"), "{\(sound)}", sound.replacing("-", with: ""),
        ]
        for place in 0..<36 {
            var bytes = Array(sound.utf8)
            bytes[place] = bytes[place] == 0x2D ? 0x30 : 0x67
            wrong.append(String(decoding: bytes, as: UTF8.self))
        }
        for text in wrong {
            #expect(!EntrySyntax.isIdentifier(text), "\(text)")
            let line = EntryExample.line(["id": .string(text)])
            let offset = EntryExample.offset(of: "id", in: line)
            #expect(EntryExample.fault(line) == .invalid(.id, offset: offset))
        }
    }

    @Test("the day it happened exists, and only then is there what it was imputed from")
    func day() {
        let line = EntryExample.line(["on": .string("2026-02-29")])
        let offset = EntryExample.offset(of: "on", in: line)
        #expect(EntryExample.fault(line) == .invalid(.on, offset: offset))
        #expect(EntryExample.fault(EntryExample.line(["on": .string("2024-02-29")])) == nil)
        #expect(EntryExample.fault(EntryExample.line(["onBasis": nil])) == nil)
    }
}
