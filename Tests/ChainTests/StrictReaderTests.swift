import Testing

@testable import Chain

/// One refusal: the bytes, why, and at which of them.
struct Refused: CustomTestStringConvertible {
    let bytes: [UInt8]
    let reason: JSONFault.Reason
    let offset: Int
    let testDescription: String

    init(_ bytes: [UInt8], _ reason: JSONFault.Reason, at offset: Int) {
        self.bytes = bytes
        self.reason = reason
        self.offset = offset
        testDescription = "\(String(decoding: bytes.prefix(40), as: UTF8.self)): \(reason)"
    }

    init(_ text: String, _ reason: JSONFault.Reason, at offset: Int) {
        self.init(Array(text.utf8), reason, at: offset)
    }

    /// A string whose content are these bytes, which stand from offset 1 on.
    init(string bytes: [UInt8], _ reason: JSONFault.Reason, at offset: Int) {
        self.init([0x22] + bytes + [0x22], reason, at: offset)
    }
}

@Suite("What is refused as JSON, and at which byte — RFC 8259, 8785, 3629")
struct StrictReaderTests {
    /// Wrong for whoever reads.
    static let refusedByAll: [Refused] = [
        .init("", .unexpectedEnd, at: 0),
        .init("{\"a\":1,\"a\":1}", .duplicateKey, at: 7),
        .init("{\"a\":1,\"a\":", .duplicateKey, at: 7),
        .init("[{\"\":{},\"\":{}}]", .duplicateKey, at: 8),
        .init("{\"a\\\"\":1,\"a\\\"\":2}", .duplicateKey, at: 9),
        .init("1.5", .float, at: 0),
        .init("[1,-2.0]", .float, at: 3),
        .init("[0.]", .float, at: 1),
        .init("1e5", .float, at: 0),
        .init("{\"a\":10E-2}", .float, at: 5),
        .init("-0", .negativeZero, at: 0),
        .init("[-0]", .negativeZero, at: 1),
        .init("-0.0", .float, at: 0),
        .init("01", .leadingZero, at: 0),
        .init("[-007]", .leadingZero, at: 1),
        .init("00", .leadingZero, at: 0),
        .init("9007199254740992", .integerOutOfRange, at: 0),
        .init("-9007199254740992", .integerOutOfRange, at: 0),
        .init("[9999999999999999]", .integerOutOfRange, at: 1),
        .init("18446744073709551617", .integerOutOfRange, at: 0),
        .init(String(repeating: "9", count: 5000), .integerOutOfRange, at: 0),
        .init("1.", .float, at: 0),
        .init("-", .unexpectedEnd, at: 1),
        .init("[-]", .unexpectedByte, at: 2),
        .init("+1", .unexpectedByte, at: 0),
        .init(".5", .unexpectedByte, at: 0),
        .init("0x10", .trailingBytes, at: 1),
        .init("NaN", .unexpectedByte, at: 0),
        .init("Infinity", .unexpectedByte, at: 0),
        .init("{}{}", .trailingBytes, at: 2),
        .init("null\u{0}", .trailingBytes, at: 4),
        .init("\"a\"b", .trailingBytes, at: 3),
        .init("[1]]", .trailingBytes, at: 3),
        .init("\u{FEFF}{}", .byteOrderMark, at: 0),
        .init([0xEF, 0xBB], .unexpectedByte, at: 0),
        .init("[\u{FEFF}]", .unexpectedByte, at: 1),
        .init("\u{0}", .unexpectedByte, at: 0),
        .init("\"\\ud800\"", .loneSurrogate, at: 1),
        .init("\"a\\udc00\"", .loneSurrogate, at: 2),
        .init("\"\\ud83d\\ud83d\"", .loneSurrogate, at: 1),
        .init("\"\\ud83dx\"", .loneSurrogate, at: 1),
        .init("\"\\ude02\\ud83d\"", .loneSurrogate, at: 1),
        .init("{\"\\ud83d\":1}", .loneSurrogate, at: 2),
        .init("\"\\ud83d\\n\"", .loneSurrogate, at: 1),
        .init(string: [0xED, 0xA0, 0x80], .badUTF8, at: 1),
        .init(string: [0xED, 0xBF, 0xBF], .badUTF8, at: 1),
        .init(string: [0x61, 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x82], .badUTF8, at: 2),
        .init(string: [0xC0, 0x80], .badUTF8, at: 1),
        .init(string: [0xC1, 0xBF], .badUTF8, at: 1),
        .init(string: [0xE0, 0x80, 0xAF], .badUTF8, at: 1),
        .init(string: [0xE0, 0x9F, 0xBF], .badUTF8, at: 1),
        .init(string: [0xF0, 0x8F, 0xBF, 0xBF], .badUTF8, at: 1),
        .init(string: [0xF4, 0x90, 0x80, 0x80], .badUTF8, at: 1),
        .init(string: [0xF5, 0x80, 0x80, 0x80], .badUTF8, at: 1),
        .init(string: [0xF8, 0x88, 0x80, 0x80, 0x80], .badUTF8, at: 1),
        .init(string: [0x80], .badUTF8, at: 1),
        .init(string: [0xFF], .badUTF8, at: 1),
        .init(string: [0xC3], .badUTF8, at: 1),
        .init(string: [0xE4, 0xB8], .badUTF8, at: 1),
        .init(string: [0xF0, 0x9F, 0x98], .badUTF8, at: 1),
        .init(string: Array("中中中中中中".utf8) + [0xFE], .badUTF8, at: 19),
        .init(string: Array("中".utf8) + [0xED, 0xA0, 0x80] + Array("中中".utf8), .badUTF8, at: 4),
        .init(string: [0xED, 0xBF, 0xBF] + Array("中中中".utf8), .badUTF8, at: 1),
        .init(string: Array("中".utf8) + [0xE0, 0x9F, 0xBF] + Array("中中".utf8), .badUTF8, at: 4),
        .init(string: [0xE0, 0x80, 0x80] + Array("中中中".utf8), .badUTF8, at: 1),
        .init(string: Array("中".utf8) + [0xE4, 0xB8, 0x41] + Array("中中".utf8), .badUTF8, at: 4),
        .init(string: Array("中".utf8) + [0xF4, 0xB8, 0xAD] + Array("中中".utf8), .badUTF8, at: 4),
        .init([0x22, 0xE4, 0xB8], .badUTF8, at: 1),
        .init("\"\u{0}\"", .controlCharacter, at: 1),
        .init("\"a\nb\"", .controlCharacter, at: 2),
        .init("\"0123456789abcdef\u{1F}\"", .controlCharacter, at: 17),
        .init("{\"\t\":1}", .controlCharacter, at: 2),
        .init("\"\\x\"", .badEscape, at: 1),
        .init("\"\\u12g4\"", .badEscape, at: 1),
        .init("\"\\u 123\"", .badEscape, at: 1),
        .init("\"\\u12\"", .badEscape, at: 1),
        .init("\"\\\u{0}\"", .badEscape, at: 1),
        .init("\"abc", .unexpectedEnd, at: 4),
        .init("\"\\", .unexpectedEnd, at: 2),
        .init("\"\\u00", .unexpectedEnd, at: 5),
        .init("[1", .unexpectedEnd, at: 2),
        .init("[1,", .unexpectedEnd, at: 3),
        .init("{\"a\"", .unexpectedEnd, at: 4),
        .init("{", .unexpectedEnd, at: 1),
        .init("tru", .unexpectedEnd, at: 3),
        .init("[1,]", .unexpectedByte, at: 3),
        .init("[,1]", .unexpectedByte, at: 1),
        .init("{\"a\":1,}", .unexpectedByte, at: 7),
        .init("{\"a\"1}", .unexpectedByte, at: 4),
        .init("{a:1}", .unexpectedByte, at: 1),
        .init("{1:1}", .unexpectedByte, at: 1),
        .init("{\"a\":1]", .unexpectedByte, at: 6),
        .init("[1}", .unexpectedByte, at: 2),
        .init("[1 2]".replacing(" ", with: ";"), .unexpectedByte, at: 2),
        .init("trve", .unexpectedByte, at: 2),
        .init("'a'", .unexpectedByte, at: 0),
        .init("/**/1", .unexpectedByte, at: 0),
        .init(String(repeating: "[", count: 33), .tooDeep, at: 32),
        .init(String(repeating: "{\"a\":", count: 33), .tooDeep, at: 160),
        .init(String(repeating: "[", count: 1_000_000), .tooDeep, at: 32),
        .init([UInt8](repeating: 0x20, count: 1 << 20 + 1), .tooLarge, at: 1 << 20),
    ]

