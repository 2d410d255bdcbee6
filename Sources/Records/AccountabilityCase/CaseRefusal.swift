public import Law
public import Vocabulary

/// Why the rules on cases do not allow what was asked, in order of precedence.
public enum CaseRefusal: RefusalReason {
    /// No case of that number was opened.
    case unknown(CaseID)
    /// The person is not named in the case, so there is no role to hold responsible.
    case notNamed(SubjectID, CaseID)
    /// The unit is not named in the case.
    case unitNotNamed(UnitID, CaseID)
    /// Opened already, by another organ, on another decision or on other grounds.
    case openedOtherwise(CaseID, on: CalendarDate?)
    /// The case is not on that decision.
    case notOnDecision(CaseID, DecisionID)
    /// Dated before the case was opened.
    case beforeOpening(CaseID, opened: CalendarDate)
    /// The case is closed.
    case closed(CaseID, on: CalendarDate?)
    /// The case was closed before that day.
    case closedByThen(CaseID, on: CalendarDate)
    /// Another organ than the one with which the case lay. 政务处分法 Art. 52.
    case notTheInvestigator(UnitID, CaseID, UnitID)
    /// A judgment of that number stands, with other content or of another day. 政务处分法 Art. 49.
    case judgedOtherwise(String, on: CalendarDate)
    /// The case is not closed.
    case notClosed(CaseID)
    /// Excluded from the case, and yet taking part. 政务处分法 Art. 47.
    case recused(SubjectID, since: CalendarDate?)
    /// Nobody acts, signs or approves in a case in which they are named. 政务处分法 Art. 47.
    case ownCase(SubjectID)
    /// The person lies with another organ.
    case transferred(SubjectID, to: UnitID, on: CalendarDate?)
    /// The whole case lies with another organ.
    case transferredWhole(CaseID, to: UnitID)
    /// Handed over to the organ that has it.
    case transferToItself(CaseID, UnitID)
    /// An answer of an organ to which nothing was handed over.
    case notTransferred(CaseID, UnitID)
    /// Another organ manages the official (干部管理权限).
    case managedElsewhere(SubjectID, by: UnitID, UnitID)
    /// Not told the facts. 政务处分法 Art. 43.
    case notNotified(SubjectID, CaseID)
    /// Told, and not heard. 政务处分法 Art. 43.
    case notHeard(SubjectID, CaseID)
    /// The rules in force know no such circumstance.
    case unknownMitigation(String, [String])
    /// Weighed without having been found.
    case mitigationNotFound(String, SubjectID)
    /// Evidence that lies outside the case, its decision and the person's file.
    case notEvidence(Position, CaseID)
    /// Took no part in the decision as an expert. 追责制度 Art. 15.
    case notAnExpert(SubjectID, CaseID)
    /// That department was not told of that expert.
    case expertNotNotified(SubjectID, UnitID)
    /// Benefits are adjusted for who has left; who has not is sanctioned. 政务处分法 Art. 27.
    case stillInService(SubjectID, on: CalendarDate)
    /// Benefits are adjusted in the place of the three heaviest only. 政务处分法 Art. 27.
    case fittingTooLight(Measure)
    /// Cleared of what was found.
    case foundResponsible(SubjectID, on: CalendarDate?)
    /// Neither an organ conducts the case, nor a document says whence it is recorded.
    case nobodyConducts(CaseID, isUndated: Bool = false)
    /// A step concerns one of the persons named, and it is not said whom.
    case severalNamed(CaseID, [SubjectID])
    /// A step concerns a person, and none is named in the case.
    case nobodyNamed(CaseID)
    /// An organ conducts it, and yet it is recorded from a document.
    case conductedAndRecorded

