import Chain
import Store

/// The last entry as it was noted beside the entries.
///
/// Every entry is vouched for by the link in its successor; the last has none. Until a successor, a
/// tile or a checkpoint covers it, this note is what shows that it was changed, or cut off by
/// somebody who did not think of the note (I8). Whoever rewrites both is caught by a checkpoint
/// kept elsewhere, as ever.
struct LedgerEdge: Hashable {
    static let factName = "edge"

    let position: Int
    let leaf: Digest
}

extension LedgerEdge {
    /// Reads `position:leaf`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let position = Int(parts[0]), position >= 0,
            let leaf = Digest(hex: parts[1]), "\(position):\(leaf.hex)" == text
        else { return nil }
        self.init(position: position, leaf: leaf)
    }

    var text: String { "\(position):\(leaf.hex)" }

    /// Notes the last entry.
    static func note(in writer: any StoreWriter, using digest: inout DigestContext) throws {
        let position = try writer.size() - 1
        if let leaf = try writer.withLine(at: position, { digest.leaf($0) }) {
            try writer.setFact(factName, LedgerEdge(position: position, leaf: leaf).text)
        }
    }

    /// Moves the note on to the last entry. A note that is not true stays: it is evidence.
    static func move(in writer: any StoreWriter, using digest: inout DigestContext) throws {
        guard let edge = try stored(in: writer) else { return }
        if try edge.holds(in: writer, using: &digest) { try note(in: writer, using: &digest) }
    }

    /// The note; nil if there is none that can be read.
    static func stored(in reader: any StoreReader) throws -> LedgerEdge? {
        try reader.fact(factName).flatMap { LedgerEdge($0) }
    }

    /// Whether the entry is still as it was noted.
    func holds(in reader: any StoreReader, using digest: inout DigestContext) throws -> Bool {
        try reader.withLine(at: position) { digest.leaf($0) } == leaf
    }

    /// Nothing is sealed onto an entry that was changed: the link would vouch for the change.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)``.
    static func check(in reader: any StoreReader, using digest: inout DigestContext) throws {
        guard let edge = try stored(in: reader) else { return }
        guard try edge.holds(in: reader, using: &digest) else {
            throw LedgerFault.damaged(entry: edge.position)
        }
    }
}
