import Wording

/// A document as one HTML file that prints on A4 in the form of GB/T 9704: no script, nothing from
/// outside, no value in an attribute, a style or a script.
struct PrintedHTML {
    let language: Language

    func document(_ page: PrintedPage) -> String {
        let title = page.lines.first { $0.kind == .title }
        var html = [
            "<!DOCTYPE html>",
            "<html lang=\"\(language == .chinese ? "zh-CN" : "en")\">",
            "<head>",
            "<meta charset=\"utf-8\"/>",
            "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
            "<title>\(title.map { cells($0).joined() } ?? "")</title>",
            "<style>\n\(PrintTemplate.stylesheet)</style>",
            "</head>",
            "<body>",
        ]
        var rest = page.lines[...]
        while let line = rest.first {
            let table = rest.prefix { $0.kind.isTabular }
            if table.isEmpty {
                html.append(block(line))
                rest = rest.dropFirst()
            } else {
                html += self.table(table)
                rest = rest.dropFirst(table.count)
            }
        }
        html += ["</body>", "</html>"]
        return html.joined(separator: "\n") + "\n"
    }

    private func block(_ line: PrintedLine) -> String {
        let inner = cells(line).joined(separator: " ")
        switch line.kind {
        case .title: return "<h1>\(inner)</h1>"
        case .head: return "<h2>\(inner)</h2>"
        case .organ, .number, .to, .para, .item, .sign, .note, .foot, .columns, .row:
            return "<p class=\"\(line.kind.rawValue)\">\(inner)</p>"
        }
    }

    /// A table; its headings stand again on every page.
    private func table(_ lines: ArraySlice<PrintedLine>) -> [String] {
        func row(_ line: PrintedLine, _ tag: String) -> String {
            "<tr>" + cells(line).map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
        }
        let headings = lines.filter { $0.kind == .columns }.map { row($0, "th") }
        let rows = lines.filter { $0.kind == .row }.map { row($0, "td") }
        return ["<table>"] + (headings.isEmpty ? [] : ["<thead>"] + headings + ["</thead>"])
            + ["<tbody>"] + rows + ["</tbody>", "</table>"]
    }

    private func cells(_ line: PrintedLine) -> [String] {
        line.cells.map { cell in
            cell.map { piece in
                switch piece {
                case .words(let words): Self.escaped(words)
                case .blank: "<span class=\"blank\">\(PrintedPage.blank)</span>"
                }
            }.joined()
        }
    }

    /// Byte by byte: a `<` or `"` before a combining mark is one character with it to a reader by
    /// characters, and would pass.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
