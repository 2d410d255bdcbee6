/// Somebody who sat in the meeting (参会人员).
///
/// - Invariant: `role` is what the person was on that day; copied, it never changes.
/// - Source: 713 Art. 30; 追责制度 Art. 3.
public struct Attendee: Hashable, Sendable {
    public let subject: SubjectID
    public let part: Part
    public let opinion: Opinion
    /// Derived: the post the register showed for the day of the meeting.
    public var role: RoleSnapshot

    static let fields = [
        CommandField("subject", .identifier, isRequired: true),
        CommandField("part", .code(Part.codes), isRequired: true),
        CommandField("opinion", .code(Opinion.codes), isRequired: true),
    ]

    static func list(
        _ name: StaticString, in reader: some FieldReader
    ) throws(MalformedPayload) -> [Attendee] {
        var list: [Attendee] = []
        for inner in reader.array(name) ?? [] {
            let fields = inner.payload
            list.append(
                Attendee(
                    subject: try fields.id("subject"), part: try fields.code("part"),
                    opinion: try fields.code("opinion"),
                    role: inner.object("role") == nil
                        ? RoleSnapshot(basis: .none) : try RoleSnapshot(in: inner)))
        }
        return list
    }

    static func write(_ list: [Attendee], as name: String, to writer: inout some FieldWriter) {
        writer.array(name, count: list.count) { index, inner in
            let one = list[index]
            inner.put("opinion", code: one.opinion)
            inner.put("part", code: one.part)
            inner.object("role") { one.role.write(to: &$0) }
            inner.put("subject", one.subject)
        }
    }
}
