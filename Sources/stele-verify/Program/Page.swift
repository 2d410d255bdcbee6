import Chain

/// The report as a person reads it.
struct Page {
    let words: Words

    func text(_ report: Report, hasOutsideCheckpoint: Bool) -> String {
        var lines = [
            report.isSound ? words.sound(report.lines) : words.damaged(report.lines)
        ]
        if !report.isSound {
            if let entry = report.entryDamages.first?.entry { lines.append(words.firstBad(entry)) }
            for damage in report.shown { lines += describe(damage, report) }
            if report.unlisted > 0 { lines.append("  " + words.more(report.unlisted)) }
            lines.append(words.coherent(report.coherentThrough))
        }
        lines.append(words.root(report.identity?.suite.rawValue ?? "?", report.root.hex))
        lines += proven(report).map { "✓ " + words.proven($0) }
        lines.append(words.trusting(report.trusted))
        if !hasOutsideCheckpoint { lines.append(words.noCheckpoint) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func describe(_ damage: Damage, _ report: Report) -> [String] {
        let reason = words.reason(damage.kind)
        guard let entry = damage.entry else {
            let place = damage.place ?? ""
            var lines = ["  " + words.atPlace(harmless(place), reason)]
            if let origin = report.claimedOrigins[place], origin != report.identity?.origin {
                lines.append("    " + words.claims(harmless(origin)))
            }
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

    /// The largest checkpoint speaks for all; of the others only those kept elsewhere are named.
    private func proven(_ report: Report) -> [ProvenRange] {
        guard let largest = report.proven.first else { return [] }
        return report.proven.filter { $0.place == largest.place || $0.isOutside }
    }
}
