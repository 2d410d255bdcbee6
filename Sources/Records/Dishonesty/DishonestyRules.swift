internal import Law
public import Vocabulary

extension DishonestyNotified {
    /// How to object is always told; how to be repaired since the day that a setting names.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let course = try past.entered(record, on: on)
        if let there = course.notification {
            guard there.on == on, there.fact.channel == channel else {
                throw .dishonesty(.notifiedAlready(record, on: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        if !objectionTold { throw .dishonesty(.objectionUntold) }
        let from = past.law.bodies(on: on)?.text("jointNoticeFrom").flatMap { CalendarDate($0) }
        if let from, from <= on, !repairTold { throw .dishonesty(.repairUntold(from: from)) }
        return drafts(in: course, circumstances, under: "个人信息保护法#35")
    }
}

extension DishonestyGraded {
    /// By the organ that confirmed the breach, where the regime of the day knows grades.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let course = try past.entered(record, on: on)
        let law = try past.creditLaw(on: on)
        let kind = course.proposal.fact.kind
        let profile = law.credit.profile(
            inside: course.catalogue.scope.isInside, kind: kind, on: on)
        guard let profile, !profile.grades.isEmpty else {
            throw .dishonesty(.noGrades(regime: profile?.chinese ?? ""))
        }
        guard let grade = profile.grades.first(where: { $0.code == grade || $0.chinese == grade })
        else {
            throw .dishonesty(.unknownGrade(grade, known: profile.grades.map(\.chinese)))
        }
        try past.checkConfirming(course, circumstances)
        var fact = self
        fact.grade = grade.code
        if course.gradings.contains(where: { $0.on == on && $0.fact.grade == fact.grade }) {
            return []  // Asked twice, recorded once.
        }
        return fact.drafts(in: course, circumstances, under: grade.source)
    }
}

extension DishonestyStated {
    /// At any time, also after the record was annulled.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, course) = try past.proposed(record)
        if file.log.stands(filled(in: course), on: on) { return [] }
        try course.checkNotBefore(on)
        return drafts(in: course, circumstances, under: Basis.objection)
    }
}

extension DishonestyExplained {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let course = try past.entered(record, on: on)
        let subject = course.subject
        if past.subject(subject)?.registration?.kind == .person {
            throw .dishonesty(.notAUnit(subject))
        }
        if course.explanations.contains(where: { $0.on == on }) { return [] }
        return drafts(in: course, circumstances, under: "国发〔2016〕76号")
    }
}

extension RectificationOrdered {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        try past.checkUnit(organ)
        let course = try past.entered(record, on: on)
        if until < on { throw .dishonesty(.orderBehind(until: until)) }
        if past.line(of: organ).contains(course.subject) { throw .instrument(.ownBreach(organ)) }
        let isThere = course.orders.contains {
            $0.on == on && $0.fact.until == until && $0.fact.organ == organ
        }
        if isThere { return [] }
        return drafts(in: course, circumstances, under: "国发〔2016〕76号")
    }
}

extension DishonestyRectified {
    /// Whoever confirmed the breach certifies that it was put right; never the one concerned.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let course = try past.entered(record, on: on)
        if let there = course.rectification {
            guard there.on == on, there.fact.proof == proof else {
                throw .dishonesty(.rectifiedAlready(record, on: there.on ?? on))
            }
            return []
        }
        try past.checkConfirming(course, circumstances)
        return drafts(in: course, circumstances, under: "国发〔2016〕76号")
    }
}

extension DishonestyCorrected {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, course) = try past.proposed(record)
        try course.checkStanding(on: on)
        if act == nil && actOn == nil && catalogue == nil && safety == nil {
            throw .dishonesty(.nothingCorrected)
        }
        if catalogue == nil && (edition != nil || item != nil) {
            throw .missing("catalogue")
        }
        let dated = try past.registered(course.proposal.fact.instrument).registration.fact.dated
        if let actOn, dated < actOn { throw .dishonesty(.actAfterInstrument(dated: dated)) }
        if let catalogue { _ = try past.checkItem(catalogue, edition, item, on: dated) }
        if file.log.stands(filled(in: course), on: on) { return [] }
        return drafts(in: course, circumstances, under: "个人信息保护法#46")
    }
}

