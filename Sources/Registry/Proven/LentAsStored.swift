import Chain
import Store

/// What is lent as it is stored: whoever uses it checks it.
extension ProvenReader {
    func head(of tag: String) throws(StoreFault) -> TagHead? {
        try base.head(of: tag)
    }

    func heads(of tags: [String]) throws(StoreFault) -> [TagHead?] {
        try base.heads(of: tags)
    }

    func tags(
        prefix: String, after: String?, limit: Int
    ) throws(StoreFault) -> [TaggedHead] {
        try base.tags(prefix: prefix, after: after, limit: limit)
    }

    func scanHeads(_ body: (TaggedHead) throws -> Void) throws { try base.scanHeads(body) }

    func scanTiles(_ body: (TileAddress, [UInt8]) throws -> Void) throws {
        try base.scanTiles(body)
    }

    func checkpoints() throws(StoreFault) -> [StoredCheckpoint] { try base.checkpoints() }

    func sealed(seq: Int, path: String) throws(StoreFault) -> SealedValue? {
        try base.sealed(seq: seq, path: path)
    }

    func scanSealed(_ range: Range<Int>, _ body: (SealedValue) throws -> Void) throws {
        try base.scanSealed(range, body)
    }

    func sealed(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [SealedValue] {
        try base.sealed(outside: range, limit: limit)
    }

    func sourceSpans(
        delivery: String, file: String, key: String
    ) throws(StoreFault) -> [SourceSpan] {
        try base.sourceSpans(delivery: delivery, file: file, key: key)
    }

    func scanSources(_ body: (SourceSpan) throws -> Void) throws {
        try base.scanSources(body)
    }

    func viewPosition(_ view: String) throws(StoreFault) -> Int? {
        try base.viewPosition(view)
    }

    func viewNames() throws(StoreFault) -> [String] { try base.viewNames() }

    func countTags(prefix: String, after: String?) throws(StoreFault) -> Int {
        try base.countTags(prefix: prefix, after: after)
    }

    func viewKeys(
        _ view: String, prefix: String, after: String?, limit: Int
    ) throws(StoreFault) -> [String] {
        try base.viewKeys(view, prefix: prefix, after: after, limit: limit)
    }

    func viewRow(_ view: String, key: String) throws(StoreFault) -> ViewRow? {
        try base.viewRow(view, key: key)
    }

    func viewRows(_ view: String, keys: [String]) throws(StoreFault) -> [ViewRow?] {
        try base.viewRows(view, keys: keys)
    }

    func scanView(
        _ view: String,
        _ body: (_ key: String, _ position: Int, _ row: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try base.scanView(view, body)
    }

    func fact(_ name: String) throws(StoreFault) -> String? { try base.fact(name) }

    func facts() throws(StoreFault) -> [(name: String, value: String)] {
        try base.facts()
    }
}
