import Chain
import Store

/// An entry with the proof that it is under a checkpoint.
public struct ProvenEntry: Sendable {
    public let proof: EntryProof
    /// When the checkpoint was signed, RFC 3339, if it says so.
    public let at: String?
    /// Line, path and checkpoint as one file, for somebody who has nothing else of the ledger.
    public let file: [UInt8]
}

extension Ledger {
    /// Proves an entry under a checkpoint that this ledger issued: the newest that covers it, or that
    /// of one size.
    ///
    /// Nothing stored is believed: the proof is checked, and the root must be what was signed.
    ///
    /// - Throws: ``LedgerFault/noSuchEntry(position:size:)``, ``LedgerFault/noCheckpoint(over:)``,
    ///   ``LedgerFault/damaged(entry:)``, ``LedgerFault/notSound(place:)``.
    public func proveUnderCheckpoint(_ position: Int, of size: Int? = nil) throws -> ProvenEntry {
        try store.read { reader in
            let all = try reader.size()
            guard position >= 0, position < all else {
                throw LedgerFault.noSuchEntry(position: position, size: all)
            }
            guard let proven = try provenEntry(position, of: size, reader) else {
                throw LedgerFault.noCheckpoint(over: position)
            }
            return proven
        }
    }

    /// Nil when no checkpoint covers it yet.
    func provenEntry(
        _ position: Int, of size: Int? = nil, _ reader: any StoreReader
    ) throws -> ProvenEntry? {
        let covering = try reader.checkpoints().filter { kept in
            kept.size > position && size.map { $0 == kept.size } ?? true
        }
        guard let kept = covering.max(by: { $0.size < $1.size }) else { return nil }
        let read = KeptCheckpoint(
            kept.note, place: "\(kept.size)", keptIn: nil, size: kept.size, identity)
        guard let said = read.said, said.size <= (try reader.size()) else {
            throw LedgerFault.notSound(place: "checkpoint \(kept.size)")
        }
        let proof = try proofs.prove(position, in: said.size, from: reader)
        guard proof.root == said.root else {
            throw LedgerFault.notSound(place: "checkpoint \(kept.size)")
        }
        let file = TlogProof(
            line: proof.line, index: position, path: proof.path, note: kept.note)
        return ProvenEntry(proof: proof, at: said.at, file: file.bytes)
    }
}
