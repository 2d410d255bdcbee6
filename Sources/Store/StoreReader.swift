public import Chain

/// The ledger at one moment: nothing that is written while a reader is in use shows through it.
///
/// A reader is lent for the length of one ``EntryStore/read(_:_:)`` or
/// ``EntryStore/write(_:)`` and used from one thread. Bytes lent to a closure are valid until the
/// closure returns. While such a closure runs, the same method may not be called again; any other
/// may.
///
/// A reader reports what lies in the store, and judges nothing: a gap or a changed byte is
/// returned as it is, so that `verify` can name it. Only what cannot be read at all throws
/// ``StoreFault/malformed(detail:)`` or ``StoreFault/ioError(detail:code:)``. What a closure
/// throws comes out as it is.
public protocol StoreReader {
    // MARK: Entries

    /// How many entries: the last position plus one, 0 when empty; at most 2⁴⁴ + 1, whatever the
    /// store holds.
    func size() throws(StoreFault) -> Int

    /// Lends the line at a position; nil if there is none.
    func withLine<Result>(
        at seq: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result?

    /// Lends every line in `range` in ascending order, with its position.
    func scan(_ range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws -> Void) throws

    /// How many entries lie in `range`, and where the last of them lies; the count is slow.
    func entries(in range: Range<Int>) throws(StoreFault) -> (count: Int, last: Int?)

    /// Positions of entries outside `range`, which may be any number at all, at most `limit`.
    func entries(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [Int]

    // MARK: Tags

    /// The end of a tag's chain; nil for a tag no entry carries.
    func head(of tag: String) throws(StoreFault) -> TagHead?

    /// At most `limit` tags that begin with `prefix` and come after `after`, in the order of
    /// their UTF-8 bytes.
    func tags(prefix: String, after: String?, limit: Int) throws(StoreFault) -> [TaggedHead]

    /// Every tag, in the order of their UTF-8 bytes.
    func scanHeads(_ body: (TaggedHead) throws -> Void) throws

    // MARK: Tree

    /// The 8,192 bytes of a full tile; nil if it is not full yet. A tile of which a part is
    /// missing comes back with another count.
    func tile(_ address: TileAddress) throws(StoreFault) -> [UInt8]?

    /// Every tile, by level and then index.
    func scanTiles(_ body: (TileAddress, [UInt8]) throws -> Void) throws

    /// Every checkpoint, in the order they were put.
    func checkpoints() throws(StoreFault) -> [StoredCheckpoint]

    // MARK: Vault

    /// The value behind one commitment; nil if there is none (any more).
    func sealed(seq: Int, path: String) throws(StoreFault) -> SealedValue?

    /// Every sealed value of the entries in `range`, by position and then path.
    func scanSealed(_ range: Range<Int>, _ body: (SealedValue) throws -> Void) throws

    /// Sealed values that claim a position outside `range`, at most `limit`.
    func sealed(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [SealedValue]

    // MARK: Delivered files

    /// What one row of a delivered file became, oldest first.
    func sourceSpans(delivery: String, file: String, key: String) throws(StoreFault) -> [SourceSpan]

    /// Every span, by delivery, file, key and position.
    func scanSources(_ body: (SourceSpan) throws -> Void) throws

    // MARK: Views

    /// Up to which entry (exclusive) a view has followed the log; nil if it was never built.
    func viewPosition(_ view: String) throws(StoreFault) -> Int?

    /// The names of all views that have a position or a row, in byte order.
    func viewNames() throws(StoreFault) -> [String]

    /// One row of a view.
    func viewRow(_ view: String, key: String) throws(StoreFault) -> ViewRow?

    /// Every row of a view, in the order of its keys' UTF-8 bytes. The row's bytes are lent.
    func scanView(
        _ view: String,
        _ body: (_ key: String, _ position: Int, _ row: UnsafeRawBufferPointer) throws -> Void
    ) throws

    // MARK: The store itself

    /// A fact about the ledger that is kept beside the entries and can be derived from them, such
    /// as its origin; nil if it was never set.
    func fact(_ name: String) throws(StoreFault) -> String?

    /// Every fact, in the byte order of the names.
    func facts() throws(StoreFault) -> [(name: String, value: String)]
}

extension StoreReader {
    /// A copy of the line at a position; nil if there is none.
    public func line(at seq: Int) throws -> [UInt8]? {
        try withLine(at: seq) { Array($0) }
    }

    /// A copy of an entry.
    public func entry(at seq: Int) throws -> StoredEntry? {
        try line(at: seq).map { StoredEntry(seq: seq, line: $0) }
    }

    /// The checkpoint that was put last.
    public func latestCheckpoint() throws(StoreFault) -> StoredCheckpoint? {
        try checkpoints().last
    }
}
