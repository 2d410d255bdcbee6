public import Chain

/// Where the chain of one tag ends. Derived: it can be rebuilt from the entries.
public struct TagHead: Hashable, Sendable {
    /// Position of the last entry that carries the tag.
    public let last: Int
    /// How many entries carry the tag.
    public let count: Int

    public init(last: Int, count: Int) {
        self.last = last
        self.count = count
    }

    /// Whether a sound ledger could have such a head; a damaged one may hold any two numbers.
    public var isPossible: Bool { last >= 0 && count >= 1 && count - 1 <= last }
}

/// A tag with its head.
public struct TaggedHead: Hashable, Sendable {
    /// `kind:identifier`.
    public let tag: String
    public let head: TagHead

    public init(tag: String, head: TagHead) {
        self.tag = tag
        self.head = head
    }
}

/// A full hash tile. Derived: it can be rebuilt from the entries.
public struct StoredTile: Hashable, Sendable {
    /// Bytes in a tile: 256 hashes of 32 bytes.
    public static let byteCount = 8192

    public let address: TileAddress
    /// Exactly ``byteCount`` bytes: the hashes from left to right.
    public let hashes: [UInt8]

    public init(address: TileAddress, hashes: [UInt8]) {
        precondition(hashes.count == Self.byteCount, "only full tiles are stored")
        self.address = address
        self.hashes = hashes
    }
}

/// The clear value behind a commitment in an entry, with the salt that opens it.
public struct SealedValue: Hashable, Sendable {
    /// Position of the entry that holds the commitment.
    public let seq: Int
    /// Dotted member path inside the entry's `data`, such as `name` or `source.row`.
    public let path: String
    /// Identifier of the subject whose value it is; the key it will be encrypted under.
    public let subject: String?
    /// Random, at least 16 bytes; the writer sees to that, a reader reports what it finds.
    public let salt: [UInt8]
    /// UTF-8.
    public let value: [UInt8]

    public init(seq: Int, path: String, subject: String?, salt: [UInt8], value: [UInt8]) {
        self.seq = seq
        self.path = path
        self.subject = subject
        self.salt = salt
        self.value = value
    }
}

/// The entries that one row of a delivered file became, so that importing it again adds nothing.
/// Derived: it can be rebuilt from the entries.
public struct SourceSpan: Hashable, Sendable {
    public let delivery: String
    public let file: String
    /// The row's key inside its file, as the mapping declares it.
    public let key: String
    /// Position of the first entry.
    public let position: Int
    /// How many entries, contiguous from `position`.
    public let count: Int

    /// Whether a sound ledger of `size` entries could have it; a damaged one may hold any two numbers.
    public func isPossible(in size: Int) -> Bool {
        position >= 0 && position < size && count >= 1 && count <= size - position
    }

    public init(delivery: String, file: String, key: String, position: Int, count: Int) {
        self.delivery = delivery
        self.file = file
        self.key = key
        self.position = position
        self.count = count
    }
}

/// One row of a view: what a projection keeps under a key. Derived.
public struct ViewRow: Hashable, Sendable {
    public let key: String
    /// Position of the last entry that changed the row.
    public let position: Int
    /// The projection's own bytes.
    public let body: [UInt8]

    public init(key: String, position: Int, body: [UInt8]) {
        self.key = key
        self.position = position
        self.body = body
    }
}

/// A signed checkpoint as it was issued.
public struct StoredCheckpoint: Hashable, Sendable {
    /// How many entries it covers.
    public let size: Int
    /// The signed note, byte for byte.
    public let note: [UInt8]

    public init(size: Int, note: [UInt8]) {
        self.size = size
        self.note = note
    }
}
