/// Why bytes were refused as JSON, and where.
///
/// - Units: `offset` counts bytes from 0. It is the first byte of what is wrong: a number's first
///   character, an escape's backslash, a key's opening quote, the first byte of a broken UTF-8
///   sequence; for ``Reason/unexpectedEnd`` it is the number of bytes there were.
/// - Source: RFC 8259, RFC 8785, RFC 3629.
public struct JSONFault: Error, Hashable, Sendable {
    /// What is wrong. The last three are refused only where the bytes must be canonical.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// More bytes than the limit; the offset is the limit.
        case tooLarge
        /// An array or object opened below the deepest level allowed.
        case tooDeep
        /// The text stops inside a value.
        case unexpectedEnd
        /// The text begins with a byte order mark.
        case byteOrderMark
        /// A byte that cannot stand here.
        case unexpectedByte
        /// Something follows the value.
        case trailingBytes
        /// Not UTF-8: overlong, a surrogate, beyond U+10FFFF, or cut short.
        case badUTF8
        /// A control character stands unescaped inside a string.
        case controlCharacter
        /// A backslash that begins no escape of JSON.
        case badEscape
        /// Half of a surrogate pair.
        case loneSurrogate
        /// A fraction or an exponent; Stele keeps integers only.
        case float
        /// Outside −(2^53−1) … 2^53−1.
        case integerOutOfRange
        /// A number with a zero in front.
        case leadingZero
        /// `-0`.
        case negativeZero
        /// A key stands twice in one object.
        case duplicateKey
        /// White space between tokens.
        case whiteSpace
        /// A key that sorts before the one in front of it, by UTF-16 code units.
        case keyOrder
        /// An escape where the canonical form has another one or none.
        case escapeNotMinimal
    }

    /// What is wrong.
    public let reason: Reason
    /// Bytes before it.
    public let offset: Int

    /// A fault at a place.
    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

/// How large and how deep JSON may be before it is refused unread.
public struct JSONLimits: Hashable, Sendable {
    /// Bytes of the whole text.
    public var bytes: Int
    /// Arrays and objects inside each other; the outermost counts as 1.
    public var depth: Int

    /// Limits of one's own.
    public init(bytes: Int, depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    /// What one entry may be: 1 MiB, 32 levels.
    public static let entry = JSONLimits(bytes: 1 << 20, depth: 32)
    /// What a file that a person writes may be: 16 MiB, 32 levels.
    public static let file = JSONLimits(bytes: 16 << 20, depth: 32)
}

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1 (RFC 8785, RFC 7493).
@usableFromInline let largestInteger = 9_007_199_254_740_991
