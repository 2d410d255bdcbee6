import Testing

@testable import Vocabulary

@Suite("Numbers of people and units — GB 11643, GB 32100")
struct NumberShapeTests {
    private func flaw(_ typed: String, _ shape: NumberShape = .identityNumber) -> NumberShape.Flaw?
    {
        shape.flaw(in: shape.shaped(typed))
    }

    @Test(
        "a sound number is sound, however it is typed",
        arguments: [
            "11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ",
            "110105 19491231 002X", "150726190001010011", "15072619000101002X",
        ])
    func sound(number: String) {
        #expect(flaw(number) == nil)
        #expect(NumberShape.identityNumber.shaped(number).utf8.count == 18)
    }

    @Test("every digit that is changed is noticed, and the check digit expected is told")
    func everyDigit() {
        let sound = Array("11010519491231002X")
        for place in 0..<17 {
            var changed = sound
            changed[place] = changed[place] == "9" ? "0" : "9"
            #expect(flaw(String(changed)) != nil, "\(place)")
        }
        #expect(flaw("110105194912310021") == .checkDigit("X", not: "1"))
        #expect(flaw("150726190001010012") == .checkDigit("1", not: "2"))
        #expect(flaw("110105194902310026") == .date)
        #expect(flaw("11010519491331002X") == .date)
        #expect(flaw("11O10519491231002X") == .character(at: 3))
    }

    @Test("an ID number has 15 or 18 digits; what has few digits is another number")
    func length() {
        #expect(flaw("1101051949123100") == .length(16, expected: 18))
        #expect(flaw("11010519491231002") == .length(17, expected: 18))
        #expect(flaw("1101051949123100200") == .length(19, expected: 18))
        for other in ["E12345678", "军字第1234567号", "12345678901234", ""] {
            #expect(flaw(other) == nil, "\(other)")
        }
    }

    @Test("a number of 15 digits is read as the one of 18 digits that it became")
    func fifteen() {
        #expect(NumberShape.identityNumber.shaped("110105491231002") == "11010519491231002X")
        #expect(NumberShape.identityNumber.shaped("１１０１０５４９１２３１００２") == "11010519491231002X")
        // A day that does not exist.
        #expect(flaw("110105491331002") == .date)
    }

    @Test("what a spreadsheet has rounded is no number")
    func rounded() {
        for number in ["1.10105E+17", "1.10105E17", "1E+17", "1.10105195e+17", "１．１Ｅ＋１７"] {
            #expect(flaw(number) == .rounded, "\(number)")
        }
        #expect(flaw("9.135E+17", .creditCode) == .rounded)
        // Numbers of a source that only look a little like it.
        for number in ["12E34", "E+17", "1.1E", "A1E+5"] {
            #expect(flaw(number, .creditCode) == nil, "\(number)")
        }
    }

    @Test("a credit code is checked; a unit's own number is nobody's business")
    func creditCode() {
        for sound in ["91350100M000100Y43", "91350100m000100y43", "11150726FAKE000134"] {
            #expect(flaw(sound, .creditCode) == nil)
        }
        #expect(flaw("91350100M000100Y44", .creditCode) == .checkDigit("3", not: "4"))
        #expect(flaw("91350100MO00100Y43", .creditCode) == .character(at: 10))
        #expect(flaw("91350100M000100Y4", .creditCode) == .length(17, expected: 18))
        for own in ["JW-01", "150726", "虚构旗水利局"] { #expect(flaw(own, .creditCode) == nil) }
    }
}
