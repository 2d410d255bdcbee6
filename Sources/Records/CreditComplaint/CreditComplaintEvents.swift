public import Vocabulary

/// Somebody complained of what was done wrong in credit work (提出信用投诉). It says nothing of whether
/// that is true, and puts nobody on record.
///
/// - Units: `on` of the entry is the day of receipt.
/// - Source: 新左政发〔2020〕26号 task 12; 征信业管理条例 Art. 26, as a pattern.
public struct CreditComplaintFiled: CreditComplaintFact {
    public static let type: EventType = "creditComplaint.filed.v1"

    public let complaint: CreditComplaintID
    /// The unit or the officer whom it concerns.
    public let concerned: SubjectID
    /// The record that it is about.
    public var record: CreditRecordID?
    /// The credit office that answers it.
    public let handler: UnitID
    public var narrative: Sealed?
}

extension CreditComplaintFiled {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        complaint = try fields.given("creditComplaint", \.complaint, .tag)
        concerned = try fields.given("concerned", \.concerned)
        record = try fields.given("record", \.record, .tag)
        handler = try fields.given("handler", \.handler)
        narrative = try fields.given(
            "narrative", \.narrative, owner: .complainant("creditComplaint"))
    }
}

/// The complaint was answered, by whom it does not concern (答复信用投诉).
///
/// - Source: 征信业管理条例 Art. 26, as a pattern.
public struct CreditComplaintAnswered: CreditComplaintFact {
    public static let type: EventType = "creditComplaint.answered.v1"

    public let complaint: CreditComplaintID
    public let answer: Sealed
}

extension CreditComplaintAnswered {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        complaint = try fields.given("creditComplaint", \.complaint, .tag)
        answer = try fields.given("answer", \.answer, owner: .complainant("creditComplaint"))
    }
}

/// What happened to a complaint of credit work.
protocol CreditComplaintFact: Fact, Act {
    var complaint: CreditComplaintID { get }
}

extension CreditComplaintFact {
    public static var duty: Duty { .creditComplaint }
    public var acting: Acting { .none }
}
