public import Vocabulary

/// A unit was merged into or replaced by another, which takes over its duties (机构撤并).
///
/// - Units: `on` of the entry is the day of the restructuring.
/// - Source: 追责制度 Art. 3; 机构改革方案.
public struct OrganisationRestructured: SubjectFact, Act {
    public static let type: EventType = "organisation.restructured.v1"

    /// The unit that ended.
    public let predecessor: UnitID
    /// The unit that takes over.
    public let successor: UnitID
    public var document: String?
}

extension OrganisationRestructured {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        predecessor = try fields.given("predecessor", \.predecessor, .tag)
        successor = try fields.given("successor", \.successor, .tag)
        document = try fields.given("document", \.document)
    }

    public var acting: Acting { .none }
}
