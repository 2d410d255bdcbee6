public import Law
public import Vocabulary

/// The same duty as a later program has it: lending says for how many uses, a field that entries of
/// before do not have.
extension Duty {
    public static let loanSecondEdition = Duty(
        noun: Noun("loan", tag: .loan, hasClocks: true),
        kinds: [
            EventKind(
                LoanLentForUses.self, source: "器具借用办法#3", trail: .loan(.procedure),
                clocks: Marks(starts: [LoanClock.return], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.loan.tag, LoanClock.return, due: fact.due, unit: fact.lender,
                            subject: fact.borrower)
                    ]
                }, alike: nil),
            EventKind(
                LoanReturned.self, source: "器具借用办法#5", trail: .loan(.cleared),
                clocks: .ending([LoanClock.return]) { $0.loan }, alike: nil),
        ],
        verbs: [
            .step(LoanLentForUses.self, "loan", "lend", .byRule),
            .step(LoanReturned.self, "loan", "return", .byRule),
        ],
        guards: [])
}

/// An instrument was lent (借出), for so many uses.
///
/// - Units: `on` of the entry is the day on which it was handed over; `uses` is a number of uses.
/// - Source: 器具借用办法 Art. 3, which is made up.
public struct LoanLentForUses: Fact, Act {
    public static let type: EventType = "loan.lent.v1"
    public static var duty: Duty { .loanSecondEdition }

    public let loan: LoanID
    public let borrower: SubjectID
    public let lender: UnitID
    public let device: String
    public let due: CalendarDate
    public var purpose: Sealed?
    public var accessories: [String] = []
    /// For how many uses; nil where nobody said.
    public var uses: Int?
}

extension LoanLentForUses {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        loan = try fields.given("loan", \.loan, .tag)
        borrower = try fields.given("borrower", \.borrower, .tag)
        lender = try fields.given("lender", \.lender)
        device = try fields.given("device", \.device)
        due = try fields.given("due", \.due)
        purpose = try fields.given("purpose", \.purpose, owner: .person("borrower"))
        accessories = try fields.given("accessories", \.accessories)
        uses = try fields.given("uses", \.uses, .since(2))
    }

    public var acting: Acting { .none }

    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        if past.loan(loan)?.log.stands(self, on: circumstances.on) == true { return [] }
        return [circumstances.draft(self, under: "器具借用办法#3")]
    }
}
