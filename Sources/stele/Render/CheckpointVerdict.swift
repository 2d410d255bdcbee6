import Registry
import Wording

/// What is said first when nothing but a checkpoint does not fit: that it cannot be used, is of
/// another ledger, or vouches for another history. The entries themselves fit together then.
struct CheckpointVerdict {
    let text: Text
    let report: VerificationReport

    /// Of several the worst is told first.
    private static let worstFirst: [(kinds: Set<Damage.Kind>, key: String)] = [
        ([.checkpointRoot], "verify.otherHistory"), ([.checkpointBeyondEnd], "verify.endMissing"),
        ([.checkpointSignature], "verify.notSigned"), ([.checkpointOrigin], "verify.otherLedger"),
        (
            [.checkpointLineEnds, .checkpointMalformed, .checkpointName],
            "verify.unusableCheckpoint"
        ),
    ]

    /// Whether no damage is told of an entry.
    var entriesFit: Bool { report.damages.allSatisfy { $0.entry == nil } }

    /// Nil when something else is wrong, too.
    var sentence: String? {
        guard report.damages.allSatisfy(\.kind.isOfCheckpoint) else { return nil }
        for (kinds, key) in Self.worstFirst {
            if let damage = report.damages.first(where: { kinds.contains($0.kind) }) {
                return text(key, ["place": harmless(damage.place ?? "")])
            }
        }
        return nil
    }

    /// What the checkpoints there are say of where two histories part.
    func explain(_ damage: Damage) -> [String] {
        guard let size = damage.size else { return [] }
        switch damage.kind {
        case .checkpointBeyondEnd: return [tailMissing(size), sameUpTo(damage.agreesThrough)]
        case .checkpointRoot: return [fork(damage.agreesThrough, size - 1)]
        default: return []
        }
    }

    private func tailMissing(_ vouched: Int) -> String {
        text(
            "verify.tailMissing",
            [
                "vouched": text.number(vouched), "entries": text.number(report.size),
                "missing": text.number(vouched - report.size),
            ])
    }

    private func sameUpTo(_ agrees: Int?) -> String {
        agrees.map { text("verify.sameUpTo", ["entry": "\($0)"]) } ?? text("verify.sameUnknown")
    }

    private func fork(_ agrees: Int?, _ last: Int) -> String {
        guard let agrees else { return text("verify.forkUnknown", ["last": "\(last)"]) }
        if agrees + 1 == last {
            return text("verify.forkAt", ["entry": "\(agrees)", "first": "\(last)"])
        }
        return text(
            "verify.forkBetween",
            ["entry": "\(agrees)", "first": "\(agrees + 1)", "last": "\(last)"])
    }
}
