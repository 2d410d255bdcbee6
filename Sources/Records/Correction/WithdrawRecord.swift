internal import Law
public import Vocabulary

/// Asks to withdraw a record (撤回), found in the file of one of what is given.
public struct WithdrawRecord: Act {
    /// The entry to withdraw.
    public let position: Position
    public let reason: Sealed
    public let decision: DecisionID?
    public let appeal: AppealID?
    public let `case`: CaseID?
    public let subject: SubjectID?
    /// Whatever else it may be about: `complaint:T-2024-031`.
    let about: [TagText]
    /// Whether what the entry had corrected stands again.
    let restore: Bool

    public init(
        position: Position, reason: Sealed, subject: SubjectID? = nil, case: CaseID? = nil
    ) {
        self.position = position
        self.reason = reason
        decision = nil
        appeal = nil
        self.case = `case`
        self.subject = subject
        about = []
        restore = false
    }
}

extension WithdrawRecord {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        position = try fields.given("position", \.position)
        reason = try fields.given("reason", \.reason, owner: .person("subject"))
        decision = try fields.given("decision", \.decision, .tag)
        appeal = try fields.given("appeal", \.appeal, .tag)
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        about = try fields.given("about", \.about, .tag)
        restore = try fields.given("restore", \.restore, or: false)
    }

    /// How the command line calls it, for a refusal.
    static let approvedAs = "withdraw"

    /// In which case it is a step is known only when the record is found.
    public var acting: Acting { .none }

    /// What stands can be withdrawn once; the withdrawal carries all tags of what it withdraws.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        if concerns.isEmpty { throw .missing("subject") }
        let contested = ContestedEntry(position, under: concerns, in: past)
        if contested.isWithdrawn { return [] }  // Asked twice, recorded once.
        let withdrawn = try contested.standing()
        try contested.checkFreestanding()
        // What stands in a case is not taken out of it by who is named in it or excluded from it.
        try past.checkWhoActs(in: withdrawn.tags, circumstances)
        // What followed from it falls with it.
        let consequences = try contested.consequences()
        for undone in [withdrawn] + consequences {
            try past.checkUndoing(
                undone, isReplaced: false, circumstances, as: Self.approvedAs)
        }
        let withdrawals =
            [circumstances.withdrawal(of: position, tags: withdrawn.tags, reason)]
            + consequences.map { fallen in
                var draft = circumstances.withdrawal(of: fallen.position, tags: fallen.tags, reason)
                draft.followsFirst = true
                return draft
            }
        guard restore else { return withdrawals }
        return withdrawals + (try contested.corrected()).map(\.again)
    }
}

extension RecordedEvent {
    /// The same again, as a new entry: what was corrected never comes back by itself.
    fileprivate var again: Draft {
        var draft = Draft(
            event: event, on: on, onBasis: onBasis, basis: basis.isEmpty ? [Basis.objection] : basis
        )
        draft.restores = position
        draft.followsFirst = true
        return draft
    }
}

extension Circumstances {
    /// The withdrawal of one entry, with all its tags.
    public func withdrawal(of position: Position, tags: [Tag], _ reason: Sealed) -> Draft {
        let fact = RecordWithdrawn(reason: reason, carried: Tag.list(tags).map(TagText.init(tag:)))
        var draft = draft(fact, under: Basis.objection)
        draft.supersedes = position
        return draft
    }
}
