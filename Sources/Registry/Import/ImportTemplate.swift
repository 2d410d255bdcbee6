internal import CSchema
internal import Chain
public import Records
public import Vocabulary

/// Which tables there are to be filled in.
public enum TemplateNoun: String, Code {
    /// 单位、人员、任职、案件、处分.
    case units, people, posts, cases, sanctions
}

/// A table that people fill in (填报模板), and the mapping by which it comes back: one document,
/// `schema/templates/<noun>.json`, so that neither can be changed without the other.
public struct ImportTemplate: Sendable {
    /// One column of the table.
    public struct Column: Hashable, Sendable {
        public let name: String
        /// What to write there; may be empty.
        public let note: String
        /// In the example row; may be empty.
        public let example: String
        /// Whether a row without it is refused.
        public let isRequired: Bool
    }

    /// What stands before the notes, the example and the note of what is required.
    private struct Marks {
        let note: String
        let example: String
        let required: String
    }

    public let noun: TemplateNoun
    /// In the order of the table.
    public let columns: [Column]
    /// Held to what typing is held to; whoever imports signs it.
    public let mapping: Mapping
    private let marks: Marks

    /// Reads the embedded document.
    ///
    /// - Throws: ``MappingFault``; the embedded ones are tested.
    public init(
        _ noun: TemplateNoun, for duties: DutyRegister = Duties.register
    ) throws(MappingFault) {
        let bytes = Array(GB18030Table.embedded("templates/\(noun.rawValue).json"))
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON(reason: error.reason.rawValue, offset: error.offset)
        }
        let root = MappingNode(value: value, at: "")
        _ = try root.members(["says", "columns", "mapping"])
        let says = try root.required("says")
        marks = Marks(
            note: try says.required("note").text(), example: try says.required("example").text(),
            required: try says.required("required").text())
        mapping = try Mapping(
            reading: root.required("mapping"), commands: CommandVocabulary(duties))
        let used = Dictionary(
            mapping.files[0].columns.map { ($0.name, $0.presence) }, uniquingKeysWith: { $1 })
        var columns: [Column] = []
        for node in try root.required("columns").list() {
            let name = try node.required("name").text()
            guard let presence = used[name] else { throw .unknownColumn(at: node.at, name: name) }
            columns.append(
                Column(
                    name: name, note: node["note"]?.value.string ?? "",
                    example: node["example"]?.value.string ?? "",
                    isRequired: presence == .required))
        }
        self.noun = noun
        self.columns = columns
    }

    /// The table: headings, notes and an example, which importing passes over as they stand; lines end
    /// in CRLF. UTF-8 begins with the mark that spreadsheets look for.
    public func csv(in encoding: TextEncoding) -> [UInt8] {
        func marked(_ mark: String, _ cells: [String]) -> [String] {
            cells.enumerated().map { $0 == 0 ? mark + $1 : $1 }
        }
        let notes = columns.map { ($0.isRequired ? marks.required : "") + $0.note }
        let rows = [
            columns.map(\.name), marked(marks.note, notes),
            marked(marks.example, columns.map(\.example)),
        ]
        let text = rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .gb18030: return GB18030Table.edition2022.bytes(of: text)
        }
    }

    private static func cell(_ text: String) -> String {
        let isPlain = !text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
