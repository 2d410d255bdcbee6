import Chain

/// Says which position each line takes.
///
/// - Source: "Places" in `schema/format.md`.
struct Placement {
    /// The position after the last line that took one.
    private(set) var expected = 0
    /// The leaf hash of the last line that took a position.
    private(set) var lastLeaf: Digest?

    /// No gap reaches so far, so that every position stays a number that JSON keeps.
    private static let farthest = 1 << 52

    enum Place {
        /// The next position.
        case next(Int)
        /// The next position, since it is chained to the line before; but it claims another.
        case misnumbered(Int)
        /// Entries from `missing` on are not there.
        case afterGap(missing: Int, at: Int)
        /// None: it stands where the entry `before` belongs and is another.
        case extra(before: Int)

        var position: Int? {
            switch self {
            case .next(let at), .misnumbered(let at), .afterGap(_, let at): at
            case .extra: nil
            }
        }
    }

    mutating func place(_ line: LineFacts) -> Place {
        let place: Place
        if !line.isReadable || line.seq == expected {
            place = .next(expected)
        } else if let lastLeaf, line.prev == lastLeaf {
            place = .misnumbered(expected)
        } else if line.seq > expected, line.seq < Self.farthest {
            place = .afterGap(missing: expected, at: line.seq)
        } else {
            return .extra(before: expected)
        }
        expected = (place.position ?? expected) + 1
        lastLeaf = line.leaf
        return place
    }
}
