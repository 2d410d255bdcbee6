public import Law
public import Vocabulary

/// Why the rules on sanctions do not allow what was asked, in order of precedence.
public enum SanctionRefusal: RefusalReason {
    /// The number belongs to another sanction.
    case numberTaken(SanctionID)
    /// No such sanction was imposed on this person in this case.
    case notImposedHere(SanctionID)
    /// Annulled already, by another body or on another ground.
    case alreadyAnnulled(SanctionID)
    /// No such sanction was imposed.
    case unknown(SanctionID)
    /// A period in days and in months at once.
    case daysAndMonths
    /// The rules in force know no such measure.
    case measureUnknown(Measure, on: CalendarDate, [String])
    /// The law counts its period in months, or gives it none.
    case periodInDays(MeasureName)
    /// Another period than the law's, and nothing is combined.
    case notStatutoryMonths(MeasureName, given: Int)
    /// A measure without a period cannot be combined.
    case notCombinable(MeasureName)
    /// It takes up a sanction that is not this person's, or not of this kind.
    case notIdentical(SanctionID, MeasureName)
    /// It takes up a sanction that does not run on the day.
    case notRunning(SanctionID, on: CalendarDate)
    /// Combined, the period lies between one period and what remains of all together.
    case combinedMonths(given: Int, lowest: Int, highest: Int)
    /// One of the same kind runs already, and is not taken up. 政务处分法 Art. 15.
    case notCombined(SanctionID, MeasureName, on: CalendarDate)
    /// Two sanctions for one act. 政务处分法 Art. 16.
    case sanctionedTwice(by: SanctionID)
    /// Nothing was found, and no document is named. 政务处分法 Art. 44.
    case noFinding(SubjectID, CaseID)
    /// Dated before the finding that it rests on. 政务处分法 Art. 44.
    case beforeFinding(SubjectID, CaseID, found: CalendarDate)
    /// Dated before the one for the same act was sent back. 政务处分法 Art. 57.
    case beforeRemittal(SanctionID, remitted: CalendarDate?)
    /// Corrected to a day after something that happened to it.
    case imposedLater(SanctionID, than: CalendarDate)
    /// Heavier than before the person's own appeal. 政务处分法 Art. 56; 公务员法 Art. 96.
    case heavierAfterAppeal(
        AppealID, by: Authority?, before: MeasureName, proposed: MeasureName)
    /// Such persons cannot receive it. 政务处分法 Art. 22, 23.
    case notForPersonnel(MeasureName, PersonnelName, [MeasureName], source: String)
    /// Who was elected or appointed by a congress is relieved first. 政务处分法 Art. 50.
    case relieveFirst(SubjectID, MeasureName, source: String)
    /// The organ's own correction, after the person's appeal. 政务处分法 Art. 56.
    case contested(SanctionID, AppealID, by: Authority?)
    /// Corrected to what it is already.
    case unchanged(MeasureName)
    /// Heavier than what the person was told before the defence. 政务处分法 Art. 43.
    case heavierThanAnnounced(announced: MeasureName, proposed: MeasureName)
    /// Dated before the sanction was imposed.
    case beforeImposition(SanctionID, imposed: CalendarDate)
    /// The rules in force know no such route.
    case unknownRoute(String, [String])
    /// The route of another kind of organ: the deadline told would be wrong. 政务处分法 Art. 55; 公务员法
    /// Art. 95.
    case otherRoute(SanctionID, Authority, route: String, [String])
    /// The route is left out, and who decided is not recorded, from which it would follow.
    case routeUnsaid(SanctionID, [String])
    /// The route of leading members, for somebody whose post leads no organ. 公务员法 Art. 111.
    case notLeading(SanctionID, SubjectID, route: String)
    /// For the Party's discipline the law of the state has no remedy. 中国共产党纪律处分条例.
    case partyRemedy(SanctionID)
    /// Served already.
    case servedAlready(SanctionID, on: CalendarDate)
    /// Lighter than what follows from a judgment. 政务处分法 Art. 14.
    case belowCriminalFloor(
        MeasureName, least: MeasureName, approved: MeasureName?, judgment: String, source: String)
    /// The organ ratified it already. 政务处分法 Art. 44.
    case ratifiedAlready(SanctionID, by: UnitID, on: CalendarDate)
    /// Another family of consequence.
    case otherFamily(now: MeasureName, proposed: MeasureName)
    /// Varied to something that is not lighter.
    case notLighter(now: MeasureName, proposed: MeasureName)
    /// Varied to something that would last longer.
    case endsLater(now: CalendarDate, proposed: CalendarDate)
    /// Nothing was annulled.
    case notAnnulled(SanctionID)
    /// Restored in another range than the sanction had been announced in.
    case otherRange(SanctionID, announced: AnnouncementRange)
    case restoredAlready(SanctionID, on: CalendarDate)
    /// Neither annulled nor varied.
    case nothingToCompensate(SanctionID)

