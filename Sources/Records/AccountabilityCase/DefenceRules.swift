internal import Law
public import Vocabulary

extension RecusalDeclared {
    /// From that day the officer takes no further part (回避).
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        _ = try past.person(officer)
        let course = try past.opened(self.case).past()
        let isThere = course.facts(RecusalDeclared.self).contains {
            $0.fact.officer == officer && $0.on == circumstances.on
        }
        if isThere { return [] }
        try course.checkOpen(on: circumstances.on)
        return [circumstances.draft(self, under: Self.rule)]
    }
}

/// A step by which the person is told the facts, or answers to them (陈述申辩).
protocol DefenceStep: CaseFact {
    static var rule: String { get }
    /// Whether it is an answer: nobody answers to what they were not told.
    static var isAnswer: Bool { get }
    var subject: SubjectID { get }
}

extension DefenceStep {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = circumstances.on
        let file = try past.named(subject, in: self.case)
        if file.log.stands(self, on: on) { return [] }
        let course = file.past()
        try course.checkOpen(on: on)
        try course.checkHere(subject, on)
        if Self.isAnswer && file.past(by: on).notification(to: subject) == nil {
            throw .case(.notNotified(subject, self.case))
        }
        let draft = circumstances.draft(self, under: Self.rule)
        return past.surfacing([draft], about: subject, in: course, circumstances)
    }
}