    public var message: Message {
        switch self {
        case .unknown(let id): .refusal("unknownCase", "schema/events", ["case": id])
        case .notNamed(let person, let file):
            .refusal("notNamedInCase", Basis.dueProcess, ["person": person, "file": file])
        case .unitNotNamed(let unit, let file):
            .refusal("unitNotNamed", "713#39", ["file": file, "unit": unit])
        case .openedOtherwise(let id, let on):
            .refusal("openedOtherwise", Basis.objection, ["case": id, "on": on])
        case .notOnDecision(let id, let decision):
            .refusal("notOnDecision", Basis.lifelong, ["case": id, "decision": decision])
        case .beforeOpening(let id, let opened):
            .refusal("beforeOpening", Basis.dueProcess, ["case": id, "opened": opened])
        case .closed(let id, let on):
            .refusal("caseClosed", Basis.dueProcess, ["case": id, "on": on])
        case .closedByThen(let id, let on):
            .refusal("closedByThen", "政务处分法#52", ["case": id, "on": on])
        case .notTheInvestigator(let organ, let id, let investigator):
            .refusal(
                "notTheInvestigator", "政务处分法#52",
                ["case": id, "investigator": investigator, "organ": organ])
        case .judgedOtherwise(let instrument, let on):
            .refusal("judgedOtherwise", "政务处分法#49", ["instrument": instrument, "on": on])
        case .notClosed(let id): .refusal("notClosed", Basis.dueProcess, ["case": id])
        case .ownCase(let person): .refusal("ownCase", "政务处分法#47", ["person": person])
        case .recused(let officer, let since):
            .refusal("recused", "政务处分法#47", ["officer": officer, "since": since])
        case .transferred(let person, let organ, let on):
            .refusal(
                "personTransferred", Basis.measures, ["person": person, "on": on, "organ": organ])
        case .transferredWhole(let id, let organ):
            .refusal("caseTransferred", Basis.measures, ["case": id, "organ": organ])
        case .transferToItself(let id, let organ):
            .refusal("transferToItself", Basis.measures, ["case": id, "organ": organ])
        case .notTransferred(let id, let organ):
            .refusal("notTransferred", Basis.measures, ["case": id, "organ": organ])
        case .managedElsewhere(let person, let managing, let authority):
            .refusal(
                "managedElsewhere", Basis.measures,
                ["person": person, "managing": managing, "authority": authority])
        case .notNotified(let person, let id):
            .refusal("notNotified", "政务处分法#43", ["person": person, "case": id])
        case .notHeard(let person, let id):
            .refusal("notHeard", "政务处分法#43", ["person": person, "case": id])
        case .unknownMitigation(let code, let known):
            .refusal("unknownMitigation", "XZZ-2020-26#13", ["code": code, "known": known])
        case .mitigationNotFound(let code, let person):
            .refusal("mitigationNotFound", "XZZ-2020-26#13", ["person": person, "code": code])
        case .notEvidence(let entry, let id):
            .refusal("notCaseEvidence", Basis.dueProcess, ["entry": entry, "case": id])
        case .notAnExpert(let expert, let id):
            .refusal("notAnExpert", "XZZ-2020-26#15", ["expert": expert, "case": id])
        case .expertNotNotified(let expert, let department):
            .refusal(
                "expertNotNotified", "XZZ-2020-26#15", ["expert": expert, "department": department])
        case .stillInService(let person, let day):
            .refusal("stillInService", Basis.departed, ["person": person, "day": day])
        case .fittingTooLight(let measure):
            .refusal("fittingTooLight", Basis.departed, ["measure": measure.rawValue])
        case .foundResponsible(let person, let on):
            .refusal("foundResponsible", Basis.dueProcess, ["person": person, "on": on])
        case .nobodyConducts(let id, let isUndated):
            .refusal(
                "nobodyConducts", Basis.dueProcess, ["case": id],
                variant: isUndated ? "undated" : nil)
        case .severalNamed(let id, let persons):
            .refusal(
                "severalNamed", Basis.dueProcess, ["case": id, "persons": persons.map(\.text)])
        case .nobodyNamed(let id): .refusal("nobodyNamed", Basis.dueProcess, ["case": id])
        case .conductedAndRecorded: .refusal("conductedAndRecorded", Basis.dueProcess)
        }
    }
}

extension Refusal {
    /// What the rules on cases do not allow.
    public static func `case`(_ reason: CaseRefusal) -> Refusal { Refusal(reason) }
    public static func unknownCase(_ id: CaseID) -> Refusal { .case(.unknown(id)) }
    public static func notNamedInCase(_ person: SubjectID, _ id: CaseID) -> Refusal {
        .case(.notNamed(person, id))
    }
}