    /// JSON, but not in the one spelling that is hashed.
    static let refusedOnTape: [Refused] = [
        .init(" 1", .whiteSpace, at: 0),
        .init("{ }", .whiteSpace, at: 1),
        .init("[1, 2]", .whiteSpace, at: 3),
        .init("[1 ]", .whiteSpace, at: 2),
        .init("{\"a\": 1}", .whiteSpace, at: 5),
        .init("{\"a\" :1}", .whiteSpace, at: 4),
        .init("{\"a\":1,\n\"b\":2}", .whiteSpace, at: 7),
        .init("{}\n", .trailingBytes, at: 2),
        .init("{\"b\":1,\"a\":2}", .keyOrder, at: 7),
        .init("{\"aa\":1,\"a\":2}", .keyOrder, at: 8),
        .init("{\"abcdefghi\":1,\"abcdefgh\":12345678}", .keyOrder, at: 15),
        .init("{\"abcdefgh2\":1,\"abcdefgh1\":12345678}", .keyOrder, at: 15),
        .init("{\"\u{FFFF}\":1,\"😂\":12345678}", .keyOrder, at: 9),
        .init("{\"\u{E000}\":1,\"😂\":2}", .keyOrder, at: 9),
        .init("[{\"10\":1,\"1\":2}]", .keyOrder, at: 9),
        .init("\"\\/\"", .escapeNotMinimal, at: 1),
        .init("\"\\u0041\"", .escapeNotMinimal, at: 1),
        .init("\"\\u000a\"", .escapeNotMinimal, at: 1),
        .init("\"\\u0008\"", .escapeNotMinimal, at: 1),
        .init("\"\\u0022\"", .escapeNotMinimal, at: 1),
        .init("\"\\u005c\"", .escapeNotMinimal, at: 1),
        .init("\"\\u007f\"", .escapeNotMinimal, at: 1),
        .init("\"\\u001F\"", .escapeNotMinimal, at: 1),
        .init("\"\\u20ac\"", .escapeNotMinimal, at: 1),
        .init("\"\\ud83d\\ude02\"", .escapeNotMinimal, at: 1),
        .init("{\"\\u0061\":1}", .escapeNotMinimal, at: 2),
    ]

