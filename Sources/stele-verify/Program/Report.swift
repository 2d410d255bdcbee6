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
    /// How many damaged entries are listed; the rest is counted.
    static let listed = 50

    var lines: Int
    /// Over the lines as they stand.
    var root: Digest
    var identity: Creation?
    var trusted: TrustedKey
    var newerFormat: Int?
    /// By entry.
    var entryDamages: [Damage] = []
    /// Of the bundle, the keys and the checkpoints.
    var damages: [Damage] = []
    /// Largest checkpoint first.
    var proven: [ProvenRange] = []
    var checkpoints = 0
    /// Origins that refused checkpoints claim, for the sentence only.
    var claimedOrigins: [String: String] = [:]

    var isSound: Bool { entryDamages.isEmpty && damages.isEmpty }
    var shown: [Damage] { Array(entryDamages.prefix(Self.listed)) + damages }
    var unlisted: Int { entryDamages.count - min(entryDamages.count, Self.listed) }

    /// The last entry up to which everything fits together, checkpoints aside.
    var coherentThrough: Int? {
        let last = (entryDamages.first?.entry ?? lines) - 1
        return last >= 0 ? last : nil
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
        if description.entries != lines { add(.bundleEntries) }
        if description.root != root { add(.bundleRoot) }
        if headLies { add(.bundleHead) }
    }

    mutating func name(trails: [Int: Set<String>]) {
        for index in entryDamages.indices.prefix(Self.listed) {
            guard let entry = entryDamages[index].entry, let tags = trails[entry] else { continue }
            entryDamages[index].trails = tags.sorted()
        }
    }

    /// - Parameters:
    ///   - roots: Over the lines as they stand, at the sizes of the checkpoints.
    ///   - repaired: The same with damaged entries as their neighbours record them.
    ///   - unproven: Those entries.
    ///   - positions: How many entries the lines account for.
    mutating func compare(
        _ kept: [KeptCheckpoint], roots: [Int: Digest], repaired: [Int: Digest], unproven: [Int],
        positions: Int
    ) {
        checkpoints = kept.count
        for one in kept {
            switch one.verdict {
            case .failure(let fault):
                damages.append(Damage(kind: fault.kind, place: one.place))
                claimedOrigins[one.place] = one.claimedOrigin
            case .success(let checkpoint):
                let size = checkpoint.size
                let holes: [Int]
                if roots[size] == checkpoint.root {
                    holes = []
                } else if repaired[size] == checkpoint.root {
                    holes = unproven
                } else {
                    let kind: Damage.Kind =
                        size > positions ? .checkpointBeyondEnd : .checkpointRoot
                    damages.append(Damage(kind: kind, place: one.place))
                    continue
                }
                prove(checkpoint, one, without: holes)
            }
        }
        proven = proven.enumerated().sorted { left, right in
            left.element.checkpoint == right.element.checkpoint
                ? left.offset < right.offset
                : left.element.checkpoint > right.element.checkpoint
        }.map(\.element)
    }

    private mutating func prove(
        _ checkpoint: Checkpoint, _ kept: KeptCheckpoint, without holes: [Int]
    ) {
        func add(_ first: Int, _ last: Int) {
            guard first <= last else { return }
            proven.append(
                ProvenRange(
                    first: first, last: last, checkpoint: checkpoint.size,
                    at: KeptCheckpoint.at(checkpoint), place: kept.place,
                    isOutside: kept.isOutside))
        }
        var first = 0
        for hole in holes where hole < checkpoint.size {
            add(first, hole - 1)
            first = hole + 1
        }
        add(first, checkpoint.size - 1)
    }

    /// See "The report" in `schema/format.md`.
    var json: CanonicalObject {
        var object = CanonicalObject()
        object.set("checkpoints", checkpoints)
        object.set("coherentThrough", integer: coherentThrough)
        object.set("damages", shown.map(\.json))
        object.set("entries", lines)
        object.set("key", text: trusted.key?.vkey)
        switch trusted {
        case .given: object.set("keySource", "given")
        case .fromEntry0: object.set("keySource", "entry0")
        case .none: object.set("keySource", nil)
        }
        object.set("origin", text: identity?.origin)
        object.set("proven", proven.map(\.json))
        object.set("root", root.hex)
        object.set("sound", isSound)
        object.set("suite", text: identity?.suite.rawValue)
        object.set("unlisted", unlisted)
        return object
    }
}

extension Damage {
    var json: CanonicalObject {
        var object = CanonicalObject()
        if let entry { object.set("entry", entry) }
        object.set("kind", kind.rawValue)
        if let place { object.set("place", place) }
        if let through { object.set("through", through) }
        object.set("trails", trails)
        return object
    }
}

extension ProvenRange {
    var json: CanonicalObject {
        var object = CanonicalObject()
        if let at { object.set("at", at) }
        object.set("checkpoint", checkpoint)
        object.set("first", first)
        if isOutside { object.set("keptIn", place) }
        object.set("last", last)
        return object
    }
}

extension CanonicalObject {
    mutating func set(_ key: String, integer value: Int?) {
        if let value { set(key, value) } else { set(key, nil) }
    }

    mutating func set(_ key: String, text value: String?) {
        if let value { set(key, value) } else { set(key, nil) }
    }
}
