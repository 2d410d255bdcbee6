internal import CSchema

/// What a document says around its facts: `schema/print/zh.txt`, `schema/print/en.txt`.
///
/// A template is a section of lines; each has a kind, conditions, and one or more cells with holes.
public struct PrintTemplate: Sendable {
    /// How a line is set.
    public enum Kind: String, CaseIterable, Sendable {
        /// 发文机关、标题、发文字号、主送.
        case organ, title, number, to
        /// 正文段落、层次标题、列项.
        case para, head, item
        /// 表头、表行.
        case columns, row
        /// 署名、成文日期、附注、制作说明.
        case sign, note, foot
    }

    struct Condition: Hashable, Sendable {
        let field: PrintField
        let isKnown: Bool
    }

    struct Line: Sendable {
        let kind: Kind
        let conditions: [Condition]
        let cells: [Template]
    }

    /// What is wrong with a file of templates. The embedded ones are tested; only a developer who has
    /// just edited one meets this.
    enum Fault: Error, Equatable {
        case missing(String)
        case badLine(Int)
        case unknownField(Int, String)
    }

    let lines: [Line]

    /// Reads every template of a file, by the name of its section.
    static func all(in source: String) throws(Fault) -> [String: [Line]] {
        var sections: [String: [Line]] = [:]
        var section: String?
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.isEmpty || line.hasPrefix(";") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = String(line.dropFirst().dropLast())
                continue
            }
            guard let section else { throw .badLine(index + 1) }
            sections[section, default: []].append(try read(line, at: index + 1))
        }
        return sections
    }

    private static func read(_ line: Substring, at number: Int) throws(Fault) -> Line {
        guard let colon = line.firstIndex(of: ":") else { throw .badLine(number) }
        let head = line[..<colon].split(separator: " ").map(String.init)
        guard let kind = head.first.flatMap(Kind.init(rawValue:)) else { throw .badLine(number) }
        var conditions: [Condition] = []
        var isKnown: Bool?
        for word in head.dropFirst() {
            if word == "if" || word == "unless" {
                isKnown = word == "if"
            } else if let isKnown {
                conditions.append(Condition(field: try field(word, number), isKnown: isKnown))
            } else {
                throw .badLine(number)
            }
        }
        var cells: [Template] = []
        for cell in line[line.index(after: colon)...].split(separator: "|") {
            guard let template = Template(trimmed(cell)) else { throw .badLine(number) }
            for hole in template.holes { _ = try field(hole, number) }
            cells.append(template)
        }
        if cells.isEmpty { throw .badLine(number) }
        return Line(kind: kind, conditions: conditions, cells: cells)
    }

    private static func field(_ name: String, _ number: Int) throws(Fault) -> PrintField {
        guard let field = PrintField(rawValue: name) else { throw .unknownField(number, name) }
        return field
    }

    private static func trimmed(_ cell: Substring) -> String {
        var cell = cell
        while cell.first == " " { cell.removeFirst() }
        while cell.last == " " { cell.removeLast() }
        return String(cell)
    }
}

extension PrintTemplate {
    /// The template of a document in a language, and below it what every document says of itself.
    static func of(_ document: PrintDocument, in language: Language) -> PrintTemplate {
        PrintTemplate(lines: section(document.rawValue, language) + foot(in: language))
    }

    static func foot(in language: Language) -> [Line] { section("foot", language) }

    private static func section(_ name: String, _ language: Language) -> [Line] {
        let file = language == .chinese ? chinese : english
        guard let lines = file[name] else { preconditionFailure("no template for \(name)") }
        return lines
    }

    private static let chinese = embedded(.chinese)
    private static let english = embedded(.english)

    private static func embedded(_ language: Language) -> [String: [Line]] {
        do throws(Fault) {
            return try all(in: text("print/\(language.rawValue).txt"))
        } catch {
            preconditionFailure("the embedded templates: \(error)")
        }
    }

    /// The rules by which a page is set on A4 (GB/T 9704).
    public static let stylesheet = text("print/a4.css")

    private static func text(_ path: String) -> String {
        for index in 0..<stele_schema_count() {
            guard let file = stele_schema_file_at(index)?.pointee,
                String(cString: file.path) == path
            else { continue }
            let bytes = UnsafeBufferPointer(start: file.bytes, count: Int(file.count))
            return String(decoding: bytes, as: UTF8.self)
        }
        preconditionFailure("\(path) is not embedded")
    }
}
