/// One thing that is not as it was sealed. Raw values of ``Kind`` are stable codes.
///
/// - Source: "What a verifier checks" in `schema/format.md`.
struct Damage {
    /// Entries first, in order of precedence: of several at one entry the first is told.
    enum Kind: String, CaseIterable {
        case truncated, notCanonical, missingEntry, sequence, link, time, reference, tagLink
        case creation, format
        case bundleMalformed, bundleIdentity, bundleEntries, bundleRoot, bundleHead
        case keyFile, foreignKey
        case checkpointSignature, checkpointOrigin, checkpointName, checkpointBeyondEnd
        case checkpointRoot

        var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    var kind: Kind
    /// The entry concerned.
    var entry: Int?
    /// Of missing entries the last, if there is more than one.
    var through: Int?
    /// The file of the bundle, or the checkpoint kept elsewhere.
    var place: String?
    /// Whose trails it touches, sorted.
    var trails: [String] = []
}
