extension PanelFormed {
    /// Odd, large enough, and nobody in it who is to keep away. One panel decides one case; another
    /// is formed only when a member had to leave.
    ///
    /// - Source: 公务员申诉规定 (2022) Art. 5; 政务处分法 Art. 47.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let on = circumstances.on else { throw .missing("on") }
        if members.isEmpty { throw .missing("members") }
        let course = try past.filed(appeal, on: on)
        if let there = course.panel, there.on == on,
            Set(there.payload.members) == Set(members), members.count == Set(members).count
        {
            return []
        }
        _ = try past.pending(appeal, on: on)
        for (index, member) in members.enumerated() where members[..<index].contains(member) {
            throw .appeal(.memberTwice(member))
        }
        if members.count % 2 == 0 { throw .appeal(.panelEven(members.count)) }
        let minimum = try past.rules(inForceOn: on).number("panelMinimum") ?? 1
        if members.count < minimum {
            throw .appeal(.panelTooSmall(members.count, minimum: minimum))
        }
        try past.checkImpartial(members, in: course)
        if let there = course.panel, course.excluded == nil {
            throw .appeal(.panelFormedAlready(appeal, on: there.on ?? on))
        }
        var fact = self
        fact.subject = course.filing.payload.subject
        fact.sanction = course.filing.payload.sanction
        return [circumstances.draft(.appeal(.panelFormed(fact)), under: Self.rule)]
    }
}

extension PanelRecusalDeclared {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let on = circumstances.on else { throw .missing("on") }
        let course = try past.filed(appeal, on: on)
        if course.recusals.contains(where: { $0.payload.officer == officer }) { return [] }
        _ = try past.pending(appeal, on: on)
        var fact = self
        fact.subject = course.filing.payload.subject
        fact.sanction = course.filing.payload.sanction
        return [circumstances.draft(.appeal(.panelRecusalDeclared(fact)), under: Self.rule)]
    }
}

extension Past {
    /// Nobody decides an appeal who is recused, who had a hand in the case, or who decided it
    /// before at another stage.
    func checkImpartial(_ people: [SubjectID], in course: AppealCourse) throws(Refusal) {
        let filing = course.filing.payload
        let file = filing.case.flatMap { caseFile($0) }
        let hands = file?.hands ?? []
        let recused =
            Set(course.recusals.map(\.payload.officer))
            .union(file?.acts.standing(RecusalDeclared.self).map(\.payload.officer) ?? [])
        let earlier = sanction(filing.sanction)?.log.standing(AppealFiled.self) ?? []
        for person in people {
            if recused.contains(person) { throw .appeal(.memberRecused(person)) }
            if person == filing.subject || hands.contains(person), let id = filing.case {
                throw .appeal(.memberTookPart(person, id))
            }
            for one in earlier where one.payload.appeal != course.appeal {
                guard let before = appeal(one.payload.appeal)?.course() else { continue }
                let judges =
                    (before.panel?.payload.members ?? [])
                    + (before.decision?.payload.officers ?? [])
                if judges.contains(person) {
                    throw .appeal(.memberDecidedBefore(person, one.payload.appeal))
                }
            }
        }
    }
}

extension CaseFile {
    /// Who investigated it, told the facts, heard the defence or made a finding.
    fileprivate var hands: Set<SubjectID> {
        let known = supersessions.knowledge(at: nil)
        var hands: Set<SubjectID> = []
        for fact in investigators.all where known.counts(fact) {
            hands.insert(fact.payload.investigator)
        }
        for fact in findings.all where known.counts(fact) {
            if let officer = fact.payload.officer { hands.insert(officer) }
        }
        for fact in acts.standing(FactsNotified.self) {
            if let officer = fact.payload.officer { hands.insert(officer) }
        }
        for fact in acts.standing(DefenceHeard.self) {
            if let officer = fact.payload.officer { hands.insert(officer) }
        }
        return hands
    }
}

extension Rulebook {
    /// Whether a panel decides at that stage: appeals proper do, reviews by the organ itself do not.
    ///
    /// - Source: 公务员申诉规定 (2022) Art. 5; a setting `panelStages`, codes with spaces between,
    ///   says otherwise.
    func requiresPanel(at stage: String) -> Bool {
        if case .text(let stages)? = setting("panelStages")?.value {
            return stages.split(separator: " ").contains { $0 == stage }
        }
        return stage == "appeal" || stage == "reappeal"
    }
}
