import Chain
import Store

/// What follows from the lines alone: tag heads, tiles, delivered rows.
struct Derivation {
    let suite: Suite

    /// Derives everything and hands it on in pieces; heads come at the end.
    func derive(
        from reader: any StoreReader, tile: (StoredTile) throws -> Void,
        source: (SourceSpan) throws -> Void, head: (TaggedHead) throws -> Void
    ) throws {
        var digest = DigestContext(suite)
        var tiles = TileBuilder()
        var heads: [String: TagHead] = [:]
        var tape = LineTape()
        try reader.scan(0..<(try reader.size())) { position, line in
            for (address, hashes) in tiles.append(digest.leaf(line), using: &digest) {
                try tile(StoredTile(address: address, hashes: hashes))
            }
            guard let entry = try? EntryView.read(line, tape: &tape) else {
                throw LedgerFault.damaged(entry: position)
            }
            for link in entry.tags {
                let count = heads[link.tag]?.count ?? 0
                heads[link.tag] = TagHead(last: position, count: count + 1)
            }
            if let row = SourceRow(entry) {
                try source(
                    SourceSpan(
                        delivery: row.delivery, file: row.file, key: row.rowKey,
                        position: position, count: row.count))
            }
        }
        for tag in heads.keys.sorted() {
            if let last = heads[tag] { try head(TaggedHead(tag: tag, head: last)) }
        }
    }

    /// Replaces what is stored with what the lines give. What is said of views stays, and how many
    /// checkpoints were issued: that follows from no line.
    func rewrite(_ writer: any StoreWriter) throws {
        let kept = try writer.facts().filter {
            ViewTally.isFact($0.name) || $0.name == IssuedCheckpoints.fact
        }
        try writer.removeDerived()
        try derive(
            from: writer, tile: { try writer.put(tiles: [$0]) },
            source: { try writer.put(sources: [$0]) }, head: { try writer.put(heads: [$0]) })
        for fact in try Self.entryFacts(writer) + kept { try writer.setFact(fact.name, fact.value) }
        var digest = DigestContext(suite)
        try LedgerEdge.note(in: writer, using: &digest)
        try HeadTally.note(in: writer, using: &digest)
    }

    /// What entry 0 tells.
    private static func entryFacts(
        _ reader: any StoreReader
    ) throws -> [(name: String, value: String)] {
        let identity = try reader.withLine(at: 0) { try LedgerIdentity.read($0) }
        guard let identity else { throw LedgerFault.unfinished }
        return identity.facts
    }
}
