import Chain

/// What was found of the proof of one entry.
struct ProofReport {
    let place: String
    let key: VerificationKey
    var damages: [Damage] = []
    /// The number that the proof gives the entry.
    var entry: Int?
    var leaf: Digest?
    /// The line, if it is an entry.
    var line: String?
    /// The checkpoint in the proof, if it is signed by the key.
    var checkpoint: KeptCheckpoint.Said?

    var isSound: Bool { damages.isEmpty }
    var shown: [Damage] { Array(damages.prefix(Report.listed)) }
}

/// Verifies the proof of one entry, without the ledger.
///
/// - Source: "One entry, proven" in `schema/format.md`.
struct ProofVerifier {
    let place: String
    /// Files with checkpoints that were kept elsewhere.
    let outside: [String]
    let key: VerificationKey

    func verify() throws(ReadFault) -> ProofReport {
        var report = ProofReport(place: place, key: key)
        let bytes = try RegularFile.read(place, most: Largest.proof)
        if bytes.hasCarriageReturns {
            tell(.proofLineEnds, &report)
        } else if let proof = TlogProof(parsing: bytes) {
            check(proof, &report)
        } else {
            tell(.proofMalformed, &report)
        }
        for path in outside {
            let note = try RegularFile.read(path, most: Largest.note)
            let kept = read(note, at: path)
            guard let said = kept.said else {
                tell(kept, &report)
                continue
            }
            guard let own = report.checkpoint else { continue }
            if said.size != own.size {
                tell(.checkpointSize, at: path, size: said.size, &report)
            } else if said.root != own.root {
                tell(.checkpointRoot, at: path, size: said.size, &report)
            }
        }
        return report
    }

    private func check(_ proof: TlogProof, _ report: inout ProofReport) {
        var digest = DigestContext(key.suite)
        let leaf = proof.line.withUnsafeBytes { digest.leaf($0) }
        report.entry = proof.index
        report.leaf = leaf
        if let seq = Self.position(of: proof.line) {
            report.line = String(decoding: proof.line, as: UTF8.self)
            if seq != proof.index { tell(.sequence, &report) }
        } else {
            tell(.notCanonical, &report)
        }
        let kept = read(proof.note, at: place)
        guard let said = kept.said else { return tell(kept, &report) }
        report.checkpoint = said
        guard proof.index < said.size else { return tell(.proofIndex, &report) }
        do throws(ProofFault) {
            try InclusionProof.verify(
                proof.path, leaf: leaf, index: proof.index, size: said.size, root: said.root,
                using: &digest)
        } catch {
            tell(.proofPath, &report)
        }
    }

    /// The position that a line claims; nil if it is no entry.
    private static func position(of line: [UInt8]) -> Int? {
        guard line.count <= LineReader.longestLine else { return nil }
        return line.withUnsafeBytes { bytes in
            var tape = LineTape()
            return try? EntryView.read(bytes, tape: &tape).seq
        }
    }

    private func read(_ note: [UInt8], at path: String) -> KeptCheckpoint {
        KeptCheckpoint(note, place: path, isOutside: true, key: key, origin: nil)
    }

    private func tell(_ kept: KeptCheckpoint, _ report: inout ProofReport) {
        guard let fault = kept.fault else { return }
        report.damages.append(Damage(kind: fault, place: kept.place, origin: kept.claims))
    }

    private func tell(
        _ kind: Damage.Kind, at path: String? = nil, size: Int? = nil, _ report: inout ProofReport
    ) {
        report.damages.append(Damage(kind: kind, place: path ?? place, size: size))
    }
}
