import Chain

/// A position that a line took, until all is known that its neighbours say of it.
struct Place {
    var position: Int
    var leaf: Digest
    /// Damage that excuses others, up to ``Damage/Kind/link``.
    var first: Damage.Kind?
    /// Damage that other damage may excuse.
    var second: Damage.Kind?
    /// Whether something else records another leaf hash for it, and which.
    var isBroken = false
    var recorded: Digest?
    /// What is told of it unless the entry before is to blame.
    var waiting: Damage.Kind?

    var kind: Damage.Kind? { .worse(first, second) }
}

/// Follows the lines in order: which position each takes, which links are broken, who is to blame.
///
/// What is said of a position is settled two lines later, so nothing is kept but the last two
/// places, however much is wrong.
///
/// - Source: "Places" and "Whose fault" in `schema/format.md`.
class Following {
    private(set) var lines = 0
    /// The position after the last line that took one.
    private(set) var expected = 0
    /// The leaf hash of the last line that took a position.
    private(set) var lastLeaf: Digest?
    /// The last two places that are not settled.
    private(set) var before: Place?
    var last: Place?
    private var isBrokenBefore = false
    /// What was found where the next position belongs.
    private(set) var ahead: Damage.Kind?

    /// No gap reaches so far, so that every position stays a number that JSON keeps.
    private static let farthest = 1 << 52

    /// Nothing more will be said of this place.
    func settled(_ place: Place) {}

    /// - Parameter recorded: The leaf hash of the last of them, as the next line records it.
    func missing(_ range: ClosedRange<Int>, recorded: Digest?, _ kind: Damage.Kind) {}

    /// Takes the next line; whether it took a position, then ``last`` is its place.
    final func follow(_ line: LineFacts, isCutShort: Bool) -> Bool {
        lines += 1
        var kind: Damage.Kind?
        var position = expected
        if line.isReadable, line.seq != expected {
            if let lastLeaf, line.prev == lastLeaf {
                kind = .sequence
            } else if line.seq > expected, line.seq < Self.farthest {
                position = line.seq
            } else {
                accuse(isCutShort ? .truncated : .sequence)
                return false
            }
        }
        if position > expected {
            settleAll()
            let found = Damage.Kind.worse(ahead, .missingEntry) ?? .missingEntry
            ahead = nil
            missing(expected...position - 1, recorded: line.prev, found)
        } else if line.isReadable, kind == nil, last != nil, line.prev != lastLeaf {
            last?.isBroken = true
            last?.recorded = line.prev
        }
        settleBefore()
        if !line.isReadable { kind = .notCanonical }
        if isCutShort { kind = .truncated }
        before = last
        last = Place(position: position, leaf: line.leaf, first: .worse(ahead, kind))
        ahead = nil
        expected = position + 1
        lastLeaf = line.leaf
        return true
    }

    /// - Parameter head: What `bundle.json` records for the last line, if it is something else.
    func finish(head: Digest?) {
        if let head {
            last?.isBroken = true
            last?.recorded = head
        }
        settleAll()
    }

    /// Of the position that comes next.
    final func accuse(_ kind: Damage.Kind) { ahead = .worse(ahead, kind) }

    private func settleBefore() {
        guard var place = before, let next = last else { return }
        if place.isBroken, !next.isBroken || isBrokenBefore {
            place.first = .worse(place.first, .link)
        }
        // The later of the two is disowned as well: so it is the one that was changed.
        if next.isBroken { place.recorded = nil }
        isBrokenBefore = place.isBroken
        before = nil
        settled(place)
        if place.first == nil { last?.second = .worse(next.second, next.waiting) }
    }

    private func settleAll() {
        settleBefore()
        guard var place = last else { return }
        last = nil
        if place.isBroken { place.first = .worse(place.first, .link) }
        isBrokenBefore = false
        settled(place)
    }
}
