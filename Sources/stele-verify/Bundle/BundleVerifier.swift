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
    /// Files with checkpoints that were kept elsewhere.
    let outside: [String]
    let key: VerificationKey?
    let cores: Int

    private var entriesPath: String { directory + "/entries.jsonl" }

    func verify() throws(ReadFault) -> Report {
        let description = BundleDescription(
            try RegularFile.read(directory + "/bundle.json", most: Largest.description))
        let keys = try RegularFile.read(directory + "/keys.txt", most: Largest.description)
        let creation = try readCreation()
        var identity: Creation?
        if case .found(let found) = creation { identity = found }
        let suite =
            identity?.suite ?? description.flatMap { Suite(rawValue: $0.suite) } ?? key?.suite
            ?? .sha256
        let trusted =
            key.map(TrustedKey.given) ?? identity.map { .fromEntry0($0.key) } ?? .none
        let checkpoints = try readCheckpoints(trusted, identity)
        let sizes = checkpoints.compactMap(\.said?.size)

        let first = FirstPass(suite, checkpointSizes: sizes, creation: creation.damage)
        try LineSource(entriesPath, suite: suite, cores: cores)
            .forEach { line, tags, _, isCut in first.take(line, tags, isCutShort: isCut) }
        let root = first.root()
        let head = compareHead(description, root, first)
        first.finish(head: head.recorded)

        var report = Report(lines: first.lines, root: root, identity: identity, trusted: trusted)
        report.positions = max(first.expected, first.lines)
        report.isAbandoned = first.isAbandoned
        report.add(description, identity, headLies: head.lies)
        if let identity, keys != Array((identity.key.vkey + "\n").utf8) {
            report.damages.append(Damage(kind: .keyFile, place: "keys.txt"))
        }
        if let identity, let key, key != identity.key {
            report.damages.append(Damage(kind: .foreignKey, entry: 0))
        }
        var second: SecondPass?
        if first.damaged > 0 {
            second = try mend(suite, first, sizes, head.recorded)
        }
        report.add(first, trailsFrom: second)
        report.compare(checkpoints, roots: first.roots, mended: second)
        return report
    }

    private func mend(
        _ suite: Suite, _ first: FirstPass, _ sizes: [Int], _ head: Digest?
    ) throws(ReadFault) -> SecondPass {
        let second = SecondPass(suite, first.listed, checkpointSizes: sizes)
        try LineSource(entriesPath, suite: suite, cores: cores)
            .forEach { line, tags, chunk, isCut in
                second.take(line, tags, chunk, isCutShort: isCut)
                return second.lines < first.lines
            }
        second.finish(head: head)
        return second
    }

    private func readCreation() throws(ReadFault) -> Creation.Outcome {
        var reader = try LineReader(entriesPath)
        guard let chunk = try reader.next() else { return .unreadable }
        let end = LineReader.newline(in: chunk, from: 0, to: chunk.count)
        return Creation.read(UnsafeRawBufferPointer(rebasing: chunk[..<end]))
    }

    /// One after the other: the bundle's by name, then those given in their order.
    private func readCheckpoints(
        _ trusted: TrustedKey, _ identity: Creation?
    ) throws(ReadFault) -> [KeptCheckpoint] {
        var checkpoints: [KeptCheckpoint] = []
        for name in try FileName.all(in: directory + "/checkpoints")
        where name.hasSuffix(".note") && name.bytes.first != UInt8(ascii: ".") {
            checkpoints.append(
                KeptCheckpoint(
                    try RegularFile.read(directory + "/checkpoints/", name, most: Largest.note),
                    place: "checkpoints/" + name.text, isOutside: false,
                    key: trusted.key, origin: identity?.origin))
        }
        for path in outside {
            checkpoints.append(
                KeptCheckpoint(
                    try RegularFile.read(path, most: Largest.note), place: path, isOutside: true,
                    key: trusted.key, origin: identity?.origin))
        }
        return checkpoints
    }

    /// `bundle.json` records the leaf hash of the last line, as each line records that of the one
    /// before; so the last line has a witness, too. Or else it is `head` that lies.
    private func compareHead(
        _ description: BundleDescription?, _ root: Digest, _ first: FirstPass
    ) -> (recorded: Digest?, lies: Bool) {
        guard !first.isAbandoned, let description, description.entries == first.lines,
            let last = first.lastLeaf, description.head != last
        else { return (nil, false) }
        return description.root == root ? (nil, true) : (description.head, false)
    }
}

extension Creation.Outcome {
    var damage: Damage.Kind? {
        switch self {
        case .found, .unreadable: nil
        case .notCreation: .creation
        case .newerFormat: .format
        }
    }
}
