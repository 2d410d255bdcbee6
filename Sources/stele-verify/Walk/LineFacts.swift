import Chain

/// What the walk along the chain needs to know of one line. It outlives the line's bytes.
struct LineFacts {
    /// `H(0x00 ‖ line)`; ``Digest/hole`` for a line that is too long to be hashed.
    var leaf: Digest
    /// What it records as the leaf hash of the entry before.
    var prev: Digest?
    /// The position it claims; −1 if the line is no entry.
    var seq: Int
    /// Units: milliseconds since 1970-01-01T00:00:00Z.
    var at: Int
    /// Whether it may be recorded before its predecessor.
    var correctsClock = false
    /// The largest position that `cause` and `supersedes` name; −1 for none.
    var furthestReference: Int
    /// Its tags, as a range of the batch's.
    var tags: Range<Int>

    var isReadable: Bool { seq >= 0 }
}

/// One tag of one entry; its bytes lie in the chunk.
struct TagFact {
    var start: Int
    var count: Int
    var hash: Int
    var previous: Int?
}

extension Digest {
    /// Stands for a leaf that is not known; no line hashes to it.
    static let hole = Swift.withUnsafeBytes(of: (0, 0, 0, 0)) { Digest(rawBytes: $0) }
}

/// Reads and hashes a run of lines: the part of the work that several cores share.
final class LineBatch {
    private(set) var lines: [LineFacts] = []
    private(set) var tags: [TagFact] = []
    private var tape = LineTape()
    private var digest: DigestContext

    /// Longer lines are rare. Units: bytes.
    private static let longLine = 1 << 16
    /// The members that every entry has need more. Units: bytes.
    private static let shortestEntry = 100

    init(_ suite: Suite) { digest = DigestContext(suite) }

    /// - Parameters:
    ///   - range: Of `chunk`; whole lines, each with its newline.
    func read(_ range: Range<Int>, of chunk: UnsafeRawBufferPointer) {
        lines.removeAll(keepingCapacity: true)
        tags.removeAll(keepingCapacity: true)
        guard let base = chunk.baseAddress else { return }
        var start = range.lowerBound
        while start < range.upperBound {
            let end = LineReader.newline(in: chunk, from: start, to: range.upperBound)
            read(UnsafeRawBufferPointer(start: base + start, count: end - start), base)
            start = end + 1
        }
    }

    private func read(_ line: UnsafeRawBufferPointer, _ base: UnsafeRawPointer) {
        var facts = LineFacts(
            leaf: .hole, prev: nil, seq: -1, at: 0, furthestReference: -1,
            tags: tags.count..<tags.count)
        defer { lines.append(facts) }
        guard line.count <= LineReader.longestLine else { return }
        facts.leaf = digest.leaf(line)
        // A tape keeps the room that its longest line took.
        defer { if line.count > Self.longLine { tape = LineTape() } }
        guard line.count >= Self.shortestEntry, let entry = try? EntryView.read(line, tape: &tape)
        else { return }
        facts.prev = entry.prev
        facts.seq = entry.seq
        facts.at = entry.atMilliseconds
        facts.correctsClock = entry.correctsClock
        facts.furthestReference = max(entry.cause ?? -1, entry.supersedes ?? -1)
        for link in entry.tags {
            guard let tag = link.utf8.baseAddress else { continue }
            var hasher = Hasher()
            hasher.combine(bytes: link.utf8)
            tags.append(
                TagFact(
                    start: tag - base, count: link.utf8.count, hash: hasher.finalize(),
                    previous: link.previous))
        }
        facts.tags = facts.tags.lowerBound..<tags.count
    }
}
