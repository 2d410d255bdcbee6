public import Vocabulary

/// Since a day somebody goes by another name, a unit by another title, or a number was changed
/// (更名、身份更正). What went before stays: an old paper still finds whom it is about.
///
/// What was wrong from the beginning is no renaming: the registration is corrected.
///
/// - Invariant: What is not given goes on.
/// - Units: `on` of the entry is the first day of the new name or number.
/// - Refusals: ``Refusal/unknownSubject(_:)``, ``IdentityRefusal``.
/// - Source: 新左政发〔2020〕26号 task 8; 公民身份号码 GB 11643; 追责制度 Art. 3 (机构更名).
public struct SubjectRenamed: SubjectFact, Act {
    public static let type: EventType = "subject.renamed.v1"

    public let subject: SubjectID
    /// Of a person.
    public var name: Sealed?
    public var idNumber: Sealed?
    /// Of a unit or organisation; public.
    public var title: String?
    public var code: String?
    /// The document by which it was changed, with its number.
    public var document: String?
    /// Who else goes by the number, on purpose.
    public var sharedWith: SubjectID?
    public var irregularities: [Irregularity] = []
}

extension SubjectRenamed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        name = try fields.given("name", \.name, owner: .person("subject"))
        idNumber = try fields.given("idNumber", \.idNumber, owner: .person("subject"))
        title = try fields.given("title", \.title)
        code = try fields.given("code", \.code)
        document = try fields.given("document", \.document)
        sharedWith = try fields.given("sharedWith", \.sharedWith)
        irregularities = try fields.derived("irregularities", \.irregularities)
    }

    public var acting: Acting { .none }
}
