/// How far an appeal has come: what stands of its file on a day, as known at a moment.
public struct AppealCourse: Hashable, Sendable {
    public let appeal: AppealID
    public let filing: Fact<AppealFiled>
    public let ruling: Fact<AdmissibilityRuled>?
    /// The panel formed last.
    public let panel: Fact<PanelFormed>?
    public let recusals: [Fact<PanelRecusalDeclared>]
    public let hearings: [Fact<AppealHeard>]
    public let extensions: [Fact<AppealExtended>]
    public let decision: Fact<AppealDecided>?
    public let service: Fact<AppealServed>?
    public let withdrawal: Fact<AppealWithdrawn>?

    /// Whether it is not examined.
    public var isInadmissible: Bool { ruling.map { !$0.payload.admitted } ?? false }
    /// Whether it was no use of the right: filed by somebody who may not, or ruled on as none. The
    /// right holder files all the same while time runs.
    public var leavesStageOpen: Bool {
        guard isInadmissible, let reason = ruling?.payload.reason else { return false }
        return reason.leavesStageOpen
    }
    /// Whether nothing more is decided in it.
    public var hasEnded: Bool { isInadmissible || decision != nil || withdrawal != nil }

    /// Who sits in the panel and was excluded since, or before it was formed.
    var excluded: SubjectID? {
        guard let members = panel?.payload.members else { return nil }
        return recusals.first { members.contains($0.payload.officer) }?.payload.officer
    }
}

extension AppealFile {
    /// Nil when by then no filing stood.
    public func course(by date: CalendarDate? = nil, knownAt moment: Instant? = nil)
        -> AppealCourse?
    {
        let filing = log.latest(AppealFiled.self, by: date, knownAt: moment)
        guard let filing else { return nil }
        return AppealCourse(
            appeal: appeal, filing: filing,
            ruling: log.latest(AdmissibilityRuled.self, by: date, knownAt: moment),
            panel: log.latest(PanelFormed.self, by: date, knownAt: moment),
            recusals: log.standing(PanelRecusalDeclared.self, by: date, knownAt: moment),
            hearings: log.standing(AppealHeard.self, by: date, knownAt: moment),
            extensions: log.standing(AppealExtended.self, by: date, knownAt: moment),
            decision: log.latest(AppealDecided.self, by: date, knownAt: moment),
            service: log.latest(AppealServed.self, by: date, knownAt: moment),
            withdrawal: log.latest(AppealWithdrawn.self, by: date, knownAt: moment))
    }
}

/// A sanction as an appeal meets it: what was imposed, what it has become, how the person was told.
struct AppealedSanction {
    let file: SanctionFile
    let imposed: Fact<SanctionImposed>
    let annulment: Fact<SanctionAnnulled>?
    let service: Fact<SanctionServed>?
    /// Every filing against it, in the order in which they were made.
    let filings: [Fact<AppealFiled>]

    init?(_ file: SanctionFile) {
        guard let imposed = file.log.latest(SanctionImposed.self) else { return nil }
        self.file = file
        self.imposed = imposed
        annulment = file.log.latest(SanctionAnnulled.self)
        service = file.log.latest(SanctionServed.self)
        filings = file.log.standing(AppealFiled.self)
    }
}

extension Past {
    /// An appeal that was filed, on a day not before.
    func filed(_ id: AppealID, on day: CalendarDate) throws(Refusal) -> AppealCourse {
        guard let course = appeal(id)?.course() else { throw .appeal(.unknown(id)) }
        if let filed = course.filing.on, day < filed {
            throw .appeal(.beforeFiling(id, filed: filed))
        }
        return course
    }

    /// An appeal in which something can still be done.
    func pending(_ id: AppealID, on day: CalendarDate) throws(Refusal) -> AppealCourse {
        let course = try filed(id, on: day)
        if let decision = course.decision {
            throw .appeal(.decidedAlready(id, on: decision.on ?? day))
        }
        if let withdrawal = course.withdrawal {
            throw .appeal(.withdrawn(id, on: withdrawal.on ?? day))
        }
        if let ruling = course.ruling, !ruling.payload.admitted {
            throw .appeal(.inadmissible(id, on: ruling.on ?? day))
        }
        return course
    }

    func appealed(_ id: SanctionID) throws(Refusal) -> AppealedSanction {
        guard let sanction = sanction(id).flatMap({ AppealedSanction($0) }) else {
            throw .appeal(.sanctionUnknown(id))
        }
        return sanction
    }

    func rules(inForceOn day: CalendarDate) throws(Refusal) -> Rulebook {
        guard let rules = law.rules(on: day) else { throw .law(.noRules(on: day)) }
        return rules
    }

    /// When the clock runs out; nil for a clock that no law fixes.
    ///
    /// By the rules of its first day; by those of the day it is asked on where they do not know it.
    func deadline(_ clock: String?, from start: CalendarDate, askedOn day: CalendarDate)
        throws(Refusal) -> Deadline?
    {
        guard let clock else { return nil }
        let isKnown = law.rules(on: start)?.clock(clock) != nil
        do throws(LawFault) {
            return try law.deadline(clock, from: start, on: isKnown ? start : day)
        } catch {
            throw .law(error)
        }
    }
}
