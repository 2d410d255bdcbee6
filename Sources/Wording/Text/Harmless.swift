/// A text from a delivery made safe to show: nothing in it can move the cursor, colour the screen,
/// reverse the reading order, hide, or pile up. What is taken out is shown where it stood.
///
/// - Control characters become their pictures (`␛`, `␇`); DEL becomes `␡`.
/// - Line ends become `⏎`: one value stays on one line.
/// - Bidirectional controls, zero-width and invisible characters, C1 controls, tags and
///   noncharacters become `‹U+202E›`.
/// - Of more than four marks on one character the rest becomes `‹+9›`.
///
/// Kept are the joiners that a script or an emoji needs: ZWJ between emoji, and the variation
/// selectors and vowel separator of traditional Mongolian, which the banner writes.
public func harmless(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(HarmlessRule.isPlain) { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var marks = 0
    var dropped = 0

    func closePile() {
        if dropped > 0 { result.append(contentsOf: "‹+\(dropped)›".unicodeScalars) }
        marks = 0
        dropped = 0
    }

    for (index, scalar) in scalars.enumerated() {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark:
            if HarmlessRule.isHidden(scalar), !HarmlessRule.isNeeded(at: index, in: scalars) {
                break
            }
            marks += 1
            if marks > HarmlessRule.marksShown { dropped += 1 } else { result.append(scalar) }
            continue
        // Open: any character.
        default: break
        }
        closePile()
        if let picture = HarmlessRule.picture(of: scalar) {
            result.append(picture)
        } else if HarmlessRule.isHidden(scalar), !HarmlessRule.isNeeded(at: index, in: scalars) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
            result.append(contentsOf: "‹U+\(padded)›".unicodeScalars)
        } else {
            result.append(scalar)
        }
    }
    closePile()
    return String(result)
}

private enum HarmlessRule {
    static let marksShown = 4

    /// What nearly every text is made of: ASCII, Chinese characters, their punctuation and full-width
    /// forms, all of them visible, unmarked and without a say in the reading order.
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return (0x20...0x7E).contains(value) || (0x4E00...0x9FFF).contains(value)
            || (0x3001...0x3011).contains(value) || (0xFF01...0xFF5E).contains(value)
    }

    static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0A, 0x2028, 0x2029, 0x85: "⏎"
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "␡"
        // Open: any character.
        default: nil
        }
    }

    /// Invisible, or able to change how its neighbours are read.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x2800: return true
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: return true
        // Open: any character.
        default: break
        }
        if scalar.properties.isNoncharacterCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return true
        // Open: any character.
        default: return false
        }
    }

    static func isNeeded(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index > 0 else { return false }
        let before = scalars[index - 1]
        switch scalars[index].value {
        case 0x180B...0x180F: return isMongolian(before)
        case 0x200D:
            guard index + 1 < scalars.count else { return false }
            let after = scalars[index + 1]
            return (isPictograph(before) || before.value == 0xFE0F) && isPictograph(after)
                || isMongolian(before) && isMongolian(after)
        case 0xFE0E, 0xFE0F: return before.properties.isEmoji
        case 0xFE00...0xFE0D, 0xE0100...0xE01EF: return before.properties.isIdeographic
        // Open: any character.
        default: return false
        }
    }

    private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x2000 && scalar.properties.isEmoji
    }

    private static func isMongolian(_ scalar: Unicode.Scalar) -> Bool {
        (0x1800...0x18AF).contains(scalar.value)
    }
}
