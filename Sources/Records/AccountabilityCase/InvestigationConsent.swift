internal import Law
public import Vocabulary

/// What somebody under investigation, or their unit, may not do without the investigating organ
/// (须经同意的事项).
public enum ConsentMatter: String, Code {
    /// 出境、辞去公职: what the person may not do.
    case leavingCountry, resignation
    /// 交流、晋升、奖励、由任免机关处分、退休: what the unit may not do to the person.
    case move, promotion, reward, sanction, retirement
}

/// The investigating organ consented to what somebody under investigation may not do, or have done to
/// them, without it (立案调查期间的同意).
///
/// - Invariant: What happened on the day of the consent or later is not marked for want of it; a consent
///   after the fact heals nothing, and is shown beside the mark. Whichever was recorded first.
/// - Units: `on` of the entry is the day of the consent.
/// - Refusals: ``CaseRefusal/notNamed(_:_:)``, ``CaseRefusal/beforeOpening(_:opened:)``,
///   ``CaseRefusal/closedByThen(_:on:)``, ``CaseRefusal/notTheInvestigator(_:_:_:)``,
///   ``SubjectRefusal``: a unit that is not registered.
/// - Source: 政务处分法 Art. 52(2).
public struct ConsentGiven: CaseFact {
    public static let type: EventType = "case.consentGiven.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    public let matter: ConsentMatter
    /// The organ that consented.
    public let organ: UnitID
    /// Number of the document.
    public var instrument: String?
}

extension ConsentGiven {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        matter = try fields.given("matter", \.matter)
        organ = try fields.given("organ", \.organ)
        instrument = try fields.given("instrument", \.instrument)
    }

    public var acting: Acting { Acting(in: `case`.tag) }

    /// By the organ with which the case lay on that day, while it was open; told late as well.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let file = try past.named(subject, in: self.case)
        guard past.subject(organ)?.registration != nil else { throw .unknownSubject(organ) }
        if file.log.stands(self, on: on) { return [] }
        let course = file.past(by: on)
        if let opened = file.past().opening?.on, on < opened {
            throw .case(.beforeOpening(self.case, opened: opened))
        }
        if let closed = course.closing?.on, closed < on {
            throw .case(.closedByThen(self.case, on: closed))
        }
        let investigator =
            course.transfer(of: subject)?.fact.organ ?? course.opening?.fact.authority
        if let investigator, investigator != organ {
            throw .case(.notTheInvestigator(organ, self.case, investigator))
        }
        return [circumstances.draft(self, under: Self.rule)]
    }
}

extension CasePast {
    /// The consents for the person, in the order in which they were given.
    func consents(for subject: SubjectID) -> [Recorded<ConsentGiven>] {
        facts(ConsentGiven.self).filter { $0.fact.subject == subject }
    }
}
