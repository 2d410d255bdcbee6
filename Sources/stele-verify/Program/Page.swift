import Chain

/// A report as a person reads it. The first sentence says what it is that is not as it should be:
/// the entries, what the ledger was compared with, or a file that cannot be used.
struct Page {
    let words: Words

    func text(_ report: Report, hasOutsideCheckpoint: Bool) -> String {
        let entriesFit = report.entryDamages.isEmpty
        var lines: [String] = []
        if report.isSound {
            lines.append(words.sound(report.lines))
        } else if entriesFit, let verdict = verdict(report.damages) {
            lines.append(verdict)
        } else {
            lines.append(words.damaged(report.lines))
        }
        if let entry = report.entryDamages.first?.entry { lines.append(words.firstBad(entry)) }
        for damage in report.shown {
            lines += describe(damage)
            if entriesFit { lines += explain(damage, entries: report.lines) }
        }
        if report.unlisted > 0 { lines.append("  " + words.more(report.unlisted)) }
        if !report.isSound { lines.append(words.coherent(report.coherentThrough)) }
        lines.append(words.root(report.identity?.suite.rawValue ?? "?", report.root.hex))
        lines += proven(report).map { "✓ " + words.proven($0) }
        lines.append(words.trusting(report.trusted))
        if !hasOutsideCheckpoint { lines.append(words.noCheckpoint) }
        return lines.joined(separator: "\n") + "\n"
    }

    func text(_ report: ProofReport) -> String {
        var lines: [String] = []
        if report.isSound, let entry = report.entry, let said = report.checkpoint {
            lines.append(words.provenEntry(entry, of: harmless(report.key.name), size: said.size))
            if let at = said.at { lines.append(words.signed(at)) }
            lines.append("  " + harmless(report.line ?? ""))
        } else if report.damages.allSatisfy({ $0.place != report.place }),
            let verdict = verdict(report.damages)
        {
            lines.append(verdict)
        } else {
            let kind = report.damages.first?.kind
            lines.append(
                kind == .proofLineEnds || kind == .proofMalformed
                    ? words.unusableProof(harmless(report.place))
                    : words.brokenProof(harmless(report.place)))
        }
        for damage in report.shown { lines += describe(damage) }
        let unlisted = report.damages.count - report.shown.count
        if unlisted > 0 { lines.append("  " + words.more(unlisted)) }
        lines.append(words.trusting(.given(report.key)))
        return lines.joined(separator: "\n") + "\n"
    }

    /// Of checkpoints that do not fit the worst is told first; nil if something else is wrong, too.
    private func verdict(_ damages: [Damage]) -> String? {
        guard damages.allSatisfy(\.kind.isOfCheckpoint) else { return nil }
        for kinds in Words.worstFirst {
            if let damage = damages.first(where: { kinds.contains($0.kind) }) {
                return words.verdict(damage.kind, harmless(damage.place ?? ""))
            }
        }
        return nil
    }

    private func describe(_ damage: Damage) -> [String] {
        let reason = words.reason(damage.kind)
        guard let entry = damage.entry else {
            var lines = ["  " + words.atPlace(harmless(damage.place ?? ""), reason)]
            if let origin = damage.origin { lines.append("    " + words.claims(harmless(origin))) }
            return lines
        }
        var lines = ["  " + words.atEntry(entry, damage.through, reason)]
        if !damage.trails.isEmpty {
            let trails = damage.trails.prefix(20).joined(separator: " ")
            lines.append(
                "    " + words.touches(trails + (damage.trails.count > 20 ? " …" : "")))
        }
        return lines
    }

    /// What the checkpoints there are say of where two histories part.
    private func explain(_ damage: Damage, entries: Int) -> [String] {
        guard let size = damage.size else { return [] }
        switch damage.kind {
        case .checkpointBeyondEnd:
            return (size > entries ? ["    " + words.tailMissing(size, entries)] : [])
                + ["    " + words.sameUpTo(damage.agreesThrough)]
        case .checkpointRoot: return ["    " + words.fork(damage.agreesThrough, size - 1)]
        default: return []
        }
    }

    /// The largest checkpoint speaks for all; of the others only those kept elsewhere are named.
    private func proven(_ report: Report) -> [ProvenRange] {
        guard let largest = report.proven.first else { return [] }
        return report.proven.filter { $0.place == largest.place || $0.isOutside }
    }
}
