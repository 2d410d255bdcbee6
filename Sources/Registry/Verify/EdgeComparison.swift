import Chain
import Store

extension Audit {
    /// The note of the last entry. Comes before the checkpoints, for which it may stand in.
    mutating func compareEdge(_ reader: any StoreReader) throws {
        guard let edge = try LedgerEdge.stored(in: reader) else {
            damages.append(Damage(.identity, place: LedgerEdge.factName))
            return
        }
        guard edge.position < size else {
            damages.append(Damage(.missing, entry: size, place: "\(size)–\(edge.position)"))
            return
        }
        var digest = DigestContext(suite)
        let leaf = try reader.withLine(at: edge.position) { digest.leaf($0) }
        guard let leaf, leaf != edge.leaf, recordedLeaves[edge.position] != edge.leaf else {
            return
        }
        damages.append(Damage(.edge, entry: edge.position))
        if edge.position == size - 1 { recordedLeaves[edge.position] = edge.leaf }
    }

    /// The note of the table of heads. Where heads or lines are wrong, they are told themselves.
    mutating func compareHeadTally(_ reader: any StoreReader) throws {
        guard tagsAreSound, !damages.contains(where: { $0.entry != nil }) else { return }
        var digest = DigestContext(suite)
        if try !HeadTally.holds(in: reader, using: &digest) {
            damages.append(Damage(.identity, place: HeadTally.factName))
        }
    }

    /// A checkpoint that covers the entry as it is shows that the note is what was changed.
    mutating func settleEdge() {
        damages = damages.map { damage in
            guard damage.kind == .edge, let entry = damage.entry,
                proven.contains(where: { $0.first <= entry && entry <= $0.last })
            else { return damage }
            return Damage(.identity, place: LedgerEdge.factName)
        }
    }
}
