import Chain

extension EntryView {
    /// Its tags as texts: whose trails it belongs to.
    var trails: [String] { tags.map(\.tag) }

    private static let subjectKind = Array("subject:".utf8)

    /// The subject whose sealed values it holds: the one whose trail it is on. Nobody's, when it is
    /// on no subject's trail; an entry is on one at most.
    var owner: String? {
        for link in tags where link.utf8.starts(with: Self.subjectKind) {
            return String(decoding: link.utf8.dropFirst(Self.subjectKind.count), as: UTF8.self)
        }
        return nil
    }
}

extension Digest {
    /// Stands for the hash of a line that is not there; no line hashes to it.
    static var hole: Digest {
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { bytes in
            bytes.initializeMemory(as: UInt8.self, repeating: 0)
            return Digest(rawBytes: UnsafeRawBufferPointer(bytes))
        }
    }
}

extension TileAddress {
    /// How a tile is named in reports: `level/index`.
    var name: String { "\(level)/\(index)" }
}

/// The delivered row that an entry says it is the first of.
struct SourceRow {
    /// Delivery, file and key, each behind its length.
    let key: [UInt8]
    let delivery: String
    let file: String
    let rowKey: String
    let count: Int

    init?(_ entry: EntryView) {
        guard let source = entry.data["source"], let delivery = source["delivery"]?.string,
            let file = source["file"]?.string, let rowKey = source["key"]?.string,
            let count = source["events"]?.integer
        else { return nil }
        self.delivery = delivery
        self.file = file
        self.rowKey = rowKey
        self.count = count
        key = Self.key(delivery, file, rowKey)
    }

    static func key(_ delivery: String, _ file: String, _ rowKey: String) -> [UInt8] {
        [delivery, file, rowKey].flatMap { part in
            Array(String(part.utf8.count).utf8) + [0x3A] + Array(part.utf8)
        }
    }
}
