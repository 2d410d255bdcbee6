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

    public var message: Message {
        switch self {
        case .unknown(let id): .refusal("unknownLoan", "器具借用办法#3", ["loan": id])
        case .lentAlready(let id, let by):
            .refusal("lentAlready", "器具借用办法#3", ["loan": id, "by": by])
        case .dueTooEarly(let id, let due):
            .refusal("loanDueTooEarly", "器具借用办法#4", ["loan": id, "due": due])
        case .overAlready(let id, let by):
            .refusal("loanOver", "器具借用办法#5", ["loan": id, "by": by])
        case .beforeLending(let id, let lent):
            .refusal("beforeLending", "器具借用办法#5", ["loan": id, "lent": lent])
        case .notOverdue(let id, let due):
            .refusal("loanNotOverdue", "器具借用办法#6", ["loan": id, "due": due])
        }
    }
}

extension Refusal {
    public static func loan(_ reason: LoanRefusal) -> Refusal { Refusal(reason) }
}
