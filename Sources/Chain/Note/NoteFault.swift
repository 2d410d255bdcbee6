/// Why a note was not taken, in order of precedence.
public enum NoteFault: Error, Equatable, Sendable {
    /// Longer than ``SignedNote/maximumBytes``.
    case tooLong(bytes: Int)
    /// Not valid UTF-8.
    case notUTF8
    /// A control character other than newline.
    case controlCharacter(offset: Int)
    /// No text, or no blank line with signatures after it.
    case noSignatures
    /// The text to be signed is empty or does not end in a newline.
    case unterminatedText
    /// The last line does not end in a newline.
    case unterminatedSignatures
    /// More than ``SignedNote/maximumSignatures``.
    case tooManySignatures
    /// Signature line `line`, counted from 1, is not `— name base64`.
    case malformedSignature(line: Int)
    /// Two different trusted keys have this name and hash.
    case ambiguousKey(name: String)
    /// A signature of a trusted key does not fit the text: the note was altered.
    case wrongSignature(name: String)
    /// No trusted key has signed.
    case noTrustedSignature
}
