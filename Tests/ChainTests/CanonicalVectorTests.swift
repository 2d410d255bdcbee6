import Chain
import Foundation
import Testing

/// What is expected of each published file of RFC 8785: Stele keeps integers only, so two of the
/// six are refused, each at its first fraction or exponent.
private enum Published: String, CaseIterable {
    case arrays, french, structures, unicode, values, weird

    var fault: JSONFault? {
        switch self {
        case .structures: JSONFault(.float, at: 41)  // 56.0
        case .values: JSONFault(.float, at: 16)  // 333333333.33333329
        case .arrays, .french, .unicode, .weird: nil
        }
    }
}

@Suite("Published vectors — RFC 8785")
struct CanonicalVectorTests {
    private static func own() throws -> [JSONValue] {
        try #require(try JSONValue(parsing: [UInt8](Vectors.data("jcs.json")))["cases"]?.array)
    }

    @Test("the facts of the published files that have no fractions in them")
    func facts() throws {
        let cases = try Self.own()
        #expect(cases.count == 6)
        for one in cases {
            let input = try #require(one["input"]?.string)
            let output = Vectors.bytes(hex: try #require(one["outputHex"]?.string))
            let value = try JSONValue(parsing: Array(input.utf8))
            #expect(value.canonical == output)
            #expect(try ReaderProperties.onTape(output).get() == value)
            #expect(ReaderProperties.readersAgree(Array(input.utf8)) == nil)
        }
    }

    @Test(
        "the published files themselves",
        .enabled(if: SharedVectors.folder != nil, SharedVectors.absence))
    func files() throws {
        for one in Published.allCases {
            let input = try SharedVectors.bytes("jcs/input/\(one.rawValue).json")
            let output = try SharedVectors.bytes("jcs/output/\(one.rawValue).json")
            #expect(ReaderProperties.readersAgree(input) == nil)
            #expect(ReaderProperties.readersAgree(output) == nil)
            if let fault = one.fault {
                #expect(ReaderProperties.asTree(input) == .failure(fault))
                continue
            }
            #expect(try ReaderProperties.asTree(input).get().canonical == output)
            #expect(try ReaderProperties.onTape(output).get().canonical == output)
            let hex = try SharedVectors.bytes("jcs/outhex/\(one.rawValue).txt")
            let digits = String(decoding: hex, as: UTF8.self).filter { $0.isHexDigit }
            #expect(Vectors.bytes(hex: digits) == output)
        }
    }

    @Test(
        "hostile strings, as values and as keys, come back byte for byte",
        .enabled(if: SharedVectors.folder != nil, SharedVectors.absence))
    func naughty() throws {
        let list = try JSONValue(parsing: SharedVectors.bytes("text/naughty-strings.json"))
        let strings = (list.array ?? []).compactMap(\.string)
        #expect(strings.count > 400)
        for text in strings { try comesBack(text) }
        let whole = list.canonical
        #expect(try ReaderProperties.onTape(whole).get() == list)
    }

    @Test("hostile strings of our own: NUL, marks that turn text round, half an emoji's parts")
    func hostile() throws {
        for text in [
            "\u{0}", "a\u{0}b", "\u{202E}txt.exe", "\u{FEFF}bom", "\u{2028}\u{2029}", "👨‍👩‍👧",
            "\u{200D}",
            "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "'; DROP TABLE entries; --", "\\u0000", "\\", "\"", "{\"a\":1}",
            "\u{FFFE}\u{FFFF}", "\u{10FFFF}", String(repeating: "\u{1}", count: 1000), "\r\n", "",
        ] { try comesBack(text) }
    }

    private func comesBack(_ text: String) throws {
        var object = CanonicalObject()
        object.set("value", text)
        if text != "value" { object.set(text, ["", text]) }
        let line = object.bytes
        #expect(ReaderProperties.readersAgree(line) == nil)
        let value = try ReaderProperties.onTape(line).get()
        #expect(value.canonical == line)
        let members = try #require(value.members)
        for member in members where member.key == "value" {
            #expect(member.value.string.map { Array($0.utf8) } == Array(text.utf8))
        }
        #expect(members.contains { $0.key.utf8.elementsEqual(text.utf8) } || text == "value")
        var tape = LineTape()
        try line.withUnsafeBytes { line in
            try tape.parse(line)
            #expect(tape.root.member(named: text) != nil || text == "value")
        }
    }
}
