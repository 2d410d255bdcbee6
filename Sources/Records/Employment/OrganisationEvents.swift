/// A unit was merged into or replaced by another, which takes over its duties (机构撤并).
///
/// - Units: `on` of the entry is the day of the restructuring.
/// - Source: 追责制度 Art. 3; 机构改革方案.
public struct OrganisationRestructured: Act {
    public static let type: EventType = "organisation.restructured.v1"
    public static let act = ActName(
        "subject", "restructure", about: "predecessor", needsApprover: true)
    static let rule = "XZZ-2020-26#3"
    public static let fields = [
        CommandField("predecessor", .identifier, isRequired: true),
        CommandField("successor", .identifier, isRequired: true),
        CommandField("document", .text),
    ]

    /// The unit that ended.
    public let predecessor: UnitID
    /// The unit that takes over.
    public let successor: UnitID
    /// Number of the document.
    public let document: String?

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        predecessor = try fields.id("predecessor")
        successor = try fields.id("successor")
        document = fields.optionalText("document")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("document", ifPresent: document)
        writer.put("predecessor", predecessor)
        writer.put("successor", successor)
    }

    public var tags: [Tag] { Tag.list(predecessor.tag, successor.tag) }
}
