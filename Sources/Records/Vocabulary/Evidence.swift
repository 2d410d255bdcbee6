/// An entry that something rests on.
public struct Evidence: Hashable, Sendable {
    /// Its position in the ledger.
    public let entry: Position

    public init(_ entry: Position) { self.entry = entry }

    static let fields = [CommandField("entry", .integer, isRequired: true)]

    static func list(
        _ name: StaticString, in reader: some FieldReader
    ) throws(MalformedPayload) -> [Evidence] {
        var list: [Evidence] = []
        for inner in reader.array(name) ?? [] {
            list.append(Evidence(try inner.payload.position("entry")))
        }
        return list
    }

    static func write(_ list: [Evidence], as name: String, to writer: inout some FieldWriter) {
        if list.isEmpty { return }
        writer.array(name, count: list.count) { index, inner in
            inner.put("entry", list[index].entry)
        }
    }
}
