public import Chain

/// The ledger at one moment: nothing that is written while a reader is in use shows through it.
///
/// A reader is lent for the length of one ``EntryStore/read(_:_:)`` or
/// ``EntryStore/write(_:)`` and used from one thread. Bytes lent to a closure are valid until the
/// closure returns. While such a closure runs, any method may be called.
///
/// Whoever needs many things asks for them in one call: between a store on another machine and its
/// caller, a call is a journey. What a store fetches ahead of being asked is its own business and
/// never shows: it lends what was asked for, in the order that was asked for.
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

    /// Lends the line at each of `positions`, in the order given; nil where there is none.
    func lines(
        at positions: [Int], _ body: (Int, UnsafeRawBufferPointer?) throws -> Void
    ) throws

    /// Lends the line at `position`, then the one that `step` names, and so on back until it names
    /// none. The store knows no entry format: `step` reads in the line itself, whose bytes are
    /// hashed, where to go on, so that no index of a store's can add to a trail or take from it.
    ///
    /// - Returns: nil when `step` named none; else the position where it broke off, because there is
    ///   no line at it, or because its line does not lead back.
    func walk(
        from position: Int, _ step: (Int, UnsafeRawBufferPointer) throws -> Int?
    ) throws -> Int?

    /// Lends every line in `range` in ascending order, with its position.
    func scan(_ range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws -> Void) throws

    /// How many entries lie in `range`, and where the last of them lies; the count is slow.
    func entries(in range: Range<Int>) throws(StoreFault) -> (count: Int, last: Int?)

    /// Positions of entries outside `range`, which may be any number at all, at most `limit`.
    func entries(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [Int]

    // MARK: Tags

    /// The end of a tag's chain; nil for a tag no entry carries.
    func head(of tag: String) throws(StoreFault) -> TagHead?

    /// The ends of many tags' chains, in the order given.
    func heads(of tags: [String]) throws(StoreFault) -> [TagHead?]

    /// Walks a tag's chain from its head back, as ``walk(from:_:)`` does. A head that is not
    /// possible is returned and not walked.
    ///
    /// - Returns: nil for a tag no entry carries.
    func trail(
        of tag: String, _ step: (Int, UnsafeRawBufferPointer) throws -> Int?
    ) throws -> WalkedTrail?

    /// At most `limit` tags that begin with `prefix` and come after `after`, in the order of
    /// their UTF-8 bytes.
    func tags(prefix: String, after: String?, limit: Int) throws(StoreFault) -> [TaggedHead]

    /// How many tags begin with `prefix` and come after `after`.
    func countTags(prefix: String, after: String?) throws(StoreFault) -> Int

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

    /// At most `limit` keys of a view that begin with `prefix` and come after `after`, in the order of
    /// their UTF-8 bytes.
    func viewKeys(
        _ view: String, prefix: String, after: String?, limit: Int
    ) throws(StoreFault) -> [String]

    /// One row of a view.
    func viewRow(_ view: String, key: String) throws(StoreFault) -> ViewRow?

    /// Many rows of a view, in the order of `keys`; nil where there is none.
    func viewRows(_ view: String, keys: [String]) throws(StoreFault) -> [ViewRow?]

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

/// A walk along a tag's chain.
public struct WalkedTrail: Hashable, Sendable {
    /// What the store says of the chain's end and length. It is for the caller to compare the
    /// length with what was lent.
    public let head: TagHead
    /// Where it broke off; nil when it came to its end, or was not begun.
    public let brokenAt: Int?

    public init(head: TagHead, brokenAt: Int?) {
        self.head = head
        self.brokenAt = brokenAt
    }
}

/// One call after another: right for a store that lies in the same process.
extension StoreReader {
    public func lines(
        at positions: [Int], _ body: (Int, UnsafeRawBufferPointer?) throws -> Void
    ) throws {
        for position in positions {
            if try withLine(at: position, { try body(position, $0) }) == nil {
                try body(position, nil)
            }
        }
    }

    public func walk(
        from position: Int, _ step: (Int, UnsafeRawBufferPointer) throws -> Int?
    ) throws -> Int? {
        var next: Int? = position
        while let position = next {
            guard let link = try withLine(at: position, { try step(position, $0) }),
                link.map({ $0 < position }) ?? true
            else { return position }
            next = link
        }
        return nil
    }

    public func heads(of tags: [String]) throws(StoreFault) -> [TagHead?] {
        var heads: [TagHead?] = []
        heads.reserveCapacity(tags.count)
        for tag in tags { heads.append(try head(of: tag)) }
        return heads
    }

    public func trail(
        of tag: String, _ step: (Int, UnsafeRawBufferPointer) throws -> Int?
    ) throws -> WalkedTrail? {
        guard let head = try head(of: tag) else { return nil }
        guard head.isPossible else { return WalkedTrail(head: head, brokenAt: nil) }
        return WalkedTrail(head: head, brokenAt: try walk(from: head.last, step))
    }

    public func viewRows(_ view: String, keys: [String]) throws(StoreFault) -> [ViewRow?] {
        var rows: [ViewRow?] = []
        rows.reserveCapacity(keys.count)
        for key in keys { rows.append(try viewRow(view, key: key)) }
        return rows
    }
}

extension StoreReader {
    /// A copy of the line at a position; nil if there is none.
    public func line(at seq: Int) throws -> [UInt8]? {
        try withLine(at: seq) { Array($0) }
    }
}
