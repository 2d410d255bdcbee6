public import Law
public import Vocabulary

/// Why the rules on remedies do not allow what was asked, in order of precedence.
public enum AppealRefusal: Hashable, Sendable {
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
    case noExtension(route: String, stage: StageName)
    case extensionTooLate(AppealID, due: CalendarDate)
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
}

extension Refusal {
    public static func appeal(_ reason: AppealRefusal) -> Refusal { Refusal(reason) }
}
