import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// The law of a ledger on pages: what is activated, what a rulebook says.
struct RulesRenderer {
    let text: Text
    let paint: Paint
    let columns: Int

    func list(_ law: Law) -> String {
        var books = Table(columns: [
            .init(text("rules.column.rulebook")), .init(text("rules.column.title")),
            .init(text("rules.column.inForceFrom")), .init(text("rules.column.entry")),
        ])
        for one in law.rulebooks {
            books.add([
                "\(one.content.code)/\(one.content.version)",
                text.choose(one.content.titleChinese, one.content.titleEnglish),
                "\(one.content.inForceFrom)", "#\(one.position)",
            ])
        }
        var years = Table(columns: [
            .init(text("rules.column.year")), .init(text("rules.column.source")),
            .init(text("rules.column.entry")),
        ])
        for one in law.loadedCalendars {
            years.add(["\(one.content.year)", one.content.source, "#\(one.position)"])
        }
        return books.rendered(with: paint) + "\n" + years.rendered(with: paint)
    }

    func page(_ activation: Law.Activation<Rulebook>, _ lines: [RuleLine]) -> String {
        let book = activation.content
        var page = [
            paint(text.choose(book.titleChinese, book.titleEnglish), .heading),
            paint(
                text(
                    "rules.edition",
                    [
                        "rulebook": "\(book.code)/\(book.version)", "source": book.source,
                        "from": "\(book.inForceFrom)", "entry": "#\(activation.position)",
                    ]), .quiet),
        ]
        for kind in RuleLine.Kind.allCases {
            let some = lines.filter { $0.kind == kind }
            if some.isEmpty { continue }
            page += ["", paint(text.label(.ruleKind, kind), .heading)]
            for line in some { page += shown(line) }
        }
        return page.joined(separator: "\n") + "\n"
    }

    private func shown(_ line: RuleLine) -> [String] {
        var parts = [line.says] + line.facts.filter { !$0.isEmpty } + [text.cited(line.source)]
        if line.confidence != .high { parts.append(text.label(.confidence, line.confidence)) }
        let width = 24
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

    init(_ program: Program) {
        text = program.text
        paint = Paint(program.out.terminal)
        columns = program.out.terminal.columns
    }
}
