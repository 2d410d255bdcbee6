public import Law

/// One act asked for, by whom and under which circumstances.
public struct Command: Sendable {
    public let verb: Verb
    public let act: any Act
    public var circumstances: Circumstances
    private let guards: [any CommandGuard]

    public init(
        _ verb: Verb, _ act: any Act, _ circumstances: Circumstances, in duties: DutyRegister
    ) {
        self.verb = verb
        self.act = act
        self.circumstances = circumstances
        guards = duties.guards
    }

    /// An act that is there already, as its verb asks for it.
    public init(_ act: some Act, _ circumstances: Circumstances = .init(), in duties: DutyRegister)
    {
        guard let verb = duties.verb(of: type(of: act)) else {
            preconditionFailure("no verb asks for \(type(of: act))")
        }
        self.init(verb, act, circumstances, in: duties)
    }

    /// Reads the fields of the named act.
    public init(name: String, reader: some FieldReader, in duties: DutyRegister) throws(Refusal) {
        guard let verb = duties.verb(named: name) else { throw .unknownCommand(name) }
        self.init(verb, try verb.read(reader), try Circumstances(from: reader), in: duties)
    }

    /// The same, signed: whether it is recorded may depend on who asks and who approved it.
    public func signed(
        by actor: Officer, of unit: UnitID? = nil, approvedBy approver: Officer?
    ) -> Command {
        var signed = self
        signed.circumstances = circumstances.signed(
            by: actor, of: unit, approvedBy: approver)
        return signed
    }

    /// The same, as an old register tells it: who delivers it answers for the delivery, and nobody
    /// approves it.
    public func delivered(by actor: Officer, of unit: UnitID) -> Command {
        var delivered = self
        delivered.circumstances = circumstances.signed(by: actor, of: unit, approvedBy: nil)
        delivered.circumstances.isDelivered = true
        return delivered
    }

    /// The name it is called by.
    public var name: String { verb.name }
    /// What must be known to decide it.
    public var concerns: [Tag] { act.concerns }
    /// The day on which it is said to have happened.
    public var on: CalendarDate? { circumstances.on }
    /// Whether it may be recorded before its day.
    public var mayLieAhead: Bool {
        switch verb.dating {
        case .optionalAhead: true
        case .required, .optional: false
        }
    }

    /// What it says and the entry does not: the names of its fields, `on`, `basis` and `approver` among
    /// them, in their order. Empty: all of it is there, as far as it was not destroyed.
    public func differences(from entry: RecordedEvent) -> [String] {
        let there = entry.event.tree
        let given = Set(
            (entry.event.kind?.fields ?? []).filter { $0.origin == .given }.map(\.name))
        var names = act.tree.members.filter { member in
            guard given.contains(member.name) else { return false }
            return there[member.name].map { !$0.isSame(asFarAsKept: member.value) } ?? true
        }.map(\.name)
        if let on, on != entry.on { names.append("on") }
        if !circumstances.basis.allSatisfy(entry.basis.contains) { names.append("basis") }
        if !isApproved(as: entry) { names.append("approver") }
        return names
    }

    /// Whether the second person it names stands in the entry.
    public func isApproved(as entry: RecordedEvent) -> Bool {
        circumstances.approver.map { $0.text == entry.approver } ?? true
    }

    /// Decides; never acts. An empty list: it is there already.
    ///
    /// What every act is held to comes first: nobody excluded takes part, a step is dated, and a
    /// weighty one has a second person behind it.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        do throws(Refusal) {
            try check(over: past)
            return try act.decide(over: past, under: circumstances).map { draft in
                var draft = draft
                draft.basis = draft.basis.flatMap { rule in
                    citation(of: rule, over: past).map(Basis.each) ?? [rule]
                }
                return draft
            }
        } catch {
            throw cited(error, over: past)
        }
    }

    /// Whether somebody takes part who may not.
    public func checkGuards(over past: some Past) throws(Refusal) {
        do throws(Refusal) {
            for one in guards { try one.check(self, over: past) }
        } catch {
            throw cited(error, over: past)
        }
    }

    /// The refusal with the article that binds the organ whose act it is.
    private func cited(_ refusal: Refusal, over past: some Past) -> Refusal {
        citation(of: refusal.source, over: past).map(refusal.citing) ?? refusal
    }

    private func citation(of rule: String, over past: some Past) -> String? {
        for one in guards {
            if let citation = one.citation(of: rule, for: self, over: past) { return citation }
        }
        return nil
    }

    private func check(over past: some Past) throws(Refusal) {
        try checkGuards(over: past)
        if case (.required, .required) = (verb.dating, verb.second), circumstances.on == nil {
            throw .missing(all: circumstances.lacking)
        }
        switch verb.dating {
        case .required: _ = try circumstances.day()
        case .optional, .optionalAhead: break
        }
        switch verb.second {
        case .required: try circumstances.checkApprover(verb.name)
        case .byRule: try circumstances.checkApproverIsAnother()
        }
    }
}

/// What a duty holds every act to, whosever it is: nobody excluded from a case takes a step in it.
public protocol CommandGuard: Sendable {
    func check(_ command: Command, over past: some Past) throws(Refusal)
    /// What a refusal of the command, or what it records, cites in the place of a rule; nil: that rule.
    func citation(of rule: String, for command: Command, over past: some Past) -> String?
}

extension CommandGuard {
    public func citation(of rule: String, for command: Command, over past: some Past) -> String? {
        nil
    }
}

extension Command: Hashable {
    public static func == (left: Command, right: Command) -> Bool {
        left.name == right.name && left.circumstances == right.circumstances
            && left.act.tree == right.act.tree
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(circumstances)
    }
}
