import Law
import Records
import Registry
import Vocabulary
import Wording

/// The deadline board: what could not be computed first, then every clock, then who has how many.
struct DeadlineRenderer: Renderer {
    let sheet: Sheet

    /// - Parameter place: Behind what the board was to go on; nil: it begins with the first.
    func page(_ board: DeadlineBoard, explain: Bool, after place: String? = nil) -> String {
        var lines = told(
            text(
                "deadlines.heading",
                [
                    "day": "\(board.asOf)", "total": text.number(board.counts.total),
                    "soon": text.number(board.counts[.dueSoon]),
                    "overdue": text.number(board.counts.overdue),
                    "escalated": text.number(board.counts[.escalated]),
                ]), .heading)
        for (fault, count) in board.faults {
            let message = text.sentence(of: fault)
            lines += told(
                text("deadlines.fault", ["count": text.number(count), "why": harmless(message)]),
                .bad)
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
            let fields = [
                reading.due.map { "\($0)" } ?? Layout.pad("", to: 10), levels[item.level] ?? "",
                Layout.pad(owner?.text ?? "—", to: 12), title, reading.tag.description,
                words.state(reading),
            ]
            let line = self.line(fields, ink(item.level), reading.start.position)
            guard explain else { return line }
            let space = String(repeating: " ", count: indent)
            return line + "\n"
                + told(words.explanation(reading), .quiet, indent: indent)
                .map { space + $0 }.joined(separator: "\n")
        }
        if board.items.isEmpty, let place {
            lines += told(text("list.noneAfter", ["place": harmless(place)]), .quiet)
        }
        let more = sheet.more(board.more, board.next, saying: "deadlines.more")
        if !more.isEmpty { lines.append(String(more.dropLast())) }
        lines += shares(text("deadlines.units"), board.units)
        lines += shares(text("deadlines.persons"), board.persons)
        return lines.joined(separator: "\n") + "\n"
    }

    /// How far a line is moved in that goes on, and what explains one. Units: display columns.
    private var indent: Int { 12 }

    /// A sentence, on a terminal in lines of its width.
    private func told(_ sentence: String, _ ink: Paint.Ink, indent: Int = 0) -> [String] {
        let lines =
            sheet.isFolded ? Layout.wrap(sentence, to: max(24, columns - indent)) : [sentence]
        return lines.map { paint($0, ink) }
    }

    /// A clock: a line, on a terminal several where its width asks for it.
    private func line(_ fields: [String], _ ink: Paint.Ink, _ position: Position) -> String {
        let whole = paint(fields.joined(separator: "  "), ink) + entry(position)
        guard sheet.isFolded, Layout.width(of: whole) > columns else { return whole }
        return Layout.folded(fields + ["#\(position)"], to: columns, indent: indent)
            .map { paint($0, ink) }.joined(separator: "\n")
    }

    private func shares(_ title: String, _ shares: [DeadlineBoard.Share]) -> [String] {
        if shares.isEmpty { return [] }
        return section(title)
            + shares.flatMap { share in
                wrapped(
                    text(
                        "deadlines.share",
                        [
                            "owner": Layout.pad(share.owner.text, to: 12),
                            "total": text.number(share.counts.total),
                            "overdue": text.number(share.counts.overdue),
                            "escalated": text.number(share.counts[.escalated]),
                        ]), indent: 0)
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
