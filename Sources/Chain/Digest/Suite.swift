/// The pair of hash and signature algorithms that one ledger uses from its first entry to its last.
///
/// Chosen when a ledger is created, written in entry 0 and in the checkpoint origin.
/// - Source: FIPS 180-4 and RFC 8032; GB/T 32905-2016 (SM3) and GB/T 32918.2-2016 (SM2).
public enum Suite: String, Sendable, CaseIterable {
    /// SHA-256 with Ed25519: the interoperable default.
    case sha256
    /// SM3 with SM2 (国密): where commercial cryptography rules ask for it.
    case sm3
}
