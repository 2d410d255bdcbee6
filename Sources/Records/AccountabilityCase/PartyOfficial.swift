public import Law

extension Law {
    /// The rules of a day; before any of them the latest: who is asked to answer today is asked by them.
    func scope(on day: CalendarDate?) -> Bodies? {
        day.flatMap(bodies(on:)) ?? periods.last?.bodies
    }
}

extension RoleSnapshot {
    /// Whether the person was an official of a Party organ then, and held no post in the administration
    /// beside, as far as the names of post and unit tell it (党的机关人员): for its own rules on
    /// accountability, flagged and not dropped.
    ///
    /// - Source: 追责制度 Art. 2.
    public func isOfParty(under rules: Bodies?) -> Bool {
        guard let posts = rules?.words("partyPosts"), let organs = rules?.words("partyOrgans")
        else { return false }
        let offices = (post ?? "").split { "、，,；;/ ".contains($0) }
        func isOfParty(_ office: Substring) -> Bool {
            posts.contains { office.hasSuffix($0) } || organs.contains { office.contains($0) }
        }
        if !offices.isEmpty, offices.allSatisfy(isOfParty) { return true }
        // 县委常委、副县长: in the administration, too.
        if offices.contains(where: isOfParty) { return false }
        return unitTitle.map { title in organs.contains { title.contains($0) } } ?? false
    }
}

extension Bodies {
    /// The words that a setting lists; nil where no body has it.
    fileprivate func words(_ setting: String) -> [Substring]? {
        text(setting)?.split(separator: "、")
    }
}
