import Chain
import Store

extension Audit {
    /// Every checkpoint, the ledger's own and those kept elsewhere, against the lines.
    mutating func compareCheckpoints(
        _ reader: any StoreReader, _ outside: [OutsideCheckpoint]
    ) throws {
        var leaves = LeafReader(suite: suite, recorded: recordedLeaves, subtrees: subtrees)
        var kept: [KeptCheckpoint] = []
        for stored in try reader.checkpoints() {
            kept.append(
                KeptCheckpoint(
                    stored.note, place: "\(stored.size)", keptIn: nil, size: stored.size, identity))
        }
        for one in outside {
            kept.append(
                KeptCheckpoint(one.note, place: one.name, keptIn: one.name, size: nil, identity))
        }
        checkpoints = kept.count
        disowned = recordedLeaves.keys.sorted()
        var agreeing: [KeptCheckpoint.Said] = []
        for index in kept.indices {
            guard let said = kept[index].said else { continue }
            if said.size > size {
                kept[index].fault = .checkpointBeyondEnd
            } else if try leaves.root(at: said.size, asRecorded: false, reader) == said.root {
                agreeing.append(said)
                if said.size > 0 { prove(0, said.size - 1, kept[index], said) }
            } else if try leaves.root(at: said.size, asRecorded: true, reader) == said.root {
                // The lines are not what was vouched for. If only those are wrong that their
                // neighbours disown, then with the recorded hashes in their place the root comes
                // out, and everything else is still proven.
                for run in runs(below: said.size) {
                    prove(run.lowerBound, run.upperBound, kept[index], said)
                }
            } else {
                kept[index].fault = .checkpointRoot
            }
        }
        for one in kept {
            guard let fault = one.fault else { continue }
            var damage = Damage(fault, place: one.place)
            damage.origin = one.claims
            damage.size = one.said?.size
            damage.agreesThrough = one.said.flatMap { $0.agreement(with: agreeing) }
            damages.append(damage)
        }
        proven.sort { ($1.checkpoint, $0.first) < ($0.checkpoint, $1.first) }
    }

    /// The first runs of neighbours that nobody disowns.
    private func runs(below size: Int) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        var first = 0
        for bad in disowned where runs.count < LedgerVerifier.listedRuns {
            if bad >= size { break }
            if bad > first { runs.append(first...bad - 1) }
            first = bad + 1
        }
        if first < size, runs.count < LedgerVerifier.listedRuns { runs.append(first...size - 1) }
        return runs
    }

    private mutating func prove(
        _ first: Int, _ last: Int, _ kept: KeptCheckpoint, _ said: KeptCheckpoint.Said
    ) {
        proven.append(
            ProvenRange(
                first: first, last: last, checkpoint: said.size, at: said.at, keptIn: kept.keptIn))
    }
}

/// What a checkpoint says, or why it does not count.
struct KeptCheckpoint {
    let place: String
    let keptIn: String?
    /// Why it does not count; the first in order of precedence.
    var fault: Damage.Kind?
    /// The origin that one of another ledger names, believed or not; its first characters.
    private(set) var claims: String?
    private(set) var said: Said?

    /// What a checkpoint that counts says.
    struct Said {
        let size: Int
        let root: Digest
        /// When it was signed, RFC 3339, if it says so.
        let at: String?

        /// Up to which entry the ledger and the history that this vouches for are the same.
        ///
        /// A checkpoint that was signed later says nothing of that history: it may be of what was
        /// recorded since a copy was put back.
        func agreement(with others: [Said]) -> Int? {
            guard let at else { return nil }
            let sizes = others.lazy.filter { other in
                guard let before = other.at else { return false }
                return other.size > 0 && other.size < size && before <= at
            }.map(\.size)
            return sizes.max().map { $0 - 1 }
        }
    }

    /// How much of a foreign origin is shown. Units: characters.
    private static let shownOrigin = 200

    /// - Parameter size: What it is filed under; nil for one kept elsewhere.
    init(
        _ note: [UInt8], place: String, keptIn: String?, size: Int?, _ identity: LedgerIdentity?
    ) {
        self.place = place
        self.keptIn = keptIn
        let hasCarriageReturns = note.indices.dropFirst().contains {
            note[$0] == 0x0A && note[$0 - 1] == 0x0D
        }
        guard !hasCarriageReturns else {
            fault = .checkpointLineEnds
            return
        }
        guard let signed = try? SignedNote(parsing: note),
            let checkpoint = try? Checkpoint(parsing: signed.text)
        else {
            fault = .checkpointMalformed
            return
        }
        guard let identity else {
            fault = .checkpointSignature
            return
        }
        guard checkpoint.origin.utf8.elementsEqual(identity.origin.utf8) else {
            fault = .checkpointOrigin
            let shown = checkpoint.origin.unicodeScalars.prefix(Self.shownOrigin)
            claims = String(String.UnicodeScalarView(shown))
            return
        }
        guard (try? signed.verify(trusting: [identity.key])) != nil else {
            fault = .checkpointSignature
            return
        }
        guard size ?? checkpoint.size == checkpoint.size else {
            fault = .checkpointName
            return
        }
        said = Said(
            size: checkpoint.size, root: checkpoint.root, at: Self.signed(checkpoint.extensions))
    }

    /// The first extension line that says when, if what it says is an instant.
    private static func signed(_ extensions: [String]) -> String? {
        let lead = "at ".utf8
        let line = extensions.first { $0.utf8.starts(with: lead) }
        let at = line.map { String(Substring($0.utf8.dropFirst(lead.count))) }
        return at.flatMap { EntrySyntax.isInstant($0) ? $0 : nil }
    }
}
