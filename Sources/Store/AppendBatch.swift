/// Everything that one append puts into the store, whole or not at all (I4): the lines, and what
/// follows from them.
///
/// The lines lie one after another in a single buffer, so that a batch of a thousand costs one
/// allocation and a store can borrow each line in place.
public struct AppendBatch: Sendable {
    /// Position of the first line; the size of the ledger it is appended to (I1).
    public let first: Int
    /// The new end of every tag that the lines carry; each tag once.
    public var heads: [TaggedHead] = []
    /// Tiles that these lines completed.
    public var tiles: [StoredTile] = []
    /// Values behind the commitments in these lines.
    public var sealed: [SealedValue] = []
    /// Rows of delivered files that these lines came from.
    public var sources: [SourceSpan] = []

    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// An empty batch that continues a ledger of `first` entries.
    public init(first: Int) {
        precondition(first >= 0, "positions count from 0")
        self.first = first
    }

    /// The same batch where the lines begin at another position. What it says of heads, values and
    /// rows stays as it is.
    func beginning(at first: Int) -> AppendBatch {
        var moved = AppendBatch(first: first)
        moved.heads = heads
        moved.tiles = tiles
        moved.sealed = sealed
        moved.sources = sources
        moved.bytes = bytes
        moved.ends = ends
        return moved
    }

    /// How many lines.
    public var count: Int { ends.count }
    public var isEmpty: Bool { ends.isEmpty }
    /// Bytes of all lines together.
    public var byteCount: Int { bytes.count }

    /// Adds a line and returns its position.
    @discardableResult
    public mutating func append(_ line: some Collection<UInt8>) -> Int {
        append { $0.append(contentsOf: line) }
    }

    /// Adds the line that `write` appends to the buffer, and returns its position. `write` must
    /// only append.
    @discardableResult
    public mutating func append(writing write: (inout [UInt8]) -> Void) -> Int {
        let start = bytes.count
        write(&bytes)
        precondition(bytes.count > start, "a line is never empty")
        ends.append(bytes.count)
        return first + ends.count - 1
    }

    /// Lends each line with its position, in order.
    public func forEachLine<Failure: Error>(
        _ body: (Int, UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var failure: Failure?
        bytes.withUnsafeBytes { bytes in
            var start = 0
            for (offset, end) in ends.enumerated() {
                do throws(Failure) {
                    try body(first + offset, UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                } catch {
                    failure = error
                    return
                }
                start = end
            }
        }
        if let failure { throw failure }
    }

    /// Empties the batch for the next one and keeps the memory of its lines.
    public mutating func reset(first: Int) {
        var next = AppendBatch(first: first)
        swap(&next.bytes, &bytes)
        swap(&next.ends, &ends)
        next.bytes.removeAll(keepingCapacity: true)
        next.ends.removeAll(keepingCapacity: true)
        self = next
    }
}
