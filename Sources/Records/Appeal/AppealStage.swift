import Law
import Vocabulary

/// The stage of a route that an appeal asks for, and from where its time to file runs.
struct AppealStage {
    let route: Rulebook.Route
    let stage: Rulebook.Stage
    private let index: Int
    var isFirst: Bool { index == 0 }

    /// Where the time to file begins, by which clock, and after which appeal.
    struct Start {
        let day: CalendarDate
        let clock: String?
        let after: AppealID?
    }

    init(of filed: AppealFiled, in rules: Bodies) throws(Refusal) {
        guard let route = rules.route(filed.route) else {
            throw .appeal(.unknownRoute(filed.route, rules.routes.map(\.code)))
        }
        guard let index = route.stages.firstIndex(where: { $0.code == filed.stage }) else {
            throw .appeal(
                .unknownStage(
                    route: filed.route, stage: filed.stage, route.stages.map { StageName($0) }))
        }
        self.route = route
        self.stage = route.stages[index]
        self.index = index
    }

    /// The first stage runs from the service of the decision, every later one from that of the
    /// outcome before; where the law allows to leave the stage before out, from the service again.
    ///
    /// Who files before being served knew: the time runs from that day, so it is in time.
    func start(
        of filed: AppealFiled, against sanction: AppealedSanction, over past: some Past,
        on day: CalendarDate
    ) throws(Refusal) -> Start {
        let mine = sanction.filings.filter { $0.fact.route == route.code }
        try sanction.checkUnused(route.code, StageName(stage), over: past)
        let served = min(sanction.service?.on ?? day, day)
        guard index > 0 else {
            if let after = filed.after { throw .appeal(.notPrevious(after)) }
            return Start(day: served, clock: stage.fileClock, after: nil)
        }
        let before = route.stages[index - 1]
        let candidates = mine.filter { $0.fact.stage == before.code }
        if let after = filed.after,
            !candidates.contains(where: { $0.fact.appeal == after })
        {
            throw .appeal(.notPrevious(after))
        }
        // One that was withdrawn or not examined had no outcome to carry on.
        var previous: AppealCourse?
        for one in candidates where filed.after.map({ $0 == one.fact.appeal }) ?? true {
            guard let course = past.appeal(one.fact.appeal)?.course() else { continue }
            if course.decision == nil && course.hasEnded { continue }
            previous = course
        }
        guard let previous else {
            guard let direct = stage.directClock else {
                throw .appeal(.stageTooEarly(stage: StageName(stage), needs: StageName(before)))
            }
            return Start(day: served, clock: direct, after: nil)
        }
        guard let decided = previous.decision else {
            throw .appeal(.previousPending(previous.appeal))
        }
        if let on = decided.on, day < on {
            throw .appeal(.previousPending(previous.appeal))
        }
        if decided.fact.outcome == .remitted {
            throw .appeal(.remitted(previous.appeal, on: decided.on ?? day))
        }
        return Start(
            day: min(previous.service?.on ?? day, day), clock: stage.fileClock,
            after: previous.appeal)
    }
}

extension AppealedSanction {
    /// The route is the one told at service, unless the rulebook has a setting that lets it differ.
    func checkTold(route: String, under rules: Bodies?) throws(Refusal) {
        if let rules, rules.route(route) == nil { return }  // It is refused as unknown.
        if let told = service?.fact.route, told != route,
            rules?.flag("appealRouteMayDiffer") != true
        {
            throw .appeal(.routeNotTold(told: told, asked: route))
        }
    }

    /// A stage is filed once; the filing of somebody else does not use up the right, nor does one that
    /// was taken back.
    func checkUnused(_ route: String, _ stage: StageName, over past: some Past) throws(Refusal) {
        for one in filings where one.fact.route == route && one.fact.stage == stage.code {
            let course = past.appeal(one.fact.appeal)?.course()
            if course?.leavesStageOpen == true { continue }
            // Nobody is sent on to what is over.
            if let decision = course?.decision {
                throw .appeal(
                    .stageDecided(stage: stage, first: one.fact.appeal, on: decision.on))
            }
            if course?.isInadmissible == true {
                throw .appeal(
                    .stageRuledOut(stage: stage, first: one.fact.appeal, on: course?.ruling?.on))
            }
            throw .appeal(.alreadyFiled(stage: stage, first: one.fact.appeal))
        }
    }

    /// What it carries on was filed on the same route.
    func checkFiled(_ after: AppealID?, _ route: String) throws(Refusal) {
        guard let after else { return }
        if !filings.contains(where: { $0.fact.appeal == after && $0.fact.route == route }) {
            throw .appeal(.notPrevious(after))
        }
    }
}
