import Law
import Records
import Vocabulary
import Wording

/// The deadline board: what could not be computed first, then every clock, then who has how many.
struct DeadlineRenderer: Renderer {
    let sheet: Sheet

    func page(_ board: DeadlineBoard, explain: Bool) -> String {
        var lines = [
            paint(
                text(
                    "deadlines.heading",
                    [
                        "day": "\(board.asOf)", "total": text.number(board.counts.total),
                        "soon": text.number(board.counts[.dueSoon]),
                        "overdue": text.number(board.counts[.overdue]),
                        "escalated": text.number(board.counts[.escalated]),
                    ]), .heading)
        ]
        for (fault, count) in board.faults {
            let message = text.sentence(of: fault)
            lines.append(
                paint(
                    text(
                        "deadlines.fault", ["count": text.number(count), "why": harmless(message)]),
                    .bad))
        }
        let words = ClockWording(text: text)
        for item in board.items {
            let reading = item.reading
            let owner = reading.start.unit ?? reading.start.person
            let head = [
                reading.due.map { "\($0)" } ?? Layout.pad("", to: 10),
                Layout.pad(text.label(.deadlineLevel, item.level), to: 10),
                Layout.pad(owner?.text ?? "", to: 12),
                words.title(reading), reading.tag.description, words.state(reading),
            ].joined(separator: "  ")
            lines.append(paint(head, ink(item.level)) + entry(reading.start.position))
            if explain { lines.append("            " + paint(words.explanation(reading), .quiet)) }
        }
        lines += shares(text("deadlines.units"), board.units)
        lines += shares(text("deadlines.persons"), board.persons)
        return lines.joined(separator: "\n") + "\n"
    }

    private func shares(_ title: String, _ shares: [DeadlineBoard.Share]) -> [String] {
        if shares.isEmpty { return [] }
        return section(title)
            + shares.map { share in
                text(
                    "deadlines.share",
                    [
                        "owner": Layout.pad(share.owner.text, to: 12),
                        "total": text.number(share.counts.total),
                        "overdue": text.number(share.counts[.overdue]),
                        "escalated": text.number(share.counts[.escalated]),
                    ])
            }
    }

    private func ink(_ level: DeadlineBoard.Level) -> Paint.Ink {
        switch level {
        case .escalated, .undetermined: .bad
        case .overdue: .found
        case .dueSoon: .suspected
        case .later, .minimum, .indicative: .post
        }
    }
}
