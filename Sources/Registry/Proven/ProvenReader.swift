import Chain
import Records
import Store
import Vocabulary

/// The ledger at one moment, read by somebody who believes nothing (I11).
///
/// A line is lent only after it was hashed and found where it must be: up to the newest signed
/// checkpoint under the root that was signed, after it in its tile, under the link of its successor
/// and in the note of the last entry, as far as there are any. A head is lent only after the table
/// of heads was compared with every line, or, in a ledger of more entries than ``completeness`` says,
/// with its tally; for a list from such a ledger it with the stored index of its trail. What else is
/// lent (vault, views, facts) is checked by whoever uses it.
///
/// - Note: Everything lent is as the reader below lends it; ``LedgerFault/damaged(entry:)`` and
///   ``LedgerFault/notSound(place:)`` come out instead of what is not proven.
final class ProvenReader: StoreReader {
    /// Up to so many entries one core reads all lines, and a writer compares the table of heads with
    /// them: twenty milliseconds.
    static let comparedWhole = 1 << 14

    let base: any StoreReader
    /// How many entries there were when reading began. What a transaction adds to them it has
    /// sealed itself.
    let count: Int
    let tree: ProvenTree
    private let source: (any EntryStore)?
    let suite: Suite
    private var digest: DigestContext
    private var signedOnce: SignedTree??
    private var edgeOnce: LedgerEdge??
    private var lastTile: (index: Int, leaves: [Digest])?
    private var headsAreProven: Bool
    /// With what heads and lists are compared.
    let completeness: Completeness
    /// Whether a list is asked for: its heads are many.
    private let isListing: Bool
    /// Whether something was listed without being compared with every line.
    private(set) var hasListedUncompared = false

    /// - Parameters:
    ///   - source: Where more readers of the same ledger are had; nil: there are none.
    ///   - checksHeads: Whether heads are compared before they are lent. A writer compares them
    ///     itself, once.
    init(
        _ base: any StoreReader, count: Int? = nil, _ tree: ProvenTree, suite: Suite,
        source: (any EntryStore)?, checksHeads: Bool = true, completeness: Completeness = .usual,
        isListing: Bool = false
    ) throws {
        self.base = base
        self.count = try count ?? base.size()
        self.tree = tree
        self.suite = suite
        self.source = source
        digest = DigestContext(suite)
        headsAreProven = !checksHeads
        self.completeness = completeness
        self.isListing = isListing
    }

    /// The tree under the newest signed checkpoint; nil while none is signed.
    func signed() throws -> SignedTree? {
        if let signedOnce { return signedOnce }
        // What was noted last is there: a tail that was cut off is missing from every answer.
        if let edge = try edge(), edge.position >= count {
            throw LedgerFault.damaged(entry: count)
        }
        let signed = try tree.signed(count, base)
        signedOnce = .some(signed)
        return signed
    }

    // MARK: Lines

    /// Finds the line where it must be.
    private func check(_ position: Int, _ line: UnsafeRawBufferPointer) throws {
        guard position < count else { return }
        let leaf = digest.leaf(line)
        if try isSigned(position, leaf) { return }
        if position + 1 < count {
            let link = try base.withLine(at: position + 1) { LineLink.of($0) }
            guard link == leaf else { throw LedgerFault.damaged(entry: position) }
        }
        try checkUnsigned(position, leaf)
    }

    /// Whether the signed tree speaks for a leaf at this position; it then holds this one.
    private func isSigned(_ position: Int, _ leaf: Digest) throws -> Bool {
        guard let signed = try signed(), position < signed.size else { return false }
        let tile = position / TileAddress.width
        let offset = position % TileAddress.width
        if tile == signed.subtrees.count {
            guard signed.edge[offset] == leaf else { throw LedgerFault.damaged(entry: position) }
            return true
        }
        if lastTile?.index != tile {
            let leaves = try tree.leaves(ofTile: tile, under: signed, base)
            guard let leaves else {
                throw LedgerFault.notSound(place: TileAddress(level: 0, index: tile).name)
            }
            lastTile = (tile, leaves)
        }
        guard lastTile?.leaves[offset] == leaf else { throw LedgerFault.damaged(entry: position) }
        return true
    }

    /// What no checkpoint covers yet: its tile, if that is full, and the note of the last entry.
    private func checkUnsigned(_ position: Int, _ leaf: Digest) throws {
        let tile = position / TileAddress.width
        if (tile + 1) * TileAddress.width <= count {
            if lastTile?.index != tile {
                let address = TileAddress(level: 0, index: tile)
                guard let leaves = try SignedTree.hashes(address, base) else {
                    throw LedgerFault.notSound(place: address.name)
                }
                lastTile = (tile, leaves)
            }
            guard lastTile?.leaves[position % TileAddress.width] == leaf else {
                throw LedgerFault.damaged(entry: position)
            }
        }
        guard let edge = try edge() else {
            if position == count - 1 { throw LedgerFault.notSound(place: LedgerEdge.factName) }
            return
        }
        if edge.position == position, edge.leaf != leaf {
            throw LedgerFault.damaged(entry: position)
        }
    }

