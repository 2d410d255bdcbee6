import Wording

/// A table with a heading line, columns as wide as their widest cell. Cells are made harmless here.
struct Table<Row> {
    struct Column {
        let title: String
        let alignment: Layout.Alignment
        let cell: (Row) -> String

        init(
            _ title: String, _ alignment: Layout.Alignment = .leading,
            cell: @escaping (Row) -> String
        ) {
            self.title = title
            self.alignment = alignment
            self.cell = cell
        }
    }

    /// No cell is shown wider than this.
    private let widestCell = 48

    let columns: [Column]

    init(_ columns: [Column]) { self.columns = columns }

    /// How far a folded line is moved in.
    private let indent = 4

    /// - Parameter width: Display columns at which a longer line goes on in the next; nil: nowhere.
    func rendered(_ rows: [Row], with paint: Paint, foldingAt width: Int? = nil) -> String {
        let cells = rows.map { row in
            columns.map { Layout.clip(harmless($0.cell(row)), to: widestCell) }
        }
        let widths = columns.indices.map { index in
            cells.reduce(DisplayWidth.of(columns[index].title)) {
                max($0, DisplayWidth.of($1[index]))
            }
        }
        func line(_ cells: [String]) -> String {
            var line = ""
            for (index, cell) in cells.enumerated() {
                if index > 0 { line += "  " }
                let isLast = index == cells.count - 1 && columns[index].alignment == .leading
                line +=
                    isLast ? cell : Layout.pad(cell, to: widths[index], columns[index].alignment)
            }
            return line
        }
        func folded(_ line: String) -> [String] {
            guard let width, DisplayWidth.of(line) > width else { return [line] }
            let first = Layout.wrap(line, to: width)[0]
            let rest = line.dropFirst(first.count).drop { $0 == " " }
            if rest.isEmpty { return [first] }
            let space = String(repeating: " ", count: indent)
            return [first] + Layout.wrap(String(rest), to: width - indent).map { space + $0 }
        }
        let head = folded(line(columns.map(\.title))).map { paint($0, .heading) }
        return (head + cells.map(line).flatMap(folded)).joined(separator: "\n") + "\n"
    }
}
