import Chain

/// From suspicions to the entries that are to blame.
///
/// - Source: "Whose fault" in `schema/format.md`.
struct Attribution {
    /// The damage of each damaged entry.
    private(set) var kinds: [Int: Damage.Kind]
    /// Of missing entries the ranges, ascending.
    let gaps: [ClosedRange<Int>]
    /// What damaged or missing entries hashed to, as their neighbours record it.
    private(set) var recorded: [Int: Digest]

    init(_ walk: borrowing ChainWalk, creation: Damage.Kind?) {
        kinds = walk.primary
        gaps = walk.gaps
        recorded = walk.recorded
        if walk.lines == 0 { kinds[0] = .missingEntry }
        let broken = Set(walk.broken)
        for entry in walk.broken {
            // The later of the two is disowned as well: so it is the one that was changed.
            if broken.contains(entry + 1) {
                recorded[entry] = nil
                add(.link, entry + 1)
            } else {
                add(.link, entry)
            }
        }
        let blamed = kinds
        let gaps = gaps
        func isBlamed(_ entry: Int?) -> Bool {
            guard let entry else { return false }
            return blamed[entry] != nil || Self.gap(around: entry, in: gaps) != nil
        }
        for fault in walk.times where !isBlamed(fault.against) { add(.time, fault.entry) }
        for entry in walk.references { add(.reference, entry) }
        for fault in walk.tagFaults
        where !isBlamed(fault.pointsAt) && !isBlamed(fault.lastCarrier) {
            add(.tagLink, fault.entry)
        }
        if let creation, blamed[0] == nil { add(creation, 0) }
    }

    /// Where what is known of `entry` is told: itself, or the first of a gap; nil if it is sound.
    func told(_ entry: Int) -> Int? {
        if kinds[entry] != nil { return entry }
        return Self.gap(around: entry, in: gaps)?.lowerBound
    }

    var damages: [Damage] {
        kinds.sorted { $0.key < $1.key }.map { entry, kind in
            var damage = Damage(kind: kind, entry: entry)
            if kind == .missingEntry, let gap = Self.gap(around: entry, in: gaps), gap.count > 1 {
                damage.through = gap.upperBound
            }
            return damage
        }
    }

    private mutating func add(_ kind: Damage.Kind, _ entry: Int) {
        if let known = kinds[entry], known.rank <= kind.rank { return }
        kinds[entry] = kind
    }

    private static func gap(
        around entry: Int, in gaps: [ClosedRange<Int>]
    ) -> ClosedRange<Int>? {
        var low = 0
        var high = gaps.count
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle].upperBound < entry { low = middle + 1 } else { high = middle }
        }
        return low < gaps.count && gaps[low].contains(entry) ? gaps[low] : nil
    }
}
