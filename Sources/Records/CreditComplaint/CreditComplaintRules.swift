public import Law
public import Vocabulary

extension CreditComplaintFiled {
    /// Answered by the credit office, unless it concerns that; then by another that is named.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        if let there = past.file(complaint.tag)?.log.latest(CreditComplaintFiled.self) {
            guard there.on == on, asksTheSame(as: there.fact) else {
                throw Refusal(CreditComplaintRefusal.filedOtherwise(complaint, at: there.position))
            }
            return []  // Asked twice, recorded once.
        }
        guard past.subject(concerned)?.registration != nil else {
            throw .unknownSubject(concerned)
        }
        try past.checkUnit(handler)
        if let record { _ = try past.proposed(record) }
        if past.line(of: handler).contains(concerned) {
            throw Refusal(CreditComplaintRefusal.answeredByConcerned(concerned))
        }
        return [circumstances.draft(self, under: Basis.objection)]
    }

    private func asksTheSame(as there: CreditComplaintFiled) -> Bool {
        let isSame =
            there.concerned == concerned && there.record == record && there.handler == handler
        switch (there.narrative, narrative) {
        case (nil, nil): return isSame
        case (let one?, let other?): return isSame && !one.isKnownToDiffer(from: other)
        case (nil, .some), (.some, nil): return false
        }
    }
}

extension CreditComplaintAnswered {
    /// Never by the unit or the officer whom it concerns.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        guard let log = past.file(complaint.tag)?.log,
            let filing = log.latest(CreditComplaintFiled.self)
        else { throw Refusal(CreditComplaintRefusal.unknown(complaint)) }
        if let filed = filing.on, on < filed {
            throw Refusal(CreditComplaintRefusal.beforeFiling(complaint, filed: filed))
        }
        let concerned = filing.fact.concerned
        let byUnit = circumstances.unit.map { past.line(of: $0).contains(concerned) } ?? false
        if byUnit || circumstances.signatories.contains(where: { $0.isSame(as: concerned) }) {
            throw Refusal(CreditComplaintRefusal.answeredByConcerned(concerned))
        }
        if let there = log.latest(CreditComplaintAnswered.self) {
            guard there.on == on, !there.fact.answer.isKnownToDiffer(from: answer) else {
                throw Refusal(
                    CreditComplaintRefusal.answeredAlready(complaint, on: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        return [circumstances.draft(self, under: "征信业管理条例#26")]
    }
}

/// Why a complaint of credit work is not filed or answered.
public enum CreditComplaintRefusal: RefusalReason {
    case unknown(CreditComplaintID)
    /// The number belongs to another complaint.
    case filedOtherwise(CreditComplaintID, at: Position)
    case beforeFiling(CreditComplaintID, filed: CalendarDate)
    /// Whom it concerns does not answer it.
    case answeredByConcerned(SubjectID)
    case answeredAlready(CreditComplaintID, on: CalendarDate)

    public var message: Message {
        switch self {
        case .unknown(let id):
            .refusal("unknownCreditComplaint", Basis.objection, ["complaint": id])
        case .filedOtherwise(let id, let position):
            .refusal(
                "creditComplaintFiledOtherwise", Basis.objection,
                ["complaint": id, "position": position])
        case .beforeFiling(let id, let filed):
            .refusal(
                "creditComplaintBeforeFiling", Basis.objection, ["complaint": id, "filed": filed])
        case .answeredByConcerned(let subject):
            .refusal("answeredByConcerned", "征信业管理条例#26", ["subject": subject])
        case .answeredAlready(let id, let day):
            .refusal(
                "creditComplaintAnsweredAlready", "征信业管理条例#26",
                ["complaint": id, "day": day])
        }
    }
}
