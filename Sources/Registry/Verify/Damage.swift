/// One thing that is not as it was sealed.
public struct Damage: Hashable, Sendable {
    /// What kind of stored thing is damaged. Raw values are stable codes for programs.
    public enum Kind: String, Sendable, CaseIterable {
        /// The line is not canonical, or not an entry.
        case line = "notCanonical"
        /// The position written in the line is not its place.
        case sequence
        /// An entry is absent between its neighbours.
        case missing = "missingEntry"
        /// The next entry recorded another hash for this line.
        case link
        /// The last entry does not hash to what the ledger noted of it.
        case edge = "lastEntry"
        /// Recorded earlier than the entry before it.
        case time
        /// Points at an entry that does not precede it.
        case reference
        /// A tag's back-pointer does not lead to the previous entry with that tag.
        case tagLink
        /// The table of tag heads disagrees with the entries.
        case head = "tagHead"
        /// A stored hash tile disagrees with the entries.
        case tile
        /// A sealed value does not open the commitment in its entry, or is filed under another person.
        case sealedValue
        /// The entry holds a commitment whose value is not in the vault.
        case sealedMissing
        /// The vault holds a value that no entry commits to.
        case sealedUnknown
        /// The table of delivered rows disagrees with the entries.
        case source = "sourceRow"
        /// A stored view was altered.
        case view
        /// What the file says of itself disagrees with entry 0.
        case identity
        /// The database file's own structure is broken.
        case structure
        /// The file's line ends were changed to CR LF, which no signed note has.
        case checkpointLineEnds
        /// The file is no checkpoint, or not a whole one.
        case checkpointMalformed
        /// A checkpoint names another ledger.
        case checkpointOrigin
        /// A checkpoint is not signed by the ledger's key.
        case checkpointSignature
        /// A checkpoint is filed under another size than it says.
        case checkpointName
        /// A checkpoint vouches for another history.
        case checkpointRoot
        /// A checkpoint vouches for more entries than there are: the tail was cut.
        case checkpointBeyondEnd
    }

    public let kind: Kind
    /// The entry concerned, when it is one.
    public let entry: Int?
    /// The last of several missing entries in a row, of which `entry` is the first.
    public let through: Int?
    /// Whose trails it touches: tags of the damaged entry, as far as they can still be known.
    public let trails: [String]
    /// The table row, tile, file or checkpoint concerned, when it is not an entry.
    public let place: String?
    /// Of a checkpoint of another ledger the origin that it names, unproven.
    public var origin: String?
    /// How many entries the checkpoint vouches for.
    public var size: Int?
    /// Up to which entry earlier checkpoints show the ledger and the history that this one vouches
    /// for to be the same.
    public var agreesThrough: Int?

    public init(
        _ kind: Kind, entry: Int? = nil, through: Int? = nil, trails: [String] = [],
        place: String? = nil
    ) {
        self.kind = kind
        self.entry = entry
        self.through = through
        self.trails = trails
        self.place = place
    }
}

/// A run of entries that a checkpoint still proves, byte for byte.
public struct ProvenRange: Hashable, Sendable {
    public let first: Int
    public let last: Int
    /// The checkpoint's size, which names it.
    public let checkpoint: Int
    /// When the checkpoint was made, RFC 3339, if it says so.
    public let at: String?
    /// Where the checkpoint was kept: a file's name, or nil for the ledger's own table.
    public let keptIn: String?
}