    private func edge() throws -> LedgerEdge? {
        if let edgeOnce { return edgeOnce }
        let edge = try LedgerEdge.stored(in: base)
        edgeOnce = .some(edge)
        return edge
    }

    func size() throws(StoreFault) -> Int { try base.size() }

    func withLine<Result>(
        at seq: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result? {
        let result = try base.withLine(at: seq) { line in
            try check(seq, line)
            return try body(line)
        }
        if result == nil, (0..<count).contains(seq) { throw LedgerFault.damaged(entry: seq) }
        return result
    }

    func lines(
        at positions: [Int], _ body: (Int, UnsafeRawBufferPointer?) throws -> Void
    ) throws {
        try base.lines(at: positions) { position, line in
            if let line {
                try check(position, line)
            } else if (0..<count).contains(position) {
                throw LedgerFault.damaged(entry: position)
            }
            try body(position, line)
        }
    }

    func walk(
        from position: Int, _ step: (Int, UnsafeRawBufferPointer) throws -> Int?
    ) throws -> Int? {
        try base.walk(from: position) { position, line in
            try check(position, line)
            return try step(position, line)
        }
    }

    func trail(
        of tag: String, _ step: (Int, UnsafeRawBufferPointer) throws -> Int?
    ) throws -> WalkedTrail? {
        try proveHead(of: tag)
        return try base.trail(of: tag) { position, line in
            try check(position, line)
            return try step(position, line)
        }
    }

    func scan(
        _ range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        // In a row a line is under the link of the next one without a second reading of it.
        var open: (position: Int, leaf: Digest)?
        var expected = max(0, range.lowerBound)
        let end = min(range.upperBound, count)
        try base.scan(range) { position, line in
            guard position < count else { return try body(position, line) }
            guard position == expected else { throw LedgerFault.damaged(entry: expected) }
            expected = position + 1
            let leaf = digest.leaf(line)
            if let before = open {
                guard LineLink.of(line) == before.leaf else {
                    throw LedgerFault.damaged(entry: before.position)
                }
                open = nil
            }
            if try !isSigned(position, leaf) {
                try checkUnsigned(position, leaf)
                open = (position, leaf)
            }
            try body(position, line)
        }
        guard expected >= end else { throw LedgerFault.damaged(entry: expected) }
        if let last = open, last.position + 1 < count {
            let link = try base.withLine(at: last.position + 1) { LineLink.of($0) }
            guard link == last.leaf else { throw LedgerFault.damaged(entry: last.position) }
        }
    }

    func entries(in range: Range<Int>) throws(StoreFault) -> (count: Int, last: Int?) {
        try base.entries(in: range)
    }

    func entries(outside range: Range<Int>, limit: Int) throws(StoreFault) -> [Int] {
        try base.entries(outside: range, limit: limit)
    }

    // MARK: Heads

    /// Compares one head before it is lent: for a list from a ledger that is too large for its lines,
    /// with the stored index of its trail; else the whole table is.
    private func proveHead(of tag: String) throws {
        if headsAreProven || tree.isNoted { return }
        if isListing, count > headsWhole, let indexed = try indexedHead(of: tag) {
            guard try base.head(of: tag) == indexed else { throw LedgerFault.damagedHead(of: tag) }
            return
        }
        try proveHeads()
    }

    /// Up to how many entries one head is reason enough to read every line.
    private var headsWhole: Int {
        if case .upTo(let most) = completeness { most } else { .max }
    }

    /// Tags of one kind, in byte order, none of them missing: by the lines or the tally, for a list from
    /// a larger ledger by the stored indexes of the trails.
    ///
    /// - Throws: ``LedgerFault/damagedHead(of:)``, ``LedgerFault/damaged(entry:)``.
    func provenTags(of kind: TagKind, after: String?, limit: Int) throws -> [TaggedHead] {
        let prefix = kind.name + ":"
        let heads = try tags(prefix: prefix, after: after, limit: limit)
        if headsAreProven || tree.isNoted { return heads }
        let view = ViewName.index(of: Tag(kind: kind, wellFormed: "")).view
        guard isListing, count > headsWhole, try base.viewPosition(view) == count else {
            try proveHeads()
            return heads
        }
        // The index of subjects and cases is kept under their identifiers alone.
        let isWhole = view == ViewName.file
        func key(_ tag: String) -> String { isWhole ? tag : String(tag.dropFirst(prefix.count)) }
        let keys = try base.viewKeys(
            view, prefix: isWhole ? prefix : "", after: after.map(key), limit: limit)
        // The first that one of both lacks.
        let known = heads.map { key($0.tag) }
        let place = zip(known, keys).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        guard let place = place ?? (known.count == keys.count ? nil : min(known.count, keys.count))
        else { return heads }
        let missing = [known.dropFirst(place).first, keys.dropFirst(place).first]
            .compactMap(\.self).min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        throw LedgerFault.damagedHead(of: (isWhole ? "" : prefix) + (missing ?? ""))
    }

    /// Where a trail ends by its stored index; nil where there is none, or one that is behind.
    private func indexedHead(of tag: String) throws -> TagHead? {
        guard let (view, key) = Tag(tag).map(ViewName.index),
            try base.viewPosition(view) == count, let row = try base.viewRow(view, key: key)
        else { return nil }
        return try row.body.withUnsafeBytes { bytes in
            let body = CheckedRow.open(
                bytes, view: view, key: row.key, position: row.position, using: &digest)
            guard let body, let index = try? TrailIndex.reading(body) else {
                throw LedgerFault.damagedView("\(view)/\(row.key)")
            }
            return TagHead(last: row.position, count: index.entries)
        }
    }

    /// Compares the table of heads before one of them is lent: with every line, or in a larger
    /// ledger with its tally; once after it was opened.
    ///
    /// - Throws: ``LedgerFault/damagedHead(of:)`` for `*`.
    func proveHeads() throws {
        if headsAreProven { return }
        if count <= headsWhole {
            // In a larger ledger once: the table alone takes milliseconds.
            headsAreProven = count > Self.comparedWhole && tree.comparedSize == count
            return headsAreProven ? () : try proveHeadsByLines()
        }
        if !tree.isNoted {
            guard try HeadTally.holds(in: base, using: &digest) else {
                throw LedgerFault.damagedHead(of: "*")
            }
            tree.isNoted = true
        }
        headsAreProven = true
    }

    private var areComparedWithLines = false

    /// Compares the table of heads with every line: what is then read through it is complete.
    ///
    /// - Throws: ``LedgerFault/damagedHead(of:)`` for `*`; ``LedgerFault/damaged(entry:)``.
    func proveHeadsByLines() throws {
        if areComparedWithLines { return }
        let whole = try tree.occurrences(upTo: count) { known in
            var more = known
            let parts = try eachPart(of: known.size..<count) { part, reader in
                var occurrences = Occurrences(known.key)
                try occurrences.take(part, of: reader)
                return occurrences.tally
            }
            for part in parts { more.add(part, upTo: count) }
            return more
        }
        guard try whole.balances(base) else {
            throw LedgerFault.damagedHead(of: try wrongHead() ?? "*")
        }
        areComparedWithLines = true
        headsAreProven = true
        tree.comparedSize = count
    }

    /// Whether what a list is read from is compared with every line; where it is not, the answer
    /// will say so.
    func comparesLists() -> Bool {
        if case .upTo(let most) = completeness, count > most {
            hasListedUncompared = true
            return false
        }
        return true
    }

    /// Compares the table of heads before a list is read from it, where lists are compared; else each
    /// head is when its trail is read.
    ///
    /// - Throws: ``LedgerFault/damagedHead(of:)``, ``LedgerFault/damaged(entry:)``.
    func proveListedHeads() throws {
        if comparesLists() { try proveHeadsByLines() }
    }

    /// The first tag whose head is not what the lines say; nil where each is, and a link is wrong.
    private func wrongHead() throws -> String? {
        var heads: [String: TagHead] = [:]
        var tape = LineTape()
        try scan(0..<count) { position, line in
            guard let entry = try? EntryView.read(line, tape: &tape) else { return }
            for link in entry.tags {
                let before = heads[link.tag]?.count ?? 0
                heads[link.tag] = TagHead(last: position, count: before + 1)
            }
        }
        var wrong: [String] = []
        try base.scanHeads { head in
            if heads.removeValue(forKey: head.tag) != head.head { wrong.append(head.tag) }
        }
        return (wrong + heads.keys).min()
    }

    /// Reads a run of lines, on all cores where it is long, proven as they are read.
    func eachPart<Part: Sendable>(
        of range: Range<Int>, _ read: @Sendable (Range<Int>, ProvenReader) throws -> Part
    ) throws -> [Part] {
        guard range.count > Self.comparedWhole, let source else { return [try read(range, self)] }
        _ = try signed()
        let (tree, suite, count) = (tree, suite, count)
        return try range.split(into: AllCores.count).mapOnAllCores(AllCores.count) { part in
            try source.read(.scan) { reader in
                try read(
                    part, ProvenReader(reader, count: count, tree, suite: suite, source: nil))
            }
        }
    }
}

extension StoreReader {
    /// Tags of one kind, in byte order; none of them missing where nothing is believed.
    func listed(_ kind: TagKind, after: String?, limit: Int) throws -> [TaggedHead] {
        try (self as? ProvenReader)?.provenTags(of: kind, after: after, limit: limit)
            ?? tags(prefix: kind.name + ":", after: after, limit: limit)
    }
}
