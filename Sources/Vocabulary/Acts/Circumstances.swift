public import Law

/// When something happened and on what it rests: the fields that every act has.
///
/// Read from `on`, `onBasis` and `basis`; each may be absent.
public struct Circumstances: Hashable, Sendable {
    public var on: CalendarDate?
    /// What `on` was imputed from. Without `on` it has no meaning and is dropped.
    public var onBasis: String?
    /// Instruments and rules cited beside the rule the decider itself applies.
    public var basis: [String]
    /// Who records it.
    public var actor: Officer?
    /// For which unit; nil: nobody said.
    public var unit: UnitID?
    /// The second person, for what needs one (双人复核).
    public var approver: Officer?
    /// Whether an old register tells it: what cannot be asked again is marked, not refused.
    public var isDelivered = false

    public init(
        on: CalendarDate? = nil, onBasis: String? = nil, basis: [String] = [],
        actor: Officer? = nil, approver: Officer? = nil
    ) {
        self.on = on
        self.onBasis = on == nil ? nil : onBasis
        self.basis = basis
        self.actor = actor
        self.approver = approver
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        let on: CalendarDate?
        do throws(FieldFault) { on = try CalendarDate.read("on", in: reader) } catch {
            throw Refusal(error)
        }
        self.init(on: on, onBasis: reader.string("onBasis"), basis: reader.strings("basis") ?? [])
    }

    /// The same, signed by whom it is recorded, for which unit, and approved.
    public func signed(
        by actor: Officer, of unit: UnitID? = nil, approvedBy approver: Officer?
    ) -> Self {
        var signed = self
        signed.actor = actor
        signed.unit = unit?.text == DatedEntry.unsaid ? nil : unit
        signed.approver = approver
        return signed
    }

    /// Who signs, be it at the keyboard or as the second person.
    public var signatories: [Officer] { [actor, approver].compactMap(\.self) }

    /// The day, where nothing can be decided without one.
    public func day() throws(Refusal) -> CalendarDate {
        guard let on else { throw .missing("on") }
        return on
    }

    /// What an act that needs both has not been told of the day and the second person.
    public var lacking: [String] {
        (on == nil ? ["on"] : []) + (approver == nil ? ["approver"] : [])
    }

    /// A weighty act has a second person behind it (双人复核).
    public func checkApprover(_ act: String) throws(Refusal) {
        if approver == nil { throw .needsApprover(act) }
        try checkApproverIsAnother()
    }

    /// Nobody approves themselves, be it asked for or not.
    func checkApproverIsAnother() throws(Refusal) {
        if let approver, approver == actor { throw .approverIsRecorder(approver) }
    }

    /// The fact under these circumstances, resting on `rule` first.
    @inlinable public func draft(_ fact: some Fact, under rule: String) -> Draft {
        draft(Event(fact), under: rule)
    }

    /// What follows at once from the first fact of the same decision.
    @inlinable public func consequence(_ fact: some Fact, under rule: String) -> Draft {
        var draft = draft(fact, under: rule)
        draft.followsFirst = true
        return draft
    }

    @usableFromInline func draft(_ event: Event, under rule: String) -> Draft {
        Draft(
            event: event, on: on, onBasis: onBasis,
            basis: [rule] + basis.filter { $0 != rule })
    }
}

extension [String] {
    /// Adds a rule that is not cited yet.
    public mutating func cite(_ rule: String) { if !contains(rule) { append(rule) } }
}
