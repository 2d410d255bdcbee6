internal import Chain
internal import Law

/// A text as people read it: what differs in width, case, blanks, middle dots or what nobody sees alone is
/// one and the same to them.
enum ReadText {
    /// The text without all that.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if middleDots.contains(scalar) { continue }
            let half =
                (0xFF01...0xFF5E).contains(scalar.value)
                ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if isUnread(half) { continue }
            folded.append(contentsOf: half.properties.lowercaseMapping.unicodeScalars)
        }
        return String(folded)
    }

    /// The same for a search, which had better find one too many: script forms and variants of a
    /// character are one to it, too.
    static func sought(_ text: String) -> String {
        var sought = String.UnicodeScalarView()
        for scalar in folded(text).unicodeScalars { sought.append(Variants[scalar] ?? scalar) }
        return String(sought)
    }

    /// Blanks, and what has no shape.
    private static func isUnread(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return true }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format: true
        default: false
        }
    }

    /// `·`, `•`, `・`, `‧`, `∙`, `⋅`, `･`, `᛫`, `·` (Greek), `⸱` and `．`.
    private static let middleDots: Set<Unicode.Scalar> = [
        "\u{B7}", "\u{2022}", "\u{30FB}", "\u{2027}", "\u{2219}", "\u{22C5}", "\u{FF65}",
        "\u{16EB}",
        "\u{387}", "\u{2E31}", "\u{FF0E}",
    ]

    /// The first 64 bits of SHA-256 of the folded text, as 16 hexadecimal digits: the same in every
    /// ledger, for ever.
    static func digest(of text: String) -> String {
        var digest = DigestContext(.sha256)
        let bytes = Array(folded(text).utf8)
        return bytes.withUnsafeBytes { String(digest.digest($0).hex.prefix(16)) }
    }
}
