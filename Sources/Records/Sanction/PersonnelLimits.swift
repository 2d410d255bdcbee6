public import Law
internal import Vocabulary

extension SubjectFile {
    /// What the person, by the posts held, cannot receive, or only once relieved of a post, whether it is
    /// imposed or what a sanction becomes.
    ///
    /// - Source: 政务处分法 Art. 22, 23, 50.
    func flaws(
        of measure: Measure, on day: CalendarDate?, knownAt moment: Instant? = nil, under law: Law
    ) -> [OtherSanctions.Flaw] {
        guard let day, let rules = law.bodies(on: day) else { return [] }
        let name = MeasureName(measure, nil, in: rules)
        let sorts = personnel(on: day, knownAt: moment, under: rules)
        var flaws: [OtherSanctions.Flaw] = []
        if !sorts.isEmpty,
            sorts.allSatisfy({ $0.map { !$0.measures.contains(measure.rawValue) } ?? false }),
            let sort = sorts.compactMap(\.self).first
        {
            flaws.append(
                OtherSanctions.Flaw(
                    mark: .measureNotForPersonnel,
                    refusal: .sanction(
                        .notForPersonnel(
                            name, PersonnelName(sort),
                            sort.measures.map {
                                Measure(rawValue: $0).map { MeasureName($0, nil, in: rules) }
                            }.compactMap(\.self), source: sort.source))))
        }
        guard measure == .removal || measure == .dismissal else { return flaws }
        if let sort = sorts.compactMap(\.self).first(where: \.isRelievedFirst) {
            flaws.append(
                OtherSanctions.Flaw(
                    mark: .notRelievedFirst,
                    refusal: .sanction(.relieveFirst(subject, name, source: sort.source))))
        } else if let source = assumedElected(on: day, knownAt: moment, under: rules) {
            flaws.append(
                OtherSanctions.Flaw(
                    mark: .possiblyNotRelievedFirst,
                    refusal: .sanction(.relieveFirst(subject, name, source: source)),
                    isForbidden: false))
        }
        return flaws
    }

    /// The rule on who is elected or appointed by a congress, where nobody says the sort of the person
    /// and a post held is one by its title; nil where none is. A setting says by which titles.
    private func assumedElected(
        on day: CalendarDate, knownAt moment: Instant?, under rules: Bodies
    ) -> String? {
        guard let setting = rules.setting("congressElectedPosts"), let words = setting.value.text
        else { return nil }
        let endings = words.split(separator: "、")
        let isElected = posts(on: day, known: knowledge(at: moment), leavingDayCounts: true)
            .contains { held in
                if said(of: held) != nil { return false }
                let title = (held.post.unitTitle ?? "") + (held.post.post ?? "")
                return title.split(whereSeparator: { "、，,兼".contains($0) }).contains { part in
                    endings.contains { part.hasSuffix($0) }
                }
            }
        return isElected ? setting.source : nil
    }
}

extension SubjectFile {
    /// Whether every post held that day says a sort of public servant of whom the rules know nothing:
    /// what they say of others does not bind them.
    func isUncovered(
        on day: CalendarDate, knownAt moment: Instant? = nil, under rules: Bodies
    ) -> Bool {
        let held = posts(on: day, known: knowledge(at: moment), leavingDayCounts: true)
        return !rules.personnel.isEmpty && !held.isEmpty
            && held.allSatisfy { post in
                said(of: post).map { rules.personnel($0.rawValue) == nil } ?? false
            }
    }

    /// The sort that the entry of a post names.
    private func said(of held: PostHeld) -> PersonnelKind? {
        log.entry(at: held.position).flatMap { entry in
            entry[PositionAssumed.self]?.fact.personnel
                ?? entry[PositionTransferred.self]?.fact.personnel
        }
    }

    /// The sorts of public servant that the person belongs to on a day, one for each post held; nil where
    /// a post tells none.
    func personnel(
        on day: CalendarDate, knownAt moment: Instant? = nil, under rules: Bodies
    ) -> [Rulebook.Personnel?] {
        posts(on: day, known: knowledge(at: moment), leavingDayCounts: true).map { held in
            if let said = said(of: held) { return rules.personnel(said.rawValue) }
            return held.post.post.flatMap(rules.personnel(titled:))
                ?? held.post.unitTitle.flatMap(rules.personnel(titled:))
        }
    }
}

/// A sort of public servant as a refusal names it.
public struct PersonnelName: Nameable, Hashable, Sendable {
    public let named: Named

    init(_ sort: Rulebook.Personnel) {
        named = .title(chinese: sort.titleChinese, english: sort.titleEnglish)
    }
}
