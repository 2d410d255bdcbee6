public import Law
public import Vocabulary

/// Why the rules on remedies do not allow what was asked, in order of precedence.
public enum AppealRefusal: RefusalReason {
    /// Nothing is recorded under the identifier.
    case unknown(AppealID)
    /// No such sanction was imposed.
    case sanctionUnknown(SanctionID)
    /// The number belongs to another appeal.
    case numberTaken(AppealID)
    /// Before there was anything to object to.
    case beforeSanction(SanctionID, imposed: CalendarDate)
    /// It is annulled already.
    case nothingToAppeal(SanctionID, annulled: CalendarDate)
    case unknownRoute(String, [String])
    /// Another route than the person was told.
    case routeNotTold(told: String, asked: String)
    case unknownStage(route: String, stage: String, [StageName])
    case alreadyFiled(stage: StageName, first: AppealID)
    /// Filed, and decided.
    case stageDecided(stage: StageName, first: AppealID, on: CalendarDate?)
    /// Filed, and ruled out for good.
    case stageRuledOut(stage: StageName, first: AppealID, on: CalendarDate?)
    /// The appeal it is to carry on is not one of the stage before on this sanction.
    case notPrevious(AppealID)
    /// The stage before has no outcome, and cannot be left out.
    case stageTooEarly(stage: StageName, needs: StageName)
    case previousPending(AppealID)
    /// The stage before gave it back to the organ, which decides anew.
    case remitted(AppealID, on: CalendarDate)
    case beforeFiling(AppealID, filed: CalendarDate)
    case decidedAlready(AppealID, on: CalendarDate)
    case withdrawn(AppealID, on: CalendarDate)
    case inadmissible(AppealID, on: CalendarDate)
    case ruledAlready(AppealID, on: CalendarDate)
    /// Ruled out of time though the clock says otherwise.
    case inTime(AppealID, due: CalendarDate?)
    case memberTwice(SubjectID)
    case panelEven(Int)
    case panelTooSmall(Int, minimum: Int)
    case memberRecused(SubjectID)
    case memberTookPart(SubjectID, CaseID)
    case memberDecidedBefore(SubjectID, AppealID)
    case panelFormedAlready(AppealID, on: CalendarDate)
    case extendedAlready(AppealID, until: CalendarDate)
    case noExtension(route: String, stage: StageName, source: String)
    case extensionTooLate(AppealID, due: CalendarDate)
    /// Extended before it was accepted, from when its time would run.
    case notAccepted(AppealID)
    case noPanel(AppealID)
    case panelIncomplete(AppealID, SubjectID)
    /// A measure with an outcome that leaves the measure as it is.
    case measureNotVaried(AppealOutcome)
    case measureUnknown(Measure, on: CalendarDate, [String])
    case otherFamily(appealed: MeasureName, proposed: MeasureName)
    case heavier(appealed: MeasureName, proposed: MeasureName)
    /// Varied to what it is.
    case unchanged(MeasureName)
    /// What it would annul or vary is annulled.
    case nothingLeft(SanctionID, annulled: CalendarDate)
    case notDecided(AppealID)
    case servedBeforeDecision(AppealID, decided: CalendarDate)
    case servedAlready(AppealID, on: CalendarDate)

    private static let panelRule = "公务员申诉规定#5"
    private static let recusalRule = "政务处分法#47"
    private static let noAggravation = "政务处分法#56"

