import Law
import Vocabulary

extension Past {
    /// The route of remedy against a sanction: as asked, where that is open; nothing asked, the one that
    /// follows from who decided and from the post of the person. What follows is told, what is wrong is
    /// refused: the last day told would be that of another law.
    ///
    /// I14: of a day without rules nobody knows the routes, and what is asked stands.
    ///
    /// - Source: 监察法 Art. 56 (Art. 49 before); 公务员法 Art. 95.
    func route(
        _ asked: String, against imposed: SanctionImposed, on day: CalendarDate
    ) throws(Refusal) -> String {
        let id = imposed.sanction
        guard let rules = law.bodies(on: day) else {
            if asked.isEmpty { throw .missing("route") }
            return asked
        }
        if !asked.isEmpty && rules.route(asked) == nil {
            throw .sanction(.unknownRoute(asked, rules.routes.map(\.code)))
        }
        let open = rules.routes(against: imposed.authority)
        let leads = leads(imposed.subject, on: day, rules)
        if asked.isEmpty {
            guard imposed.authority != nil else {
                throw .sanction(.routeUnsaid(id, rules.routes.map(\.code)))
            }
            let own = open.first { $0.isForLeadingMembers && leads == true }
            guard let route = own ?? open.first(where: { !$0.isForLeadingMembers }) else {
                throw .sanction(.routeUnsaid(id, rules.routes.map(\.code)))
            }
            return route.code
        }
        guard let route = open.first(where: { $0.code == asked }) else {
            guard let authority = imposed.authority else { return asked }
            throw .sanction(.otherRoute(id, authority, route: asked, open.map(\.code)))
        }
        if route.isForLeadingMembers && leads == false {
            throw .sanction(.notLeading(id, imposed.subject, route: asked))
        }
        return asked
    }

    /// Whether the person led an organ then, as far as the name of the post tells it; nil: no post is
    /// known, or the rules do not say which posts lead.
    private func leads(_ person: SubjectID, on day: CalendarDate, _ rules: Bodies) -> Bool? {
        guard let words = rules.text("leadingMemberPosts"),
            let post = subject(person)?.post(on: day)?.post.post
        else { return nil }
        return words.split(separator: "、").contains { post.hasSuffix($0) }
    }
}

extension Bodies {
    /// The routes that are open against a decision of such an organ; all, where nobody said which.
    func routes(against authority: Authority?) -> [Rulebook.Route] {
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
