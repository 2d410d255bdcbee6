import Chain
import Store

/// What a rebuild would destroy: signs that the ledger holds something else today than what was once
/// recorded. Whatever was made anew from the entries would agree with them, and nobody could tell any
/// more (I8, I11).
///
/// What only follows from the entries is no evidence where it is missing, and a hash that disagrees
/// with lines which a signed checkpoint proves is itself what was changed.
struct Evidence {
    private(set) var damages: [Damage] = []

    init(_ report: VerificationReport, in reader: any StoreReader) throws {
        for damage in report.damages where try Self.isEvidence(damage, report, reader) {
            damages.append(damage)
        }
        damages = (damages + (try Self.beyondTheEnd(report.size, reader))).uniqued()
    }

    private static func isEvidence(
        _ damage: Damage, _ report: VerificationReport, _ reader: any StoreReader
    ) throws -> Bool {
        switch damage.kind {
        case .line, .sequence, .missing, .link, .edge, .time, .reference, .tagLink,
            .checkpointRoot, .checkpointBeyondEnd, .checkpointSignature, .checkpointLineEnds,
            .checkpointMalformed, .checkpointOrigin, .checkpointName:
            true
        case .tile: try isEvidence(tile: damage.place, report, reader)
        // How many checkpoints were issued, and what the last entry was where none proves it: kept so
        // that what is missing shows.
        case .identity:
            damage.place == IssuedCheckpoints.fact
                || damage.place == LedgerEdge.factName
                    && !report.proven.contains { $0.last == report.size - 1 }
        case .structure: damage.place?.hasPrefix("checkpoint") ?? false
        // The vault is not made anew; what is wrong in it stays named.
        case .sealedValue, .sealedMissing, .sealedUnknown: false
        case .head, .source, .view: false
        }
    }

    /// A tile that is there and says something else than lines that nothing proves, or that covers
    /// entries which are not there.
    private static func isEvidence(
        tile place: String?, _ report: VerificationReport, _ reader: any StoreReader
    ) throws -> Bool {
        let parts = (place ?? "").split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, parts[0] >= 0, parts[1] >= 0 else { return false }
        let shift = 8 * (parts[0] + 1)
        guard shift < 40, parts[1] < report.size >> shift else { return true }
        let address = TileAddress(level: parts[0], index: parts[1])
        guard try reader.readableTile(address) != nil else { return false }
        let entries = parts[1] << shift..<(parts[1] + 1) << shift
        return !report.proven.contains {
            $0.first <= entries.lowerBound && entries.upperBound <= $0.last + 1
        }
    }

    /// What points at entries behind the last one: there may have been some.
    private static func beyondTheEnd(_ size: Int, _ reader: any StoreReader) throws -> [Damage] {
        var found: [Damage] = []
        try reader.scanHeads { head in
            if head.head.last >= size { found.append(Damage(.head, place: head.tag)) }
        }
        try reader.scanSources { span in
            if span.position >= size {
                found.append(Damage(.source, place: "\(span.file) \(span.key)"))
            }
        }
        for view in try reader.viewNames() {
            if let position = try reader.viewPosition(view), position > size {
                found.append(Damage(.view, place: view))
            }
        }
        return found
    }
}
