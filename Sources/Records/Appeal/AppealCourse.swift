public import Law
public import Vocabulary

/// How far an appeal has come: what stands of its file on a day, as known at a moment.
public struct AppealCourse: Hashable, Sendable {
    public let appeal: AppealID
    public let filing: Recorded<AppealFiled>
    public let ruling: Recorded<AdmissibilityRuled>?
    /// The panel formed last.
    public let panel: Recorded<PanelFormed>?
    public let recusals: [Recorded<PanelRecusalDeclared>]
    public let hearings: [Recorded<AppealHeard>]
    public let extensions: [Recorded<AppealExtended>]
    public let decision: Recorded<AppealDecided>?
    public let service: Recorded<AppealServed>?
    public let withdrawal: Recorded<AppealWithdrawn>?

    /// Whether it is not examined.
    public var isInadmissible: Bool { ruling.map { !$0.fact.admitted } ?? false }
    /// Whether it was no use of the right: taken back, filed by somebody who may not, or ruled on as
    /// none. The right holder files all the same while time runs; it runs as it ran.
    ///
    /// - Source: 监察法 Art. 56 (Art. 49 before); 公务员法 Art. 95: so long one may ask, and no law takes
    ///   the right away with what was asked and taken back.
    public var leavesStageOpen: Bool {
        if withdrawal != nil { return true }
        guard isInadmissible, let reason = ruling?.fact.reason else { return false }
        return reason.leavesStageOpen
    }
    /// Whether nothing more is decided in it.
    public var hasEnded: Bool { isInadmissible || decision != nil || withdrawal != nil }

    /// Who sits in the panel and was excluded since, or before it was formed.
    var excluded: SubjectID? {
        guard let members = panel?.fact.members else { return nil }
        return recusals.first { recusal in
            members.contains { Officer($0) == Officer(recusal.fact.officer) }
        }?.fact.officer
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
            appeal: id, filing: filing,
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

extension AppealCourse {
    /// Something can still be done in it.
    func checkPending(on day: CalendarDate) throws(Refusal) {
        if let decision { throw .appeal(.decidedAlready(appeal, on: decision.on ?? day)) }
        if let withdrawal { throw .appeal(.withdrawn(appeal, on: withdrawal.on ?? day)) }
        if isInadmissible { throw .appeal(.inadmissible(appeal, on: ruling?.on ?? day)) }
    }
}

/// A sanction as an appeal meets it: what was imposed, what it has become, how the person was told.
struct AppealedSanction {
    let file: SanctionFile
    let imposed: Recorded<SanctionImposed>
    let annulment: Recorded<SanctionAnnulled>?
    let service: Recorded<SanctionServed>?
    /// The decision that is objected to.
    let decision: SanctionDecision
    /// Every filing against that decision, in the order in which they were made.
    let filings: [Recorded<AppealFiled>]

    init?(_ file: SanctionFile, by day: CalendarDate?, under law: Law) {
        guard let imposed = file.log.latest(SanctionImposed.self),
            let span = file.decision(by: day, under: law)
        else { return nil }
        self.file = file
        self.imposed = imposed
        decision = span.decision
        annulment = file.log.latest(SanctionAnnulled.self)
        service = file.log.standing(SanctionServed.self).last(where: span.holds)
        filings = file.log.standing(AppealFiled.self).filter(span.holds)
    }
}

extension Past {
    /// An appeal that was filed, and the day of what happens in it, which is not before.
    func course(
        of id: AppealID, _ circumstances: Circumstances
    ) throws(Refusal) -> (CalendarDate, AppealCourse) {
        let on = try circumstances.day()
        guard let course = appeal(id)?.course() else { throw .appeal(.unknown(id)) }
        if let filed = course.filing.on, on < filed {
            throw .appeal(.beforeFiling(id, filed: filed))
        }
        return (on, course)
    }

    /// The sanction as it was decided last by that day.
    func appealed(
        _ id: SanctionID, by day: CalendarDate? = nil
    ) throws(Refusal) -> AppealedSanction {
        guard let sanction = sanction(id).flatMap({ AppealedSanction($0, by: day, under: law) })
        else {
            throw .appeal(.sanctionUnknown(id))
        }
        return sanction
    }

    /// When the clock runs out; see ``Law/limit(_:from:askedOn:)``.
    func limit(_ clock: String?, from start: CalendarDate, askedOn day: CalendarDate) -> TimeLimit {
        law.limit(clock, from: start, askedOn: day)
    }
}

extension Law {
    /// When a clock runs out.
    ///
    /// By the rules of its first day; by those of the day it is asked on where they do not know it.
    /// Of a clock that started before any rules nobody can say.
    func limit(_ clock: String?, from start: CalendarDate, askedOn day: CalendarDate) -> TimeLimit {
        guard let clock else { return .none }
        do throws(LawFault) {
            let isKnown = try inForce(on: start).clock(clock) != nil
            return .until(try deadline(clock, from: start, on: isKnown ? start : day))
        } catch {
            return .unknown(error)
        }
    }
}

/// When a time of law runs out (期限).
///
/// I14: what happened within it is recorded, whether or not its end can be computed.
enum TimeLimit {
    /// No law fixes one.
    case none
    case until(Deadline)
    /// The law gives no answer: no rules of the day, or no calendar yet.
    case unknown(LawFault)

    var due: CalendarDate? {
        if case .until(let deadline) = self { deadline.due } else { nil }
    }

    /// Why nobody can say when.
    var fault: LawFault? {
        if case .unknown(let fault) = self { fault } else { nil }
    }

    /// Whether what is done on the day is late; nil where nobody can say.
    func isLate(on day: CalendarDate) -> Bool? {
        switch self {
        case .none: false
        case .until(let deadline): !deadline.allows(day)
        case .unknown: nil
        }
    }

    /// The deadline, where something cannot be decided without it; nil where no law fixes one.
    func deadline() throws(Refusal) -> Deadline? {
        switch self {
        case .none: return nil
        case .until(let deadline): return deadline
        case .unknown(let fault): throw .law(fault)
        }
    }
}

extension Law {
    /// Every body in force on a day, where something is decided by them alone.
    func rules(inForceOn day: CalendarDate) throws(Refusal) -> Bodies {
        do throws(LawFault) {
            return try inForce(on: day)
        } catch {
            throw .law(error)
        }
    }
}
