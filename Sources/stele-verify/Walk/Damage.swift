/// One thing that is not as it was sealed. Raw values of ``Kind`` are stable codes.
///
/// - Source: "What a verifier checks" in `schema/format.md`.
struct Damage {
    /// Entries first, in order of precedence: of several at one entry the first is told. Those of
    /// a checkpoint stand in order of precedence, too.
    enum Kind: String, CaseIterable {
        case truncated, notCanonical, missingEntry, sequence, link, time, reference, tagLink
        case creation, format, unread
        case bundleMalformed, bundleIdentity, bundleEntries, bundleRoot, bundleHead
        case keyFile, foreignKey
        case checkpointLineEnds, checkpointMalformed, checkpointOrigin, checkpointSignature
        case checkpointName, checkpointBeyondEnd, checkpointRoot, checkpointSize
        case proofLineEnds, proofMalformed, proofIndex, proofPath

        private static let ranks = Dictionary(
            uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

        /// The one that is told of two.
        static func worse(_ one: Kind?, _ other: Kind?) -> Kind? {
            guard let one, let other else { return one ?? other }
            return ranks[one, default: 0] <= ranks[other, default: 0] ? one : other
        }

        /// Whether it says something of a checkpoint, and nothing of the entries.
        var isOfCheckpoint: Bool { rawValue.hasPrefix("checkpoint") }
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
    /// Of a checkpoint of another ledger the origin that it names, unproven.
    var origin: String?
    /// How many entries the checkpoint vouches for.
    var size: Int?
    /// Up to which entry earlier checkpoints show both histories to be the same.
    var agreesThrough: Int?
}