    @Test("by the reader of hashed lines and by the reader of files alike", arguments: refusedByAll)
    func always(_ one: Refused) {
        let fault = JSONFault(one.reason, at: one.offset)
        #expect(ReaderProperties.onTape(one.bytes) == .failure(fault))
        #expect(ReaderProperties.asTree(one.bytes) == .failure(fault))
    }

    @Test("by the reader of hashed lines alone", arguments: refusedOnTape)
    func whereHashed(_ one: Refused) throws {
        let fault = JSONFault(one.reason, at: one.offset)
        #expect(ReaderProperties.onTape(one.bytes) == .failure(fault))
        let value = try ReaderProperties.asTree(one.bytes).get()
        #expect(value.canonical != one.bytes)
        #expect(try ReaderProperties.onTape(value.canonical).get() == value)
    }

    @Test("a key that is there already is found behind an escape and an accent is not confused")
    func duplicateBehindEscape() throws {
        let escaped = Array("{\"a\":1,\"\\u0061\":2}".utf8)
        #expect(ReaderProperties.asTree(escaped) == .failure(JSONFault(.duplicateKey, at: 7)))
        #expect(ReaderProperties.onTape(escaped) == .failure(JSONFault(.escapeNotMinimal, at: 8)))
        let apart = Array("{\"e\u{301}\":1,\"é\":2}".utf8)
        #expect(try ReaderProperties.asTree(apart).get().canonical == apart)
        #expect(try ReaderProperties.onTape(apart).get().members?.count == 2)
    }

    @Test("every reason there is has been seen")
    func complete() {
        let seen = Set((Self.refusedByAll + Self.refusedOnTape).map(\.reason))
        #expect(seen == Set(JSONFault.Reason.allCases))
    }

    @Test(
        "what lies just inside the limits is read: 32 levels, 1 MiB, hundreds of thousands of members"
    )
    func insideLimits() throws {
        let deep = Array(
            (String(repeating: "[", count: 32) + String(repeating: "]", count: 32)).utf8)
        #expect(try ReaderProperties.onTape(deep).get() == ReaderProperties.asTree(deep).get())
        let large = [0x22] + [UInt8](repeating: 0x61, count: 1 << 20 - 2) + [0x22]
        #expect(try ReaderProperties.onTape(large).get().string?.utf8.count == 1 << 20 - 2)
        let many = Array(
            ("{" + (100_000..<180_000).map { "\"\($0)\":1" }.joined(separator: ",") + "}").utf8)
        #expect(try ReaderProperties.onTape(many).get().members?.count == 80_000)
        #expect(try ReaderProperties.asTree(many).get().members?.count == 80_000)
        for text in ["9007199254740991", "-9007199254740991", "0", "-1"] {
            #expect(try ReaderProperties.onTape(Array(text.utf8)).get().integer == Int(text))
        }
    }

    @Test("the tape has room for every token of a line that is cut where most are open")
    func roomForBombs() {
        for depth in [0, 1, 31, 32, 500] {
            for length in [1, 2, 3, 33, 2044, 2045, 40_000] {
                var bomb = [UInt8](repeating: 0x5B, count: min(depth, length))
                while bomb.count < length { bomb += [0x31, 0x2C] }
                let opened = bomb.count { $0 == 0x5B }
                let scalars = bomb.count { $0 == 0x31 }
                let room = LineTape.mostTokens(inLineOf: bomb.count, depth: depth)
                #expect(room >= opened + scalars)
                var tape = LineTape(limits: .init(bytes: 1 << 20, depth: depth))
                let outcome: Void? = bomb.withUnsafeBytes { bomb in try? tape.parse(bomb) }
                #expect(outcome == nil)
                #expect(tape.capacity >= opened + scalars)
            }
        }
    }
}
