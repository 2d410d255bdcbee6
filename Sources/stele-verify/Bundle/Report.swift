import Chain

/// Entries that a checkpoint proves, byte for byte.
struct ProvenRange {
    var first: Int
    var last: Int
    /// The checkpoint's size.
    var checkpoint: Int
    var at: String?
    var place: String
    var isOutside: Bool
}

/// What a verification found.
struct Report {
    /// How many damages of one sort are listed, and runs that one checkpoint proves; the rest is
    /// counted.
    static let listed = 50
    /// How many trails are named of one damage.
    static let listedTrails = 100

    var lines: Int
    /// Over the lines as they stand.
    var root: Digest
    var identity: Creation?
    var trusted: TrustedKey
    /// How many entries the lines account for.
    var positions = 0
    /// Whether the rest of the file was not read.
    var isAbandoned = false
    /// By entry.
    var entryDamages: [Damage] = []
    /// Of the bundle, the keys and the checkpoints.
    var damages: [Damage] = []
    var unlisted = 0
    /// Largest checkpoint first.
    var proven: [ProvenRange] = []
    var unlistedProven = 0
    var checkpoints = 0

    init(lines: Int, root: Digest, identity: Creation?, trusted: TrustedKey) {
        self.lines = lines
        self.root = root
        self.identity = identity
        self.trusted = trusted
    }

    var isSound: Bool { entryDamages.isEmpty && damages.isEmpty }
    var shown: [Damage] { entryDamages + damages }

    /// The last entry up to which everything fits together, checkpoints aside.
    var coherentThrough: Int? {
        let last = (entryDamages.first?.entry ?? lines) - 1
        return last >= 0 ? last : nil
    }

    mutating func add(_ first: FirstPass, trailsFrom second: SecondPass?) {
        entryDamages = first.listed.map { found in
            var damage = Damage(kind: found.kind, entry: found.entry)
            if found.kind == .missingEntry, let through = found.through, through > found.entry {
                damage.through = through
            }
            damage.trails = second?.trails(of: found.entry) ?? []
            return damage
        }
        unlisted += first.damaged - first.listed.count
        if isAbandoned { entryDamages.append(Damage(kind: .unread, entry: first.expected)) }
    }

    mutating func add(_ description: BundleDescription?, _ identity: Creation?, headLies: Bool) {
        func add(_ kind: Damage.Kind) {
            damages.append(Damage(kind: kind, place: "bundle.json"))
        }
        guard let description else { return add(.bundleMalformed) }
        if let identity,
            description.format != Creation.format
                || !description.origin.utf8.elementsEqual(identity.origin.utf8)
                || description.suite != identity.suite.rawValue
        {
            add(.bundleIdentity)
        }
        guard !isAbandoned else { return }
        if description.entries != lines { add(.bundleEntries) }
        if description.root != root { add(.bundleRoot) }
        if headLies { add(.bundleHead) }
    }

    /// - Parameters:
    ///   - roots: Over the lines as they stand, at the sizes of the checkpoints.
    ///   - mended: The same with damaged entries as their neighbours record them.
    mutating func compare(
        _ kept: [KeptCheckpoint], roots: [Int: Digest], mended: SecondPass?
    ) {
        checkpoints = kept.count
        var kept = kept
        var agreeing: [KeptCheckpoint.Said] = []
        var proving = 0
        let bySize = kept.indices.sorted { left, right in
            let sizes = (kept[left].said?.size ?? -1, kept[right].said?.size ?? -1)
            return sizes.0 == sizes.1 ? left < right : sizes.0 > sizes.1
        }
        for index in bySize {
            guard let said = kept[index].said, !isAbandoned || said.size <= positions else {
                continue
            }
            var holes = Runs()
            if roots[said.size] == said.root {
                agreeing.append(said)
            } else if let mended, mended.roots[said.size] == said.root {
                holes = mended.holes
            } else {
                kept[index].fault =
                    said.size > positions ? .checkpointBeyondEnd : .checkpointRoot
                continue
            }
            if !kept[index].isOutside { proving += 1 }
            prove(
                said, kept[index], holes, isListed: kept[index].isOutside || proving <= Self.listed)
        }
        var told = (inside: 0, outside: 0)
        for one in kept {
            guard let fault = one.fault else { continue }
            if one.isOutside { told.outside += 1 } else { told.inside += 1 }
            guard (one.isOutside ? told.outside : told.inside) <= Self.listed else {
                unlisted += 1
                continue
            }
            var damage = Damage(kind: fault, place: one.place, origin: one.claims)
            if let said = one.said {
                damage.size = said.size
                damage.agreesThrough = Self.agreement(said, agreeing)
            }
            damages.append(damage)
        }
    }

    /// Up to which entry the ledger and the history that a checkpoint vouches for are the same.
    ///
    /// A checkpoint that was signed later says nothing of that history: it may be of what was
    /// recorded since a copy was put back.
    private static func agreement(
        _ said: KeptCheckpoint.Said, _ agreeing: [KeptCheckpoint.Said]
    ) -> Int? {
        guard let at = said.at else { return nil }
        let sizes = agreeing.lazy.filter { other in
            guard let before = other.at else { return false }
            return other.size > 0 && other.size < said.size && before <= at
        }.map(\.size)
        return sizes.max().map { $0 - 1 }
    }

    private mutating func prove(
        _ said: KeptCheckpoint.Said, _ kept: KeptCheckpoint, _ holes: Runs, isListed: Bool
    ) {
        let (runs, count) = holes.between(said.size, limit: isListed ? Self.listed : 0)
        for run in runs {
            proven.append(
                ProvenRange(
                    first: run.lowerBound, last: run.upperBound, checkpoint: said.size,
                    at: said.at, place: kept.place, isOutside: kept.isOutside))
        }
        unlistedProven += count - runs.count
    }
}
