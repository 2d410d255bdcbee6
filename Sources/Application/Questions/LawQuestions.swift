public import Law
public import Registry
public import Vocabulary
internal import Wording

/// The rulebooks and calendars that are activated (已启用的规则).
public struct RulesList: Question {
    public static let spoken = "rules list"
    public let knownAt: Instant?

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        knownAt = try fields.given("knownAt", { $0.knownAt.map(Moment.init) })?.instant
    }

    public func answer(in ledger: Ledger) throws -> LawAnswer? {
        LawAnswer(
            law: try ledger.law(knownAt: knownAt), unread: try ledger.unreadLaw(knownAt: knownAt),
            knownAt: knownAt)
    }
}

/// The rulebooks in force on a day, or what they say under one code (规则查看).
public struct RulesShow: Question {
    public static let spoken = "rules show"
    public static let about: String? = "code"
    /// Of an article, ground, measure, route, clock or setting; an article's number alone will do.
    public let code: String?
    /// Nil: today.
    public let on: CalendarDate?
    public var knownAt: Instant? { nil }

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        code = try fields.given("code", \.code)
        on = try fields.given("on", \.on)
    }

    /// - Throws: ``LawFault/noRules(on:first:)``.
    public func answer(in ledger: Ledger) throws -> RulesAnswer? {
        let day = on ?? ledger.today
        let inForce = try ledger.law().inForce(on: day)
        // The one that speaks first stands first.
        let first = inForce.activations.filter { $0.content == inForce.foremost }
        let others = inForce.activations.filter { $0.content != inForce.foremost }
        let bodies = (first + others).map { activation in
            let inBoth = Text.inBoth { lines(of: activation.content, in: $0) }
            return RulesAnswer.Body(
                activation: activation,
                lines: zip(inBoth.chinese, inBoth.english)
                    .map { RulesAnswer.Line(chinese: $0, english: $1) })
        }.filter { code == nil || !$0.lines.isEmpty }
        if bodies.isEmpty { return nil }
        return RulesAnswer(asOf: day, bodies: bodies, unread: try ledger.unreadLaw())
    }

    private func lines(of book: Rulebook, in text: Text) -> [RuleLine] {
        code.map { RuleLine.all(of: book, called: $0, in: text) }
            ?? RuleLine.all(of: book, in: text)
    }
}
