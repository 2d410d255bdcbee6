/// A text from outside made safe to show: control, format and other invisible characters become
/// `‹U+202E›`, so that nothing moves the cursor or turns the reading order.
func harmless(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            result += "‹U+\(String(scalar.value, radix: 16, uppercase: true))›"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
