public import Law
public import Vocabulary

/// The benefits of a person retired, departed or dead were lowered or taken away in the place of a
/// sanction (调整待遇的决定): decided, where ``BenefitAdjustmentRecommended`` only advises it.
///
/// - Invariant: It rests on a sustained finding or on a document; in a case of an organ here the person
///   was heard before.
/// - Units: `on` of the entry is the day of the decision; `paidFrom` the day from which the new benefits
///   are paid; `remedyUntil` the last day to object, derived from the day of service.
/// - Refusals: ``CaseRefusal/stillInService(_:on:)``, ``CaseRefusal/fittingTooLight(_:)``,
///   ``CaseRefusal/notNamed(_:_:)``, ``SanctionRefusal/noFinding(_:_:)``,
///   ``DecisionRefusal/endBeforeStart(field:start:end:source:)``, ``SubjectRefusal``: a unit that is not registered.
/// - Source: 政务处分法 Art. 27; 处分条例 Art. 52; remedies: 监察法 Art. 56, 公务员法 Art. 95.
public struct BenefitsAdjusted: CaseFact {
    public static let type: EventType = "case.benefitsAdjusted.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    /// The sanction that would have been given.
    public let fitting: Measure
    /// Whose kind of decision it is: what can be done against it follows from this.
    public let authority: Authority
    /// The organ that decided.
    public let organ: UnitID
    /// What was paid before, and what is paid now.
    public let formerBenefits: Sealed
    public let newBenefits: Sealed
    /// From when.
    public let paidFrom: CalendarDate
    /// The unit that carries it out.
    public var executor: UnitID?
    /// The number of the decision (文号).
    public var instrument: String?
    /// When the person, or the family, received it.
    public var servedOn: CalendarDate?
    /// Code of the remedy route, and the last day to use it.
    public var route: String?
    public var remedyUntil: CalendarDate?
}

extension BenefitsAdjusted {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        fitting = try fields.given("fitting", \.fitting)
        authority = try fields.given("authority", \.authority)
        organ = try fields.given("organ", \.organ)
        formerBenefits = try fields.given(
            "formerBenefits", \.formerBenefits, owner: .person("subject"))
        newBenefits = try fields.given("newBenefits", \.newBenefits, owner: .person("subject"))
        paidFrom = try fields.given("paidFrom", \.paidFrom)
        executor = try fields.given("executor", \.executor)
        instrument = try fields.given("instrument", \.instrument)
        servedOn = try fields.given("servedOn", \.servedOn)
        route = try fields.derived("route", \.route)
        remedyUntil = try fields.derived("remedyUntil", \.remedyUntil)
    }

    public var acting: Acting { Acting(in: `case`.tag) }

    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let file = try past.named(subject, in: self.case)
        let person = try past.person(subject)
        for unit in [organ, executor].compactMap(\.self)
        where past.subject(unit)?.registration == nil {
            throw .unknownSubject(unit)
        }
        try check(servedOn, "servedOn", notBefore: on)
        guard let left = person.departure(on: on) else {
            throw .case(.stillInService(subject, on: on))
        }
        // Nothing is taken back of what was paid while in service.
        try check(paidFrom, "paidFrom", notBefore: left.since)
        guard [.demotion, .removal, .dismissal].contains(fitting) else {
            throw .case(.fittingTooLight(fitting))
        }
        var fact = self
        if let rules = past.law.bodies(on: on) {
            fact.route =
                rules.routes(against: authority, on: on).first {
                    !$0.isForLeadingMembers && $0.personnel.isEmpty
                }?.code
            if let servedOn {
                let stage = fact.route.flatMap(rules.route)?.stages.first
                fact.remedyUntil = past.limit(stage?.fileClock, from: servedOn, askedOn: on).due
            }
        }
        if file.log.stands(fact, on: on) { return [] }
        let course = file.past()
        if instrument == nil && !person.isSustained(in: self.case, known: person.log.knowledge()) {
            throw .sanction(.noFinding(subject, self.case))
        }
        if course.isGoverned { try file.past(by: on).checkHeard(subject) }
        return [circumstances.draft(fact, under: Self.rule)]
    }

    private func check(
        _ day: CalendarDate?, _ field: String, notBefore first: CalendarDate
    ) throws(Refusal) {
        guard let day, day < first else { return }
        throw .decision(
            .endBeforeStart(field: field, start: first, end: day, source: Self.rule))
    }
}
