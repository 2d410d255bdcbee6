public import Law
public import Vocabulary

/// An instrument was lent (借出).
///
/// - Units: `on` of the entry is the day on which it was handed over.
/// - Refusals: ``LoanRefusal``.
/// - Source: 器具借用办法 Art. 3, which is made up.
public struct LoanLent: LoanFact {
    public static let type: EventType = "loan.lent.v1"

    public let loan: LoanID
    public let borrower: SubjectID
    /// The unit that lends.
    public let lender: UnitID
    public let device: String
    /// The last day on which it may come back.
    public let due: CalendarDate
    /// What it is needed for: the borrower's own words.
    public var purpose: Sealed?
    public var accessories: [String] = []
}

extension LoanLent {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        loan = try fields.given("loan", \.loan, .tag)
        borrower = try fields.given("borrower", \.borrower, .tag)
        lender = try fields.given("lender", \.lender)
        device = try fields.given("device", \.device)
        due = try fields.given("due", \.due)
        purpose = try fields.given("purpose", \.purpose, owner: .person("borrower"))
        accessories = try fields.given("accessories", \.accessories)
    }
}

/// In what state it came back (归还时的状况).
public enum LoanCondition: String, Code {
    /// 完好、损坏.
    case intact, damaged
}

/// It came back (归还).
///
/// - Source: 器具借用办法 Art. 5, which is made up.
public struct LoanReturned: LoanEnd {
    public static let type: EventType = "loan.returned.v1"

    public let loan: LoanID
    public let condition: LoanCondition
    /// Who had it, copied from the loan.
    public var borrower: SubjectID = .blank
}

extension LoanReturned {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        loan = try fields.given("loan", \.loan, .tag)
        condition = try fields.given("condition", \.condition)
        borrower = try fields.derived("borrower", \.borrower, .tag)
    }
}

/// Whoever has it was told that it is overdue (催还).
///
/// - Source: 器具借用办法 Art. 6, which is made up.
public struct LoanOverdueNoticed: LoanStep {
    public static let type: EventType = "loan.overdueNoticed.v1"

    public let loan: LoanID
    public var borrower: SubjectID = .blank
    /// Since when it was overdue.
    public var since: CalendarDate = .blank
}

extension LoanOverdueNoticed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        loan = try fields.given("loan", \.loan, .tag)
        borrower = try fields.derived("borrower", \.borrower, .tag)
        since = try fields.derived("since", \.since)
    }
}

/// It is lost (遗失).
///
/// - Source: 器具借用办法 Art. 7, which is made up.
public struct LoanLost: LoanEnd {
    public static let type: EventType = "loan.lost.v1"

    public let loan: LoanID
    public var borrower: SubjectID = .blank
    /// How it came about, in the borrower's words.
    public var account: Sealed?
}

extension LoanLost {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        loan = try fields.given("loan", \.loan, .tag)
        account = try fields.given("account", \.account, owner: .person("borrower"))
        borrower = try fields.derived("borrower", \.borrower, .tag)
    }
}

/// What happens to a loan; it is no step from which anybody could be excluded.
protocol LoanFact: Fact, Act {
    var loan: LoanID { get }
}

extension LoanFact {
    public static var duty: Duty { .loan }
    public var acting: Acting { .none }
}

/// What happens to it once it was made: who has the instrument is copied from the loan.
protocol LoanStep: LoanFact {
    var borrower: SubjectID { get set }
}

extension LoanStep {
    public var concerns: [Tag] { [loan.tag] }
}

/// What brings it to its end.
protocol LoanEnd: LoanStep {
    static var rule: String { get }
}
