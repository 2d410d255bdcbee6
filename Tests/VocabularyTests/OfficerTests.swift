import Law
import Testing
import Vocabulary

@Suite("Who acts is an identity, never typed text — 政务处分法 Art. 47")
struct OfficerTests {
    @Test(
        "however it is typed, it is the same identifier",
        arguments: [
            "P-2", " P-2", "P-2 ", "\tP-2\n", "\u{3000}P-2\u{3000}", "Ｐ－２", "Ｐ-２",
            "P\u{2010}2", "P\u{2011}2", "P\u{2012}2", "P\u{2013}2", "P\u{2014}2", "P\u{2015}2",
            "P\u{2212}2", "P\u{FE58}2", "P\u{FE63}2",
            "\u{FEFF}P-2", "P\u{200B}-2", "P-2\u{200D}", "P\u{00AD}-2", "\u{2060} P-2 \u{200B}",
        ])
    func shaped(text: String) throws {
        #expect(Officer.shaped(text) == "P-2")
        #expect(try #require(Officer(text)).text == "P-2")
    }

    @Test("two spellings in letters of another case are one person, and written as given")
    func cases() throws {
        let (one, two) = (try #require(Officer("P-2a")), try #require(Officer("ｐ－２Ａ")))
        #expect(one == two && Set([one, two]).count == 1)
        #expect(one.text == "P-2a" && two.text == "p-2A")
        #expect(one.isSame(as: SubjectID(wellFormed: "P-2A")))
        #expect(!one.isSame(as: SubjectID(wellFormed: "P-2b")))
        #expect(Officer(SubjectID(wellFormed: "p-2a")) == one)
    }

    @Test(
        "what is no identifier then is nobody",
        arguments: [
            "", " ", "\u{200B}", "P\u{200F}2", "P\u{2016}2", "P\u{2211}2", "虚构甲", "P 2", "P- 2",
            "-2", "P/2", "P:2", "Ⅱ-2", "Ｐ　２",
            String(repeating: "x", count: 65),
        ])
    func nobody(text: String) {
        #expect(Officer(text) == nil)
    }

    @Test("a dash is a hyphen, and letters beyond ASCII are never folded into it")
    func dashes() {
        #expect(Officer("P—2")?.text == "P-2")
        #expect(Officer("P‐2‐")?.text == "P-2-")
        // U+0130 and U+212A fall to ASCII letters when their case is folded.
        #expect(Officer("\u{212A}-2") == nil && Officer("\u{0130}-2") == nil)
    }
}
