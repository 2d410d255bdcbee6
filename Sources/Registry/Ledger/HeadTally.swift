import Chain
import Store

/// A sum over the table of tag heads as it was noted, so that a head that was set back shows before
/// anything is sealed onto it: a wrong back-pointer inside hashed bytes could never be mended.
///
/// Every head adds T(tag, last) + count · C(tag), where T and C are the first eight bytes of
/// `H(tag ‖ 00 ‖ last)` and of `H(tag)`. What entries added since the note follows from their lines
/// alone, so an append need not touch the note (I4).
struct HeadTally: Hashable {
    static let factName = "heads"

    /// How many entries it covers.
    private(set) var size = 0
    private(set) var sum: UInt64 = 0

    init() {}

    /// Reads `size:sum`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let size = Int(parts[0]), size >= 0,
            let sum = UInt64(parts[1], radix: 16)
        else { return nil }
        self.size = size
        self.sum = sum
        if self.text != text { return nil }
    }

    var text: String { "\(size):\(String(sum, radix: 16))" }

    /// The note; nil if there is none that can be read.
    static func stored(in reader: any StoreReader) throws -> HeadTally? {
        try reader.fact(factName).flatMap { HeadTally($0) }
    }

    /// The table as it is.
    static func ofTable(
        _ reader: any StoreReader, using digest: inout DigestContext
    ) throws -> UInt64 {
        var sum: UInt64 = 0
        var room: [UInt8] = []
        try reader.scanHeads { head in
            var tag = head.tag
            tag.withUTF8 { utf8 in
                let bytes = UnsafeRawBufferPointer(utf8)
                sum &+= place(bytes, head.head.last, &room, &digest)
                sum &+= UInt64(bitPattern: Int64(head.head.count)) &* count(bytes, &digest)
            }
        }
        return sum
    }

    /// What the note becomes with all entries since; nil when a line cannot be read.
    func advanced(
        _ reader: any StoreReader, using digest: inout DigestContext
    ) throws -> HeadTally? {
        var tally = self
        let end = try reader.size()
        guard size <= end else { return nil }
        var isReadable = true
        var tape = LineTape()
        var room: [UInt8] = []
        try reader.scan(size..<end) { position, line in
            guard let entry = try? EntryView.read(line, tape: &tape) else {
                isReadable = false
                return
            }
            for link in entry.tags {
                tally.sum &+= Self.place(link.utf8, position, &room, &digest)
                tally.sum &+= Self.count(link.utf8, &digest)
                if let before = link.previous {
                    tally.sum &-= Self.place(link.utf8, before, &room, &digest)
                }
            }
        }
        tally.size = end
        return isReadable ? tally : nil
    }

    /// Notes the table as the lines alone make it.
    static func note(in writer: any StoreWriter, using digest: inout DigestContext) throws {
        if let whole = try HeadTally().advanced(writer, using: &digest) {
            try writer.setFact(factName, whole.text)
        }
    }

    /// Moves the note on to the last entry, by the lines since; the table is not asked.
    static func move(in writer: any StoreWriter, using digest: inout DigestContext) throws {
        if let moved = try stored(in: writer)?.advanced(writer, using: &digest) {
            try writer.setFact(factName, moved.text)
        }
    }

    /// Whether the table of heads is what the note and the lines since say.
    static func holds(in reader: any StoreReader, using digest: inout DigestContext) throws -> Bool
    {
        guard let expected = try stored(in: reader)?.advanced(reader, using: &digest) else {
            return false
        }
        return try expected.sum == ofTable(reader, using: &digest)
    }

    private static func count(
        _ tag: UnsafeRawBufferPointer, _ digest: inout DigestContext
    ) -> UInt64 {
        word(digest.digest(tag))
    }

    private static func place(
        _ tag: UnsafeRawBufferPointer, _ position: Int, _ room: inout [UInt8],
        _ digest: inout DigestContext
    ) -> UInt64 {
        room.removeAll(keepingCapacity: true)
        room += tag
        room.append(0)
        withUnsafeBytes(of: UInt64(truncatingIfNeeded: position).bigEndian) { room += $0 }
        return word(room.withUnsafeBytes { digest.digest($0) })
    }

    private static func word(_ hash: Digest) -> UInt64 {
        hash.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self).bigEndian }
    }
}