    public var message: Message {
        switch self {
        case .unknown(let id): .refusal("unknownAppeal", Basis.remedies, ["appeal": id])
        case .sanctionUnknown(let id):
            .refusal("appealedSanctionUnknown", Basis.remedies, ["sanction": id])
        case .numberTaken(let id): .refusal("appealNumberTaken", Basis.remedies, ["appeal": id])
        case .beforeSanction(let id, let imposed):
            .refusal("appealBeforeSanction", Basis.remedies, ["sanction": id, "imposed": imposed])
        case .nothingToAppeal(let id, let annulled):
            .refusal("nothingToAppeal", Basis.annulment, ["sanction": id, "annulled": annulled])
        case .unknownRoute(let route, let known):
            .refusal("unknownRoute", Basis.remedies, ["route": route, "known": known])
        case .routeNotTold(let told, let asked):
            .refusal("routeNotTold", Basis.remedies, ["told": told, "asked": asked])
        case .unknownStage(let route, let stage, let known):
            .refusal(
                "unknownStage", Basis.remedies,
                ["route": route, "stage": stage, "known": known.map(\.coded)])
        case .alreadyFiled(let stage, let first):
            .refusal("alreadyFiled", Basis.remedies, ["stage": stage, "first": first])
        case .stageDecided(let stage, let first, let on):
            .refusal("stageDecided", Basis.remedies, ["stage": stage, "first": first, "on": on])
        case .stageRuledOut(let stage, let first, let on):
            .refusal("stageRuledOut", Basis.remedies, ["stage": stage, "first": first, "on": on])
        case .notPrevious(let id): .refusal("notPrevious", Basis.remedies, ["appeal": id])
        case .stageTooEarly(let stage, let needs):
            .refusal(
                "stageTooEarly", Basis.remedies,
                ["stage": stage, "needs": needs, "code": needs.code])
        case .previousPending(let id): .refusal("previousPending", Basis.remedies, ["appeal": id])
        case .remitted(let id, let on): .refusal("remitted", "政务处分法#57", ["appeal": id, "on": on])
        case .beforeFiling(let id, let filed):
            .refusal("beforeFiling", Basis.remedies, ["appeal": id, "filed": filed])
        case .decidedAlready(let id, let on):
            .refusal("appealDecidedAlready", Basis.remedies, ["appeal": id, "on": on])
        case .withdrawn(let id, let on):
            .refusal("appealWithdrawn", Basis.remedies, ["appeal": id, "on": on])
        case .inadmissible(let id, let on):
            .refusal("appealInadmissible", Basis.remedies, ["appeal": id, "on": on])
        case .ruledAlready(let id, let on):
            .refusal("ruledAlready", Basis.remedies, ["appeal": id, "on": on])
        case .inTime(let id, let due?):
            .refusal("appealInTime", Basis.remedies, ["appeal": id, "due": due])
        case .inTime(let id, nil):
            .refusal("appealInTime", Basis.remedies, ["appeal": id], variant: "unclocked")
        case .extendedAlready(let id, let until):
            .refusal("extendedAlready", "公务员法#96", ["appeal": id, "until": until])
        case .noExtension(let route, let stage, let source):
            .refusal("noExtension", source, ["route": route, "stage": stage])
        case .extensionTooLate(let id, let due):
            .refusal("extensionTooLate", "公务员法#96", ["appeal": id, "due": due])
        case .notAccepted(let id): .refusal("appealNotAccepted", "公务员法#96", ["appeal": id])
        case .notDecided(let id): .refusal("appealNotDecided", Basis.remedies, ["appeal": id])
        case .servedBeforeDecision(let id, let decided):
            .refusal("servedBeforeDecision", Basis.remedies, ["appeal": id, "decided": decided])
        case .servedAlready(let id, let on):
            .refusal("appealServedAlready", Basis.remedies, ["appeal": id, "on": on])
        case .memberTwice(let person): .refusal("memberTwice", Self.panelRule, ["person": person])
        case .panelEven(let count): .refusal("panelEven", Self.panelRule, ["count": count])
        case .panelTooSmall(let count, let minimum):
            .refusal("panelTooSmall", Self.panelRule, ["minimum": minimum, "count": count])
        case .memberRecused(let person):
            .refusal("memberRecused", Self.recusalRule, ["person": person])
        case .memberTookPart(let person, let file):
            .refusal("memberTookPart", Self.recusalRule, ["person": person, "file": file])
        case .memberDecidedBefore(let person, let id):
            .refusal("memberDecidedBefore", Self.recusalRule, ["person": person, "appeal": id])
        case .panelFormedAlready(let id, let on):
            .refusal("panelFormedAlready", Self.panelRule, ["appeal": id, "on": on])
        case .noPanel(let id): .refusal("noPanel", Self.panelRule, ["appeal": id])
        case .panelIncomplete(let id, let person):
            .refusal("panelIncomplete", Self.panelRule, ["appeal": id, "person": person])
        case .measureNotVaried(let outcome):
            .refusal(
                "measureNotVaried", "政务处分法#57、#58",
                ["outcome": Named.said("appealOutcome", outcome)])
        case .measureUnknown(let measure, let on, let known):
            .refusal(
                "measureUnknown", Basis.measures,
                ["on": on, "measure": measure.rawValue, "known": known])
        case .otherFamily(let appealed, let proposed):
            .refusal(
                "otherFamily", Self.noAggravation, ["appealed": appealed, "proposed": proposed],
                variant: "appealed")
        case .heavier(let appealed, let proposed):
            .refusal("heavier", Self.noAggravation, ["appealed": appealed, "proposed": proposed])
        case .unchanged(let name): .refusal("unchanged", Self.noAggravation, ["measure": name])
        case .nothingLeft(let id, let annulled):
            .refusal("nothingLeft", Basis.annulment, ["sanction": id, "annulled": annulled])
        }
    }
}

extension Refusal {
    public static func appeal(_ reason: AppealRefusal) -> Refusal { Refusal(reason) }
}
