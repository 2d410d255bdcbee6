import Wording

/// A document as plain text, as wide as a printed page, whatever the terminal.
struct PrintedText {
    let text: Text
    /// Display columns: 36 Chinese characters.
    private let columns = 72

    func document(_ page: PrintedPage) -> String {
        var lines: [String] = []
        var before: PrintTemplate.Kind?
        var rest = page.lines[...]
        while let line = rest.first {
            // A table is laid out whole.
            let table = line.kind.isTabular ? Array(rest.prefix { $0.kind.isTabular }) : [line]
            rest = rest.dropFirst(table.count)
            if let before, opens(line.kind, after: before) { lines.append("") }
            if line.kind == .foot, before != .foot {
                lines.append(String(repeating: "─", count: columns / 2))
            }
            lines += line.kind.isTabular ? rows(table) : set(line)
            before = table.last?.kind
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether an empty line stands between them.
    private func opens(_ kind: PrintTemplate.Kind, after before: PrintTemplate.Kind) -> Bool {
        if kind == .number { return false }
        return kind != before && !(kind.isTabular && before.isTabular)
            && before != .head && !(before == .para && kind == .item)
    }

    private func set(_ line: PrintedLine) -> [String] {
        let words = line.cells.map(Self.words).joined(separator: "  ")
        switch line.kind {
        case .organ, .title, .number:
            return Layout.wrap(words, to: columns).map { part in
                let space = (columns - DisplayWidth.of(part)) / 2
                return String(repeating: " ", count: max(0, space)) + part
            }
        case .sign:
            return Layout.wrap(words, to: columns - 8).map {
                Layout.pad($0, to: columns - 8, .trailing)
            }
        case .para, .note:
            // 首行缩进二字.
            let indent = text.language == .chinese ? "    " : ""
            let wrapped = Layout.wrap(words, to: columns - DisplayWidth.of(indent))
            return wrapped.enumerated().map { $0 == 0 ? indent + $1 : $1 }
        case .item:
            return Layout.wrap(words, to: columns - 4).enumerated().map {
                ($0 == 0 ? "  - " : "    ") + $1
            }
        case .to, .head, .foot, .columns, .row: return Layout.wrap(words, to: columns)
        }
    }

    /// Cells under one another; the widest column takes what is left.
    private func rows(_ lines: [PrintedLine]) -> [String] {
        let rows = lines.map { $0.cells.map(Self.words) }
        let count = rows.map(\.count).max() ?? 0
        let main = count == 3 ? 1 : count - 1
        let widths = (0..<count).map { column in
            rows.compactMap { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : nil }
                .max() ?? 0
        }
        let others = widths.indices.filter { $0 != main }.reduce(0) { $0 + widths[$1] + 2 }
        let room = max(20, columns - others)
        return rows.flatMap { row in
            let wrapped = row.enumerated().map { column, cell in
                column == main ? Layout.wrap(cell, to: room) : [cell]
            }
            let height = wrapped.map(\.count).max() ?? 1
            return (0..<height).map { index in
                let cells = wrapped.enumerated().map { column, parts in
                    let part = parts.indices.contains(index) ? parts[index] : ""
                    return Layout.pad(part, to: column == main ? room : widths[column])
                }
                var line = cells.joined(separator: "  ")
                while line.last == " " { line.removeLast() }
                return line
            }
        }
    }

    /// What a cell says; what is not known is a line to write on.
    private static func words(_ cell: [PrintedLine.Piece]) -> String {
        cell.map { piece in
            switch piece {
            case .words(let words): words
            case .blank: PrintedPage.blank
            }
        }.joined()
    }
}

extension PrintTemplate.Kind {
    var isTabular: Bool { self == .row || self == .columns }
}
