internal import Law
internal import Registry
public import Vocabulary
public import Wording

/// A document to hand out, and the facts in it.
public struct PrintAnswer<Paper: Printed>: Answer {
    public let paper: Paper

    public init(_ paper: Paper) { self.paper = paper }

    public func write(to writer: inout some FieldWriter) {
        paper.times.write(to: &writer)
        let facts = Text.inBoth { $0.values(of: paper) }
        writer.put(list: "blanks", Text.inBoth { $0.blanks(of: paper) }.chinese.map(\.rawValue))
        writer.put("document", code: Paper.document)
        writer.list("entries", facts.chinese.entries) { $1.put("entry", $0) }
        // What a field is filled with differs by the language alone.
        let fields = PrintField.allCases.filter { facts.chinese.values[$0] != nil }
        writer.list("fields", fields.sorted { $0.rawValue < $1.rawValue }) { field, inner in
            let chinese = facts.chinese.values[field]
            inner.put("en", facts.english.values[field]?.texts ?? [])
            inner.list("entries", chinese?.entries ?? []) { $1.put("entry", $0) }
            inner.put("field", code: field)
            inner.put("zh", chinese?.texts ?? [])
        }
    }
}
