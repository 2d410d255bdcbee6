import Testing

@testable import Chain

@Suite("The one spelling of a value — RFC 8785")
struct CanonicalWriterTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func canonical(_ json: String) throws -> String {
        text(try JSONValue(parsing: Array(json.utf8)).canonical)
    }

    @Test("the example of the documentation is written as it stands there")
    func example() {
        var object = CanonicalObject()
        #expect(object.isEmpty)
        object.set("measure", "warning")
        object.set("days", 30)
        #expect(text(object.bytes) == #"{"days":30,"measure":"warning"}"#)
    }

    @Test("a control character has its short escape or \\u00xx in lower case; nothing else has one")
    func escapes() {
        let short: [UInt8: String] = [
            0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: "\\\"",
            0x5C: "\\\\",
        ]
        for scalar in (0...0x250).compactMap(Unicode.Scalar.init(_:)) {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            let hex = String(scalar.value, radix: 16)
            let expected =
                scalar.isASCII && short[byte] != nil
                ? short[byte]!
                : scalar.value < 0x20
                    ? "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                    : String(Character(scalar))
            // At every place of a run of sixteen, because sixteen bytes are looked at together.
            for length in 0..<18 {
                let padding = String(repeating: "x", count: length)
                let value = padding + String(Character(scalar)) + padding
                let written = JSONValue.string(value).canonical
                #expect(Array("\"\(padding)\(expected)\(padding)\"".utf8) == written)
                #expect(ReaderProperties.readersAgree(written) == nil)
                guard case .success(let back) = ReaderProperties.onTape(written) else {
                    Issue.record("U+\(hex) is written as what is not read")
                    continue
                }
                #expect(back.string.map { Array($0.utf8) } == Array(value.utf8))
            }
        }
    }

    @Test("every integer there can be is written in decimal, and read as itself")
    func integers() throws {
        var numbers = [0, 1, -1, 9, 10, 99, 100, largestInteger, -largestInteger]
        for digits in 1...15 {
            let power = Int(String("1" + String(repeating: "0", count: digits)))!
            numbers += [power - 1, power, power + 1, -power]
        }
        for number in numbers {
            let written = JSONValue.integer(number).canonical
            #expect(text(written) == String(number))
            #expect(try ReaderProperties.onTape(written).get().integer == number)
        }
    }

    @Test("members come out sorted in whatever order they were set, at every level")
    func sorted() throws {
        var inner = CanonicalObject()
        inner.set("z", nil)
        inner.set("a", ["x", "\u{1}"])
        inner.set("A", true)
        var array = CanonicalArray()
        array.append("é")
        array.append(-5)
        array.append(false)
        array.append(nil)
        array.append(CanonicalObject())
        array.append(CanonicalArray())
        array.append(.array([.object([.init("k", .null)])]))
        var object = CanonicalObject()
        object.set("inner", inner)
        object.set("array", array)
        object.set("objects", [inner, CanonicalObject()])
        object.set("", .string(""))
        object.set("data", canonical: Array(#"{"a":1}"#.utf8))
        let innerText = #"{"A":true,"a":["x","\u0001"],"z":null}"#
        let arrayText = #"["é",-5,false,null,{},[],[{"k":null}]]"#
        let expected =
            #"{"":"","array":\#(arrayText),"data":{"a":1},"inner":\#(innerText),"#
            + #""objects":[\#(innerText),{}]}"#
        #expect(text(object.bytes) == expected)
        #expect(CanonicalObject.isCanonical(object.bytes))
        #expect(try canonical(expected) == expected)
        #expect(text(array.bytes) == arrayText)
    }

    @Test("keys sort by UTF-16 code units: a surrogate pair comes before U+E000 to U+FFFF")
    func keyOrder() throws {
        let sorted = [
            "", "\u{0}", "\t", "\n", "\r", " ", "!", "\"", "1", "10", "111", "A", "\\", "a",
            "a\u{0}",
            "a\"", "aa", "b", "\u{7F}", "\u{80}", "é", "ö", "€", "中", "\u{D7FF}", "\u{10000}", "😂",
            "😂\u{E000}", "\u{10FFFF}", "\u{E000}", "\u{E000}a", "\u{FB33}", "\u{FFFF}",
        ]
        for (i, left) in sorted.enumerated() {
            for (j, right) in sorted.enumerated() {
                // Naive: the code units themselves.
                let isBefore = left.utf16.lexicographicallyPrecedes(right.utf16)
                #expect(isBefore == (i < j))
                // Behind a common part of any length, because eight bytes are compared together.
                for prefix in ["", "common", "a common part", "前缀前缀"] {
                    guard i != j else { continue }
                    var object = CanonicalObject()
                    object.set(prefix + left, 1)
                    object.set(prefix + right, 2)
                    let value = try ReaderProperties.onTape(object.bytes).get()
                    #expect(value.members?.map(\.value.integer) == (i < j ? [1, 2] : [2, 1]))
                }
            }
        }
    }

    @Test("two keys that look alike and are spelled otherwise are two keys")
    func normalisation() throws {
        var object = CanonicalObject()
        object.set("é", 2)
        object.set("e\u{301}", 1)
        let value = try ReaderProperties.onTape(object.bytes).get()
        #expect(value.members?.map(\.value.integer) == [1, 2])
        #expect(value["é"]?.integer == 2)
        #expect(JSONValue.string("é") != JSONValue.string("e\u{301}"))
    }

    @Test("a value on the tape is reached by name, in place, escaped or not")
    func cursor() throws {
        let line = Array(
            #"{"\n":["中","a\"b"],"a":{"t":true,"u":false,"x":-7},"n":null,"s":"plain"}"#.utf8)
        var tape = LineTape()
        try line.withUnsafeBytes { line in
            try tape.parse(line)
            let root = tape.root
            #expect(root.isObject && root.count == 4 && root.integer == nil && root.string == nil)
            #expect(root["\n"]?.strings == ["中", "a\"b"])
            #expect(root["a"]?["x"]?.integer == -7)
            #expect(root["a"]?["t"]?.bool == true && root["a"]?["u"]?.bool == false)
            #expect(root["n"]?.isNull == true && root["a"]?.isNull == false)
            #expect(root["missing"] == nil && root["n"]?["a"] == nil && root["\n"]?["a"] == nil)
            #expect(root.member(named: "s")?.string == "plain")
            let second = root["\n"]?.elements.map { $0 }.last
            #expect(second?.string == "a\"b")
            #expect(second.map { Array($0.bytes) } == Array(#""a\"b""#.utf8))
            #expect(root["a"]?.offset == 25)
            #expect(
                root["a"].map { Array($0.bytes) } == Array(#"{"t":true,"u":false,"x":-7}"#.utf8))
            #expect(root.members.map { $0.key.string } == ["\n", "a", "n", "s"])
            #expect(root["a"]?.elements.map { $0.offset } == [])
            #expect(root["\n"]?.members.map { $0.key.offset } == [])
        }
    }
}
