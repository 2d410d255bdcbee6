public import Vocabulary

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
}

extension Attendee: FieldPart {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        part = try fields.given("part", \.part)
        opinion = try fields.given("opinion", \.opinion)
        role = try fields.derived("role", \.role, or: RoleSnapshot(basis: .none))
    }

    public static var blank: Attendee {
        Attendee(subject: .blank, part: .blank, opinion: .blank, role: RoleSnapshot(basis: .none))
    }
}
