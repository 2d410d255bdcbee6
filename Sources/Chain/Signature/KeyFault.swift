/// Why a key was not taken or could not sign, in order of precedence.
public enum KeyFault: Error, Equatable, Sendable {
    /// The key name is empty or holds a space, a plus sign or a control character.
    case invalidName
    /// The text is not `name+hash+base64`.
    case malformed
    /// The algorithm is neither Ed25519 nor SM2 with SM3.
    case unknownAlgorithm
    /// The key has another length than its algorithm's.
    case wrongLength(expected: Int, found: Int)
    /// The eight digits are not the hash of this name and key.
    case hashMismatch
    /// The bytes are no public key of the algorithm: a point off the curve, one of small order (for
    /// which anybody can sign), or a second spelling of a point.
    case invalidKey
    /// The text is not an unencrypted private key in PEM (PKCS #8).
    case unreadablePEM
    /// OpenSSL failed; its own words.
    case library(String)
}