extension DishonestyAnnulled {
    /// By the unit that recorded it, or the credit office on review.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, course) = try past.proposed(record)
        if let there = course.annulment {
            guard there.on == on, there.fact.ground == ground else {
                throw .dishonesty(.annulledAlready(record, on: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        try course.checkStanding(on: on)
        let proposed = file.log.entry(at: course.proposal.position)
        if let unit = circumstances.unit, let own = proposed?.unit, unit.text != own {
            let law = try past.creditLaw(on: on)
            guard past.sorts(of: unit, under: law).contains("creditOffice") else {
                throw .dishonesty(.otherUnit(record, unit: own))
            }
        }
        return drafts(in: course, circumstances, under: Basis.integrityRecord)
    }
}

extension DishonestyLinked {
    /// A link copies the role of its day, whatever happened since (invariant 8 of links).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, course) = try past.proposed(record)
        try course.checkStanding(on: on)
        let named = [person?.text, unit?.text, decision?.text, project].compactMap(\.self)
        guard named.count == 1 else { throw .dishonesty(.oneLink) }
        var fact = filled(in: course)
        if let unit { try past.checkUnit(unit) }
        if let decision { _ = try past.recorded(decision) }
        if let person {
            let file = try past.person(person)
            guard let day = inPostOn else { throw .missing("inPostOn") }
            let role = file.role(on: day)
            if role.basis == .none { throw .dishonesty(.postNotHeld(person, on: day)) }
            fact.role = role
        }
        if file.log.stands(fact, on: on) { return [] }
        return [circumstances.draft(fact, under: "XZZ-2020-26-T11")]
    }
}

extension CreditReputationRestored {
    /// As far as the record had been announced, or further (政务处分法 Art. 60, as a pattern).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, course) = try past.proposed(record)
        try course.checkAfterAnnulment(of: person, on: on)
        if file.log.stands(filled(in: course), on: on) { return [] }
        return drafts(in: course, circumstances, under: "政务处分法#60")
    }
}

extension CreditCompensated {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, course) = try past.proposed(record)
        if amount <= 0 { throw .dishonesty(.notAnAmount) }
        try course.checkAfterAnnulment(of: person, on: on)
        if file.log.stands(filled(in: course), on: on) { return [] }
        return drafts(in: course, circumstances, under: "政务处分法#60")
    }
}

// MARK: What steps share

extension Past {
    /// A record that was entered by that day and stands.
    func entered(
        _ id: CreditRecordID, on day: CalendarDate
    ) throws(Refusal) -> DishonestyCourse {
        let (_, course) = try proposed(id)
        try course.checkStanding(on: day)
        guard let entry = course.entry else { throw .dishonesty(.notEntered(id)) }
        if let entered = entry.on, day < entered {
            throw .dishonesty(.beforeStep(id, day: entered))
        }
        return course
    }

    /// The organ that issued the document, where it is said for which unit this is recorded.
    func checkConfirming(
        _ course: DishonestyCourse, _ circumstances: Circumstances
    ) throws(Refusal) {
        let organ = try registered(course.proposal.fact.instrument).registration.fact.organ
        if let unit = circumstances.unit, !line(of: unit).contains(organ) {
            throw .dishonesty(.notConfirmingOrgan(organ))
        }
    }
}

extension DishonestyCourse {
    /// Nothing happens to a record before it was proposed, nor once it was annulled.
    func checkStanding(on day: CalendarDate) throws(Refusal) {
        if let annulment { throw .dishonesty(.annulledAlready(record, on: annulment.on ?? day)) }
        try checkNotBefore(day)
    }

    func checkNotBefore(_ day: CalendarDate) throws(Refusal) {
        if let proposed = proposal.on, day < proposed {
            throw .dishonesty(.beforeStep(record, day: proposed))
        }
    }

    fileprivate func checkAfterAnnulment(
        of person: SubjectID?, on day: CalendarDate
    ) throws(Refusal) {
        guard let annulment else { throw .dishonesty(.notAnnulled(record)) }
        if let annulled = annulment.on, day < annulled {
            throw .dishonesty(.beforeStep(record, day: annulled))
        }
        if let person, person != subject, !links.contains(where: { $0.fact.person == person }) {
            throw .dishonesty(.notLinked(person, record))
        }
    }
}
