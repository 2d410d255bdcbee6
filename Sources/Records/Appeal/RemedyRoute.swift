public import Law
import Vocabulary

extension Past {
    /// The route of remedy against a sanction: as asked, where that is open; nothing asked, the one that
    /// follows from who decided, and from the post that the person held when it was decided. Where the
    /// person was moved to since changes nothing. What follows is told, what is wrong is refused: the
    /// last day told would be that of another law.
    ///
    /// I14: of a day without rules nobody knows the routes, and what is asked stands.
    ///
    /// - Parameters:
    ///   - decided: The day of the decision that is objected to; nil: nobody can date it.
    ///   - day: That of service, or, where nothing was served, of filing.
    /// - Source: 监察法 Art. 56 (Art. 49 before); 公务员法 Art. 95; 国有企业管理人员处分条例 Art. 38, 39.
    func route(
        _ asked: String, against imposed: SanctionImposed, decidedOn decided: CalendarDate?,
        on day: CalendarDate
    ) throws(Refusal) -> String {
        let id = imposed.sanction
        guard let rules = law.bodies(on: day) else {
            if asked.isEmpty { throw .missing("route") }
            return asked
        }
        if !asked.isEmpty && rules.route(asked) == nil {
            throw .sanction(
                .unknownRoute(asked, rules.routes(against: nil, on: day).map(\.code)))
        }
        let open = RemedyRoutes(
            against: imposed, decidedOn: decided ?? day, askedOn: day, under: rules,
            of: subject(imposed.subject))
        if asked.isEmpty {
            guard imposed.authority != nil, let route = open.own else {
                throw .sanction(
                    .routeUnsaid(id, rules.routes(against: nil, on: day).map(\.code)))
            }
            return route.code
        }
        guard let authority = imposed.authority else { return asked }
        if open.isDeniedToWhoLeadsNothing(asked) {
            throw .sanction(.notLeading(id, imposed.subject, route: asked))
        }
        guard open.possible.contains(where: { $0.code == asked }) else {
            throw .sanction(
                .otherRoute(id, authority, route: asked, open.possible.map(\.code)))
        }
        return asked
    }
}

/// The route that follows where none was told yet, and the time to file on it.
public struct OpenRoute: Hashable, Sendable {
    public let route: Rulebook.Route
    /// Nil: no law fixes one.
    public let clock: ClockRule?
}

/// The routes that are open against one decision, by the organ that made it and by who the person was
/// then.
struct RemedyRoutes {
    /// Those that may be gone.
    let possible: [Rulebook.Route]
    /// The one that follows; nil: none does.
    let own: Rulebook.Route?
    /// The posts of the person tell a sort for which no law at hand has a route: the one that there is
    /// for others is assumed.
    let isAssumed: Bool
    /// Whether it was asked of the title of a post whether the person leads.
    let asksTitle: Bool
    /// The one that follows, with its time to file.
    let open: OpenRoute?
    private let leading: [Rulebook.Route]

    init(
        against imposed: SanctionImposed, decidedOn decided: CalendarDate,
        askedOn day: CalendarDate, under rules: Bodies, of person: SubjectFile?
    ) {
        let all = rules.routes(against: imposed.authority, on: day)
        let sorts = person?.personnel(on: decided, under: rules) ?? []
        let known = Set(sorts.compactMap { $0?.code })
        let named = all.filter(\.isForSomeServantsAlone)
        let ofSort = named.filter { !known.isDisjoint(with: $0.personnel) }
        leading = all.filter(\.isForLeadingMembers)
        // Where no post tells a sort, the title alone says what can be known.
        let mayLead = leading.filter { route in
            route.personnel.isEmpty || sorts.isEmpty || sorts.contains(nil)
                || !known.isDisjoint(with: route.personnel)
        }
        let leads = mayLead.isEmpty ? false : person?.leads(on: decided, rules)
        asksTitle = !mayLead.isEmpty && leads != nil
        let general = all.filter { !$0.isForLeadingMembers && $0.personnel.isEmpty }
        let common = ofSort.isEmpty ? general : ofSort
        possible = common + (leads == false ? [] : mayLead)
        own = (leads == true ? mayLead.first : nil) ?? common.first
        open = own.map { route in
            OpenRoute(
                route: route, clock: route.stages.first?.fileClock.flatMap(rules.clock))
        }
        let settled = Set(all.flatMap(\.personnel))
        isAssumed =
            own?.personnel.isEmpty == true && !known.isEmpty && !settled.isEmpty
            && known.isDisjoint(with: settled) && imposed.authority == .employer
    }

    func isDeniedToWhoLeadsNothing(_ route: String) -> Bool {
        leading.contains { $0.code == route } && !possible.contains { $0.code == route }
    }
}

extension SubjectFile {
    /// Whether the person led an organ on that day, as far as the names of the posts tell it; nil: no
    /// post is known, or the rules do not say which posts lead.
    fileprivate func leads(on day: CalendarDate, _ rules: Bodies) -> Bool? {
        guard let words = rules.text("leadingMemberPosts") else { return nil }
        let titles = posts(on: day, known: knowledge(), leavingDayCounts: true)
            .compactMap(\.post.post)
        if titles.isEmpty { return nil }
        return words.split(separator: "、").contains { word in
            titles.contains { $0.hasSuffix(word) }
        }
    }
}

extension Bodies {
    /// The routes that are open on a day against a decision of such an organ; all, where nobody said
    /// which.
    func routes(against authority: Authority?, on day: CalendarDate) -> [Rulebook.Route] {
        let routes = routes.filter { route in route.openFrom.map { $0 <= day } ?? true }
        guard let authority else { return routes }
        let said = routes.filter { $0.authority != nil }
        if !said.isEmpty { return said.filter { $0.authority?.rawValue == authority.rawValue } }
        // An edition of before that was said: its routes had these names.
        let names = authority == .supervision ? ["A"] : ["B", "C"]
        return routes.filter { names.contains($0.code) }
    }
}

extension AppealedSanction {
    /// The stage that is next on a route: the first, or the one after that which was used last.
    func stage(after filings: [Recorded<AppealFiled>], of route: Rulebook.Route) -> String {
        let used = filings.compactMap { filing in
            route.stages.firstIndex { $0.code == filing.fact.stage }
        }
        let next = used.max().map { min($0 + 1, route.stages.count - 1) } ?? 0
        return route.stages.indices.contains(next) ? route.stages[next].code : ""
    }
}
