import Law
public import Vocabulary

extension PanelFormed {
    /// Odd, large enough, and nobody in it who is to keep away. One panel decides one case; another
    /// is formed only when a member had to leave. I14: before any rules there is no least number.
    ///
    /// - Source: 公务员申诉规定 (2022) Art. 5; 政务处分法 Art. 47.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        _ = try circumstances.day()
        if members.isEmpty { throw .missing("members") }
        let (on, course) = try past.course(of: appeal, circumstances)
        // Asked twice, recorded once, also where a panel of a later day is known.
        let there = past.file(appeal.tag)?.log.standing(PanelFormed.self) ?? []
        let isThere = there.contains { $0.on == on && Set($0.fact.members) == Set(members) }
        if isThere, members.count == Set(members).count { return [] }
        try course.checkPending(on: on)
        for (index, member) in members.enumerated()
        where members[..<index].contains(where: { Officer($0) == Officer(member) }) {
            throw .appeal(.memberTwice(member))
        }
        if members.count % 2 == 0 { throw .appeal(.panelEven(members.count)) }
        let minimum = past.law.bodies(on: on)?.number("panelMinimum") ?? 1
        if members.count < minimum {
            throw .appeal(.panelTooSmall(members.count, minimum: minimum))
        }
        try past.checkImpartial(members, in: course)
        if let there = course.panel, course.excluded == nil {
            throw .appeal(.panelFormedAlready(appeal, on: there.on ?? on))
        }
        return drafts(in: course, circumstances)
    }
}

extension PanelRecusalDeclared {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: appeal, circumstances)
        if course.recusals.contains(where: { $0.fact.officer == officer }) { return [] }
        try course.checkPending(on: on)
        return drafts(in: course, circumstances)
    }
}

extension Past {
    /// Nobody decides an appeal who is recused, who had a hand in the case, or who decided it
    /// before at another stage.
    func checkImpartial(_ people: [SubjectID], in course: AppealCourse) throws(Refusal) {
        let filing = course.filing.fact
        let file = filing.case.flatMap { caseFile($0) }
        let hands = Set(file?.log.standing.flatMap(\.event.officials) ?? [])
        let recused = Set(
            (course.recusals.map(\.fact.officer)
                + (file?.log.standing(RecusalDeclared.self).map(\.fact.officer) ?? []))
                .map { Officer($0) })
        let earlier = sanction(filing.sanction)?.log.standing(AppealFiled.self) ?? []
        for person in people {
            let officer = Officer(person)
            if recused.contains(officer) { throw .appeal(.memberRecused(person)) }
            let isConcerned = filing.subject.map { Officer($0) == officer } ?? false
            if isConcerned || hands.contains(officer), let id = filing.case {
                throw .appeal(.memberTookPart(person, id))
            }
            for one in earlier where one.fact.appeal != course.appeal {
                guard let before = appeal(one.fact.appeal)?.course() else { continue }
                let judges =
                    (before.panel?.fact.members ?? [])
                    + (before.decision?.fact.officers ?? [])
                if judges.contains(where: { Officer($0) == officer }) {
                    throw .appeal(.memberDecidedBefore(person, one.fact.appeal))
                }
            }
        }
    }
}

extension Bodies {
    /// Whether a panel decides at that stage: appeals proper do, reviews by the organ itself do not.
    ///
    /// - Source: 公务员申诉规定 (2022) Art. 5; a setting `panelStages`, codes with spaces between,
    ///   says otherwise.
    func requiresPanel(at stage: String, of route: String) -> Bool {
        // The rules on panels are those of civil servants.
        if self.route(route)?.isForSomeServantsAlone == true { return false }
        if case .text(let stages)? = setting("panelStages")?.value {
            return stages.split(separator: " ").contains { $0 == stage }
        }
        return stage == "appeal" || stage == "reappeal"
    }
}
