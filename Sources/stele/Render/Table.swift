import Wording

/// A table with a heading line, columns as wide as their widest cell. Cells are made harmless here.
struct Table {
    struct Column {
        let title: String
        let alignment: Layout.Alignment

        init(_ title: String, alignment: Layout.Alignment = .leading) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// No cell is shown wider than this.
    static let widestCell = 48

    let columns: [Column]
    private var rows: [[String]] = []

    init(columns: [Column]) { self.columns = columns }

    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count)
        rows.append(cells.map { Layout.clip(harmless($0), to: Self.widestCell) })
    }

    func rendered(with paint: Paint) -> String {
        let widths = columns.indices.map { index in
            rows.reduce(DisplayWidth.of(columns[index].title)) {
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
        let head = paint(line(columns.map(\.title)), .heading)
        return ([head] + rows.map(line)).joined(separator: "\n") + "\n"
    }
}
