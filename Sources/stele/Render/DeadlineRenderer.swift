import Law
import Records
import Registry
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
                        "overdue": text.number(board.counts.overdue),
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
        let levels = Dictionary(
            uniqueKeysWithValues: DeadlineBoard.Level.allCases.map { level in
                (level, Layout.pad(text.label(.deadlineLevel, level), to: 10))
            })
        let titles = words.titles(of: board.items.lazy.map(\.reading))
        // Ten thousand clocks are as many lines: each core makes its share.
        lines += Array(zip(board.items, titles)).mapOnAllCores(Host.cores) { item, title in
            let reading = item.reading
            let owner = reading.start.unit ?? reading.start.person
            let head = [
                reading.due.map { "\($0)" } ?? Layout.pad("", to: 10), levels[item.level] ?? "",
                Layout.pad(owner?.text ?? "—", to: 12), title, reading.tag.description,
                words.state(reading),
            ].joined(separator: "  ")
            let line = paint(head, ink(item.level)) + entry(reading.start.position)
            return explain
                ? line + "\n            " + paint(words.explanation(reading), .quiet) : line
        }
        let more = sheet.more(board.more, board.next, saying: "deadlines.more")
        if !more.isEmpty { lines.append(String(more.dropLast())) }
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
                        "overdue": text.number(share.counts.overdue),
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
