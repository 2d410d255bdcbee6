public import Law
public import Vocabulary

extension LoanLent {
    /// Once, to come back on a later day.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        if let file = past.loan(loan) {
            if file.log.stands(self, on: on) { return [] }  // Asked twice, recorded once.
            if let lent = file.lent { throw .loan(.lentAlready(loan, by: lent.position)) }
        }
        guard due > on else { throw .loan(.dueTooEarly(loan, due: due)) }
        return [circumstances.draft(self, under: "器具借用办法#3")]
    }
}

extension LoanEnd {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.lent(loan)
        var fact = self
        fact.borrower = file.lent.fact.borrower
        if file.log.stands(fact, on: circumstances.on) { return [] }
        try file.checkRunning(loan, on: try circumstances.day())
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

extension LoanOverdueNoticed {
    /// Only what is overdue.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let file = try past.lent(loan)
        var fact = self
        fact.borrower = file.lent.fact.borrower
        fact.since = file.lent.fact.due
        if file.log.stands(fact, on: on) { return [] }
        try file.checkRunning(loan, on: on)
        guard on > file.lent.fact.due else {
            throw .loan(.notOverdue(loan, due: file.lent.fact.due))
        }
        return [circumstances.draft(fact, under: "器具借用办法#6")]
    }
}

/// A loan that was made.
private struct RunningLoan {
    let lent: Recorded<LoanLent>
    let file: LoanFile
    var log: EventLog { file.log }

    func checkRunning(_ id: LoanID, on day: CalendarDate) throws(Refusal) {
        if let end = file.end { throw .loan(.overAlready(id, by: end.by)) }
        if let on = lent.on, day < on { throw .loan(.beforeLending(id, lent: on)) }
    }
}

extension Past {
    fileprivate func lent(_ id: LoanID) throws(Refusal) -> RunningLoan {
        guard let file = loan(id), let lent = file.lent else { throw .loan(.unknown(id)) }
        return RunningLoan(lent: lent, file: file)
    }
}

/// Why a loan is not recorded as asked, in order of precedence.
public enum LoanRefusal: RefusalReason {
    case unknown(LoanID)
    case lentAlready(LoanID, by: Position)
    case dueTooEarly(LoanID, due: CalendarDate)
    case overAlready(LoanID, by: Position)
    case beforeLending(LoanID, lent: CalendarDate)
    case notOverdue(LoanID, due: CalendarDate)

    public var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownLoan", "器具借用办法#3", "没有借用 \(id)。请先登记借出。",
                "There is no loan \(id). Record the lending first.")
        case .lentAlready(let id, let by):
            RefusalWording(
                "lentAlready", "器具借用办法#3", "借用 \(id) 已由第 \(by) 条登记。请改用另一编号，或更正第 \(by) 条。",
                "The loan \(id) was recorded by entry \(by). Use another number, or correct entry \(by)."
            )
        case .dueTooEarly(let id, let due):
            RefusalWording(
                "loanDueTooEarly", "器具借用办法#4", "借用 \(id) 的归还期限 \(due) 不晚于借出之日。请核对期限。",
                "The loan \(id) is due on \(due), not after the day of lending. Check the day.")
        case .overAlready(let id, let by):
            RefusalWording(
                "loanOver", "器具借用办法#5", "借用 \(id) 已由第 \(by) 条了结。请查看第 \(by) 条。",
                "The loan \(id) came to its end by entry \(by). Look at entry \(by).")
        case .beforeLending(let id, let lent):
            RefusalWording(
                "beforeLending", "器具借用办法#5", "借用 \(id) 于 \(lent) 才借出。请核对日期。",
                "The loan \(id) was made on \(lent) only. Check the day.")
        case .notOverdue(let id, let due):
            RefusalWording(
                "loanNotOverdue", "器具借用办法#6", "借用 \(id) 的期限是 \(due)，尚未逾期。请在期满之后催还。",
                "The loan \(id) is due on \(due), and is not overdue. Give notice when it is.")
        }
    }
}

extension Refusal {
    public static func loan(_ reason: LoanRefusal) -> Refusal { Refusal(reason) }
}
