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

    let columns: [Column]

    init(_ columns: [Column]) { self.columns = columns }

    /// Between two columns.
    private let gap = 2

    /// - Parameter width: Display columns in which it must find room: cells are then broken within
    ///   their columns, and where not even their words find room, each row becomes a block of lines.
    ///   Nil: a row is a line, however wide.
    func rendered(_ rows: [Row], with paint: Paint, foldingAt width: Int? = nil) -> String {
        let titles = columns.map(\.title)
        let cells = rows.map { row in columns.map { harmless($0.cell(row)) } }
        let widest = widths([titles] + cells, DisplayWidth.of)
        let lines: [String]
        if let width, total(widest) > width {
            let least = widths(cells, Layout.widestPiece).enumerated().map {
                max($1, DisplayWidth.of(titles[$0]))
            }
            if total(least) > width {
                return blocks(cells, with: paint, in: width)
            }
            let widths = narrowed(widest, to: width, least: least)
            lines =
                broken(titles, widths).map { paint($0, .heading) }
                + cells.flatMap { broken($0, widths) }
        } else {
            lines = [paint(line(titles, widest), .heading)] + cells.map { line($0, widest) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func widths(_ rows: [[String]], _ width: (String) -> Int) -> [Int] {
        columns.indices.map { index in rows.reduce(0) { max($0, width($1[index])) } }
    }

    private func total(_ widths: [Int]) -> Int {
        widths.reduce(0, +) + gap * max(0, widths.count - 1)
    }

    /// Takes from the widest column, column by column, until all find room.
    private func narrowed(_ widths: [Int], to width: Int, least: [Int]) -> [Int] {
        var widths = widths
        while total(widths) > width {
            let wide = widths.indices.filter { widths[$0] > least[$0] }
                .max { widths[$0] < widths[$1] }
            guard let wide else { break }
            widths[wide] -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += String(repeating: " ", count: gap) }
            let isLast = index == cells.count - 1 && columns[index].alignment == .leading
            line += isLast ? cell : Layout.pad(cell, to: widths[index], columns[index].alignment)
        }
        return line
    }

    /// A row as several lines, each cell broken within its column.
    private func broken(_ cells: [String], _ widths: [Int]) -> [String] {
        let parts = cells.enumerated().map { Layout.wrap($1, to: max(4, widths[$0])) }
        let height = parts.map(\.count).max() ?? 0
        return (0..<height).map { index in
            Layout.trimmed(line(parts.map { $0.indices.contains(index) ? $0[index] : "" }, widths))
        }
    }

    /// Each row as lines of its own, every cell behind its heading; what is empty is left out.
    private func blocks(_ cells: [[String]], with paint: Paint, in width: Int) -> String {
        let indent = (columns.map { DisplayWidth.of($0.title) }.max() ?? 0) + gap
        let room = max(8, width - indent)
        return cells.map { row in
            zip(columns, row).filter { !$1.isEmpty }.flatMap { column, cell in
                Layout.wrap(cell, to: room).enumerated().map { index, part in
                    paint(Layout.pad(index == 0 ? column.title : "", to: indent), .heading) + part
                }
            }.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }
}
