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

extension FactsNotified {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        let course = file.past()
        try course.checkOpen(on: circumstances.on)
        try course.checkHere(subject, circumstances.on)
        return past.surfacing(
            [circumstances.draft(self, under: Self.rule)],
            about: subject, in: course, circumstances)
    }
}

extension DefenceHeard {
    /// Nobody answers to what they were not told.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        let course = file.past(by: circumstances.on)
        try file.past().checkOpen(on: circumstances.on)
        try file.past().checkHere(subject, circumstances.on)
        guard course.notification(to: subject) != nil else {
            throw .case(.notNotified(subject, self.case))
        }
        return past.surfacing(
            [circumstances.draft(self, under: Self.rule)],
            about: subject, in: file.past(), circumstances)
    }
}

extension DefenceWaived {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.named(subject, in: self.case)
        if file.log.stands(self, on: circumstances.on) { return [] }
        try file.past().checkOpen(on: circumstances.on)
        try file.past().checkHere(subject, circumstances.on)
        guard file.past(by: circumstances.on).notification(to: subject) != nil else {
            throw .case(.notNotified(subject, self.case))
        }
        return past.surfacing(
            [circumstances.draft(self, under: Self.rule)],
            about: subject, in: file.past(), circumstances)
    }
}
