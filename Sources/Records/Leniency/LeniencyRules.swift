public import Law
public import Vocabulary

extension LeniencyRecognised {
    /// By the organ that confirmed the matter; a grade that it leads to is lighter than the one that
    /// stands, and recorded with it.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        var fact = self
        let course = try past.proposed(record).course
        fact.subject = course.subject
        if let there = past.file(leniency.tag)?.log.latest(LeniencyRecognised.self) {
            fact.grade = try regraded(of: course, over: past, on: on)?.grade
            guard there.on == on, there.fact == fact else {
                throw Refusal(LeniencyRefusal.recognisedOtherwise(leniency, at: there.position))
            }
            return []  // Asked twice, recorded once.
        }
        _ = try past.entered(record, on: on)
        if on < actOn { throw Refusal(LeniencyRefusal.actLater(actOn)) }
        try past.checkConfirming(course, circumstances)
        let regraded = try regraded(of: course, over: past, on: on)
        fact.grade = regraded?.grade
        let own = circumstances.draft(fact, under: Basis.objection)
        guard let regraded else { return [own] }
        try past.checkLighter(regraded.grade, than: course, on: on)
        return [own]
            + (try regraded.decide(over: past, under: circumstances)).map { draft in
                var draft = draft
                draft.followsFirst = true
                return draft
            }
    }

    /// The grading that follows from it, by the code of its grade.
    private func regraded(
        of course: DishonestyCourse, over past: some Past, on day: CalendarDate
    ) throws(Refusal) -> DishonestyGraded? {
        guard let grade else { return nil }
        guard let standard else { throw .missing("standard") }
        let found = try past.grades(of: course, on: day).first {
            $0.code == grade || $0.chinese == grade
        }
        return DishonestyGraded(record: record, grade: found?.code ?? grade, standard: standard)
    }
}

extension Past {
    /// The grades of the regime of a day, the lightest first.
    fileprivate func grades(
        of course: DishonestyCourse, on day: CalendarDate
    ) throws(Refusal) -> [CreditRules.Grade] {
        try creditLaw(on: day).credit.profile(
            inside: course.catalogue.scope.isInside, kind: course.proposal.fact.kind, on: day)?
            .grades ?? []
    }

    /// Only ever lighter than what stands; what was not graded is graded by `dishonesty grade`.
    fileprivate func checkLighter(
        _ grade: String, than course: DishonestyCourse, on day: CalendarDate
    ) throws(Refusal) {
        let grades = try grades(of: course, on: day)
        func place(_ code: String?) -> Int? { grades.firstIndex { $0.code == code } }
        guard let proposed = place(grade) else { return }  // It is refused as unknown.
        let now = course.gradings.last?.fact.grade
        guard let standing = place(now), proposed < standing else {
            func name(_ place: Int?) -> Named {
                place.map { .title(chinese: grades[$0].chinese, english: grades[$0].english) }
                    ?? .words("said.ungraded")
            }
            throw Refusal(LeniencyRefusal.raises(now: name(place(now)), to: name(proposed)))
        }
    }
}

/// Why nothing is recognised.
public enum LeniencyRefusal: RefusalReason {
    /// The number belongs to another recognition.
    case recognisedOtherwise(LeniencyID, at: Position)
    /// It would have been done after it was recognised.
    case actLater(CalendarDate)
    /// The grade is none that is lighter.
    case raises(now: Named, to: Named)

    public var message: Message {
        switch self {
        case .recognisedOtherwise(let id, let position):
            .refusal(
                "leniencyOtherwise", Basis.objection, ["leniency": id, "position": position])
        case .actLater(let day): .refusal("leniencyActLater", Basis.objection, ["day": day])
        case .raises(let now, let to):
            .refusal("leniencyRaises", Basis.objection, ["now": now, "to": to])
        }
    }
}
