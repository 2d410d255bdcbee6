import Chain

/// Whom the auditor trusts, and why.
enum TrustedKey {
    /// Given on the command line.
    case given(VerificationKey)
    /// Taken from entry 0: proves that nobody without the key made the checkpoints, not whose it is.
    case fromEntry0(VerificationKey)
    case none

    var key: VerificationKey? {
        switch self {
        case .given(let key), .fromEntry0(let key): key
        case .none: nil
        }
    }
}

/// Verifies an exported bundle: lines first, then what was said of them.
///
/// - Source: "What a verifier checks" in `schema/format.md`.
struct BundleVerifier {
    let directory: String
    let outside: [(name: String, note: [UInt8])]
    let key: VerificationKey?
    let cores: Int

    private var entriesPath: String { directory + "/entries.jsonl" }

    func verify() throws(ReadFault) -> Report {
        let description = BundleDescription(try SmallFile.read(directory + "/bundle.json"))
        let keys = try SmallFile.read(directory + "/keys.txt")
        let creation = try readCreation()
        var identity: Creation?
        if case .found(let found) = creation { identity = found }
        let suite =
            identity?.suite ?? description.flatMap { Suite(rawValue: $0.suite) } ?? key?.suite
            ?? .sha256
        let trusted =
            key.map(TrustedKey.given) ?? identity.map { .fromEntry0($0.key) } ?? .none
        let checkpoints = try readCheckpoints(trusted, identity)
        let sizes = checkpoints.compactMap { try? $0.verdict.get().size }

        var walk = ChainWalk(suite, checkpointSizes: sizes)
        try LineSource(entriesPath, suite: suite, cores: cores)
            .forEach { walk.take($0, $1, $2, isCutShort: $3) }
        let root = walk.root()
        let headLies = compareHead(description, root, &walk)
        let attribution = Attribution(walk, creation: creation.damage)

        var report = Report(lines: walk.lines, root: root, identity: identity, trusted: trusted)
        report.newerFormat = creation.newerFormat
        report.entryDamages = attribution.damages
        report.add(description, identity, headLies: headLies)
        if let identity, keys != Array((identity.key.vkey + "\n").utf8) {
            report.damages.append(Damage(kind: .keyFile, place: "keys.txt"))
        }
        if let identity, let key, key != identity.key {
            report.damages.append(Damage(kind: .foreignKey, entry: 0))
        }
        let isSuspect =
            !attribution.damages.isEmpty || !attribution.recorded.isEmpty
        var repaired: [Int: Digest] = [:]
        if isSuspect {
            var second = SecondPass(suite, attribution, checkpointSizes: sizes)
            try LineSource(entriesPath, suite: suite, cores: cores)
                .forEach { line, tags, chunk, _ in second.take(line, tags, chunk) }
            repaired = second.roots
            report.name(trails: second.trails)
        }
        report.compare(
            checkpoints, roots: walk.roots, repaired: repaired,
            unproven: attribution.recorded.keys.sorted(),
            positions: max(walk.placement.expected, walk.lines))
        return report
    }

    private func readCreation() throws(ReadFault) -> Creation.Outcome {
        var reader = try LineReader(entriesPath)
        guard let chunk = try reader.next() else { return .unreadable }
        let end = LineReader.newline(in: chunk, from: 0, to: chunk.count)
        return Creation.read(UnsafeRawBufferPointer(rebasing: chunk[..<end]))
    }

    private func readCheckpoints(
        _ trusted: TrustedKey, _ identity: Creation?
    ) throws(ReadFault) -> [KeptCheckpoint] {
        var checkpoints: [KeptCheckpoint] = []
        for name in try SmallFile.names(in: directory + "/checkpoints")
        where name.hasSuffix(".note") && !name.hasPrefix(".") {
            let place = "checkpoints/" + name
            checkpoints.append(
                KeptCheckpoint(
                    try SmallFile.read(directory + "/" + place), place: place, isOutside: false,
                    key: trusted.key, origin: identity?.origin))
        }
        for (name, note) in outside {
            checkpoints.append(
                KeptCheckpoint(
                    note, place: name, isOutside: true, key: trusted.key,
                    origin: identity?.origin))
        }
        return checkpoints
    }

    /// `bundle.json` records the leaf hash of the last line, as each line records that of the one
    /// before; so the last line has a witness, too. Returns whether it is `head` that lies.
    private func compareHead(
        _ description: BundleDescription?, _ root: Digest, _ walk: inout ChainWalk
    ) -> Bool {
        guard let description, let last = walk.last, description.entries == walk.lines,
            description.head != last.leaf
        else { return false }
        if description.root == root { return true }
        walk.disown(last.position, description.head)
        return false
    }
}

extension Creation.Outcome {
    fileprivate var damage: Damage.Kind? {
        switch self {
        case .found, .unreadable: nil
        case .notCreation: .creation
        case .newerFormat: .format
        }
    }

    fileprivate var newerFormat: Int? {
        if case .newerFormat(let format) = self { format } else { nil }
    }
}
