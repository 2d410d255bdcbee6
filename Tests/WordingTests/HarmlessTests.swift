import Foundation
import TestSupport
import Testing
import Wording

@Suite("Hostile text is shown, harmless")
struct HarmlessTests {
    @Test(
        "what could act on a terminal or hide is made visible",
        arguments: [
            ("a\u{1B}[31mb", "a␛[31mb"), ("a\u{7}b", "a␇b"), ("a\nb", "a⏎b"), ("\u{7F}", "␡"),
            ("a\u{202E}b", "a‹U+202E›b"), ("a\u{2066}b", "a‹U+2066›b"),
            ("a\u{200B}b", "a‹U+200B›b"),
            ("\u{FEFF}a", "‹U+FEFF›a"), ("a\u{9B}31m", "a‹U+009B›31m"), ("a\u{AD}b", "a‹U+00AD›b"),
            ("\u{E0041}", "‹U+E0041›"), ("\u{3164}", "‹U+3164›"), ("a\u{200D}b", "a‹U+200D›b"),
            ("\u{2028}", "⏎"), ("\u{FFFE}", "‹U+FFFE›"),
        ])
    func visible(_ text: String, _ shown: String) { #expect(harmless(text) == shown) }

    @Test(
        "what people write stays as it is",
        arguments: [
            "示例·甲一", "Ordinary text.", "👩‍👩‍👧", "❤️", "e\u{301}", "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ", "ᠠ\u{180B}",
        ])
    func kept(_ text: String) { #expect(harmless(text) == text) }

    @Test("marks piled on one letter are counted, not drawn")
    func pile() {
        let pile = "a" + String(repeating: "\u{301}", count: 13) + "b"
        #expect(harmless(pile).hasSuffix("‹+9›b"))
        #expect(harmless(pile).unicodeScalars.filter { $0.value == 0x301 }.count == 4)
    }

    @Test("no naughty string leaves a control, a bidirectional override or a line end")
    func naughtyStrings() throws {
        var strings = ["\u{1B}]0;title\u{7}", "\u{202D}\u{2069}", "\r\n"]
        // Among what is shared; without it, the few above.
        let path = (Shared.folder ?? "") + "/vectors/text/naughty-strings.json"
        if let data = FileManager.default.contents(atPath: path) {
            strings += try JSONDecoder().decode([String].self, from: data)
        }
        for string in strings {
            for scalar in harmless(string).unicodeScalars {
                #expect(scalar.properties.generalCategory != .control)
                #expect(!(0x202A...0x202E).contains(scalar.value))
                #expect(!(0x2066...0x2069).contains(scalar.value))
            }
        }
    }
}
