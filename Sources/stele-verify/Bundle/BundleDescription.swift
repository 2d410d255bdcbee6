import Chain

/// What `bundle.json` says.
struct BundleDescription {
    var entries: Int
    var format: Int
    var head: Digest
    var origin: String
    var root: Digest
    var suite: String

    /// Nil unless the bytes are exactly one canonical object of these six members and a newline.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= Largest.description, bytes.last == 0x0A,
            let value = try? JSONValue(parsing: bytes),
            value.canonical + [0x0A] == bytes, value.members?.count == 6,
            let entries = value["entries"]?.integer, entries >= 0,
            let format = value["format"]?.integer,
            let head = value["head"]?.string.flatMap({ Digest(hex: $0) }),
            let origin = value["origin"]?.string,
            let root = value["root"]?.string.flatMap({ Digest(hex: $0) }),
            let suite = value["suite"]?.string
        else { return nil }
        self.entries = entries
        self.format = format
        self.head = head
        self.origin = origin
        self.root = root
        self.suite = suite
    }
}