    public var message: Message {
        switch self {
        case .numberTaken(let id):
            .refusal("sanctionNumberTaken", Basis.sanctions, ["sanction": id])
        case .notImposedHere(let id): .refusal("sanctionUnknown", Basis.remedies, ["sanction": id])
        case .alreadyAnnulled(let id):
            .refusal("alreadyAnnulled", Basis.annulment, ["sanction": id])
        case .daysAndMonths: .refusal("daysAndMonths", Basis.periods)
        case .measureUnknown(let measure, let on, let known):
            .refusal(
                "measureUnknown", measure.family == .sanction ? Basis.sanctions : Basis.measures,
                ["on": on, "measure": measure.rawValue, "known": known])
        case .periodInDays(let name): .refusal("periodInDays", Basis.periods, ["measure": name])
        case .notStatutoryMonths(let name, let given):
            .refusal("notStatutoryMonths", Basis.periods, ["measure": name, "given": given])
        case .notCombinable(let name): .refusal("notCombinable", "政务处分法#15", ["measure": name])
        case .notIdentical(let id, let name):
            .refusal("notIdentical", "政务处分法#15", ["sanction": id, "measure": name])
        case .notRunning(let id, let day):
            .refusal("notRunning", "政务处分法#15", ["sanction": id, "day": day])
        case .combinedMonths(let given, let lowest, let highest):
            .refusal(
                "combinedMonths", "政务处分法#15",
                ["lowest": lowest, "highest": highest, "given": given])
        case .notCombined(let id, let name, let day):
            .refusal("notCombined", "政务处分法#15", ["day": day, "measure": name, "sanction": id])
        case .sanctionedTwice(let other): .refusal("sanctionedTwice", "政务处分法#16", ["other": other])
        case .noFinding(let person, let id):
            .refusal("noFinding", "政务处分法#44", ["person": person, "case": id])
        case .beforeFinding(let person, let id, let found):
            .refusal(
                "sanctionBeforeFinding", "政务处分法#44",
                ["person": person, "case": id, "found": found])
        case .beforeRemittal(let id, let remitted):
            .refusal("beforeRemittal", "政务处分法#57", ["sanction": id, "remitted": remitted])
        case .imposedLater(let id, let than):
            .refusal("imposedLater", "政务处分法#45", ["sanction": id, "than": than])
        case .heavierAfterAppeal(let appeal, let authority, let before, let proposed):
            .refusal(
                "heavierAfterAppeal", authority.noAggravation,
                ["appeal": appeal, "before": before, "proposed": proposed])
        case .notForPersonnel(let measure, let sort, let allowed, let source):
            .refusal(
                "notForPersonnel", source, ["measure": measure, "sort": sort, "allowed": allowed])
        case .relieveFirst(let person, let measure, let source):
            .refusal("relieveFirst", source, ["person": person, "measure": measure])
        case .contested(let id, let appeal, let authority):
            .refusal("contested", authority.noAggravation, ["sanction": id, "appeal": appeal])
        case .unchanged(let name): .refusal("sanctionUnchanged", "政务处分法#55", ["measure": name])
        case .heavierThanAnnounced(let announced, let proposed):
            .refusal(
                "heavierThanAnnounced", "政务处分法#43", ["announced": announced, "proposed": proposed])
        case .unknown(let id): .refusal("unknownMeasure", Basis.remedies, ["sanction": id])
        case .beforeImposition(let id, let imposed):
            .refusal("beforeImposition", "政务处分法#45", ["sanction": id, "imposed": imposed])
        case .unknownRoute(let route, let known):
            .refusal("unknownRoute", Basis.remedies, ["route": route, "known": known])
        case .otherRoute(let id, let authority, let route, let routes):
            .refusal(
                "otherRoute", authority == .supervision ? "政务处分法#55" : "公务员法#95",
                [
                    "sanction": id, "authority": Named.said("authority", authority),
                    "route": route, "routes": routes,
                ])
        case .routeUnsaid(let id, let routes):
            .refusal("routeUnsaid", Basis.remedies, ["sanction": id, "routes": routes])
        case .notLeading(let id, let person, let route):
            .refusal(
                "notLeading", "公务员法#111", ["sanction": id, "person": person, "route": route])
        case .partyRemedy(let id):
            .refusal("partyRemedy", "中国共产党纪律处分条例#8", ["sanction": id])
        case .servedAlready(let id, let on):
            .refusal("servedAlready", "政务处分法#46", ["sanction": id, "on": on])
        case .belowCriminalFloor(let proposed, let least, let approved?, let judgment, let source):
            .refusal(
                "belowCriminalFloorUnapproved", source,
                [
                    "approved": approved, "judgment": judgment, "least": least,
                    "proposed": proposed,
                ])
        case .belowCriminalFloor(let proposed, let least, nil, let judgment, let source):
            .refusal(
                "belowCriminalFloor", source,
                ["judgment": judgment, "least": least, "proposed": proposed])
        case .ratifiedAlready(let id, let organ, let on):
            .refusal(
                "sanctionRatifiedAlready", "政务处分法#44",
                ["sanction": id, "organ": organ, "on": on])
        case .otherFamily(let now, let proposed):
            .refusal("otherFamily", "政务处分法#58", ["now": now, "proposed": proposed])
        case .notLighter(let now, let proposed):
            .refusal("notLighter", "政务处分法#55、#56", ["now": now, "proposed": proposed])
        case .endsLater(let now, let proposed):
            .refusal("endsLater", "政务处分法#56", ["now": now, "proposed": proposed])
        case .notAnnulled(let id): .refusal("notAnnulled", "政务处分法#60", ["sanction": id])
        case .otherRange(let id, let announced):
            .refusal(
                "otherRange", "政务处分法#60",
                ["sanction": id, "announced": Named.said("announcementRange", announced)])
        case .restoredAlready(let id, let on):
            .refusal("restoredAlready", "政务处分法#60", ["sanction": id, "on": on])
        case .nothingToCompensate(let id):
            .refusal("nothingToCompensate", "政务处分法#60", ["sanction": id])
        }
    }
}

extension Authority? {
    /// What forbids to make it heavier after an appeal: the procedure of an employer is not that of a
    /// supervision organ (政务处分法 Art. 2).
    fileprivate var noAggravation: String { self == .employer ? "公务员法#96" : "政务处分法#56" }
}

extension Refusal {
    /// What the rules on sanctions do not allow.
    public static func sanction(_ reason: SanctionRefusal) -> Refusal { Refusal(reason) }
    public static func sanctionNumberTaken(_ id: SanctionID) -> Refusal {
        .sanction(.numberTaken(id))
    }
    public static func sanctionUnknown(_ id: SanctionID) -> Refusal {
        .sanction(.notImposedHere(id))
    }
    public static func alreadyAnnulled(_ id: SanctionID) -> Refusal {
        .sanction(.alreadyAnnulled(id))
    }
}
