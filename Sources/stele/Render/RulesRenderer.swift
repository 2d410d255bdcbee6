import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// The law of a ledger on pages: what is activated, what a rulebook says.
struct RulesRenderer: Renderer {
    let sheet: Sheet

    func list(_ law: Law, unread: [RecordedEvent]) -> String {
        let books = Table<Law.Activation<Rulebook>>([
            .init(text("rules.column.rulebook")) { "\($0.content.code)/\($0.content.version)" },
            .init(text("rules.column.title")) {
                text.choose($0.content.titleChinese, $0.content.titleEnglish)
            },
            .init(text("rules.column.inForceFrom")) { $0.content.days },
            .init(text("rules.column.entry")) { "#\($0.position)" },
        ])
        let years = Table<Law.Activation<WorkCalendar>>([
            .init(text("rules.column.year")) { "\($0.content.year)" },
            .init(text("rules.column.source")) { $0.content.source },
            .init(text("rules.column.entry")) { "#\($0.position)" },
        ])
        let width = sheet.isFolded ? columns : nil
        return books.rendered(law.rulebooks, with: paint, foldingAt: width) + "\n"
            + years.rendered(law.loadedCalendars, with: paint, foldingAt: width)
            + nextCalendar(law)
            + self.unread(unread)
    }

    /// How the rest days of the year after the last are loaded once they are published.
    private func nextCalendar(_ law: Law) -> String {
        guard let last = law.calendars.years.max() else { return "" }
        return "\n"
            + wrapped(
                text("rules.nextCalendar", ["year": "\(last + 1)", "last": "\(last)"]), indent: 0
            ).joined(separator: "\n") + "\n"
    }

    /// What is law and cannot be read here, a sentence each: nobody takes a part for the whole.
    func unread(_ unread: [RecordedEvent]) -> String {
        if unread.isEmpty { return "" }
        return "\n"
            + unread.flatMap { one in
                wrapped(
                    text(
                        "rules.unread",
                        ["entry": "\(one.position)", "type": harmless(one.event.type.name)]),
                    indent: 0)
            }.joined(separator: "\n") + "\n"
    }

    private func edition(_ activation: Law.Activation<Rulebook>) -> String {
        let book = activation.content
        var words = [
            "rulebook": book.edition, "source": book.source, "from": "\(book.inForceFrom)",
            "entry": "#\(activation.position)",
        ]
        guard let until = book.inForceUntil else { return text("rules.edition", words) }
        words["until"] = "\(until)"
        return text("rules.edition.until", words)
    }

    func page(_ activation: Law.Activation<Rulebook>, _ lines: [RuleLine]) -> String {
        let book = activation.content
        var page =
            wrapped(text.choose(book.titleChinese, book.titleEnglish), .heading, indent: 0)
            + wrapped(edition(activation), .quiet, indent: 0)
        for kind in RuleLine.Kind.allCases {
            let some = lines.filter { $0.kind == kind }
            if some.isEmpty { continue }
            page += section(text.label(.ruleKind, kind))
            for line in some { page += shown(line) }
        }
        return page.joined(separator: "\n") + "\n"
    }

    private func shown(_ line: RuleLine) -> [String] {
        var parts = [line.says] + line.facts.filter { !$0.isEmpty } + [text.cited(line.source)]
        if line.confidence != .high { parts.append(text.label(.confidence, line.confidence)) }
        let width = columns < 60 ? 8 : 24
        let space = String(repeating: " ", count: width)
        let wrapped = Layout.wrap(
            harmless(parts.joined(separator: " · ")), to: max(24, columns - width))
        let code = "  " + harmless(line.code)
        if DisplayWidth.of(code) < width {
            return [Layout.pad(code, to: width) + wrapped[0]]
                + wrapped.dropFirst().map { space + $0 }
        }
        return [code] + wrapped.map { space + $0 }
    }
}

extension Rulebook {
    /// From when, and until when where it has a last day of its own.
    fileprivate var days: String {
        inForceUntil.map { "\(inForceFrom) – \($0)" } ?? "\(inForceFrom)"
    }
}
