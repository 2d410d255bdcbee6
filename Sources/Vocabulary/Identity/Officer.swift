public import Law

/// Who acts (经办人、审批人): an identity, never typed text.
///
/// Two spellings of one identifier are one person, so that nobody who is excluded as `P-2` walks in
/// as `p-2`: letters are compared without their case.
///
/// - Invariant: the grammar of ``Identifier``.
/// - Source: 政务处分法 Art. 47 (回避).
public struct Officer: Hashable, Nameable, Sendable, CustomStringConvertible {
    /// As it is written into entries.
    public let text: String
    /// What two spellings have in common.
    private let folded: String

    /// Nil when the text, brought into shape, is no identifier.
    public init?(_ text: String) {
        let shaped = Self.shaped(text)
        guard isWellFormedIdentifier(shaped) else { return nil }
        self.text = shaped
        folded = shaped.lowercased()
    }

    public init(_ identifier: some Identifier) {
        text = identifier.text
        folded = identifier.text.lowercased()
    }

    public var description: String { text }
    public static func == (left: Self, right: Self) -> Bool { left.folded == right.folded }
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }

    /// Whether that person is who acts.
    public func isSame(as person: some Identifier) -> Bool {
        folded == person.text.lowercased()
    }

    /// An identifier as it is meant: without the space around it, in letters of half width, with
    /// plain hyphens. The one place where text from outside is brought into shape; what is not an
    /// identifier then never becomes one.
    public static func shaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            // Full width, as Chinese input methods give it.
            case 0xFF01...0xFF5E:
                if let half = Unicode.Scalar(scalar.value - 0xFEE0) { scalars.append(half) }
            // Hyphens and dashes that look like one.
            case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: scalars.append("-")
            // Spaces that do not show, and the marks that editors leave.
            case 0x200B...0x200D, 0x2060, 0xFEFF, 0x00AD: continue
            default: scalars.append(scalar)
            }
        }
        let text = String(scalars).unicodeScalars
        let first = text.firstIndex { !$0.properties.isWhitespace } ?? text.endIndex
        let last = text.lastIndex { !$0.properties.isWhitespace }
        return last.map { String(text[first...$0]) } ?? ""
    }
}
