public import Law
public import Vocabulary

/// A rule made here (制度、规则).
public struct RuleID: Identifier {
    public static let tagKind: TagKind = .rule
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

extension TagKind {
    public static let rule: TagKind = "rule"
}

/// What a rule provides for that the ledger asks (规则事项).
public enum RuleProvision: String, Code {
    /// 期满未纠正的继续公示: what was never put right is shown beyond its longest time.
    case unrectifiedContinues
    /// 其他.
    case other
}

/// A rule came into force (规则施行): what it provides for counts from then.
///
/// - Units: `on` of the entry is its first day in force.
/// - Source: 新左政发〔2020〕26号 safeguard 2.
public struct RuleInForce: Fact, Act {
    public static let type: EventType = "rule.inForce.v1"
    public static var duty: Duty { .rule }
    public var acting: Acting { .none }

    public let rule: RuleID
    /// The organ whose records it is for.
    public let organ: UnitID
    public let title: String
    /// 文号.
    public let number: String
    public let provides: RuleProvision
}

extension RuleInForce {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        rule = try fields.given("rule", \.rule, .tag)
        organ = try fields.given("organ", \.organ, .tag)
        title = try fields.given("title", \.title)
        number = try fields.given("number", \.number)
        provides = try fields.given("provides", \.provides)
    }

    /// Of an organ that is registered; once.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        try past.checkUnit(organ)
        if let there = past.file(rule.tag)?.log.latest(RuleInForce.self) {
            guard there.fact == self, there.on == on else {
                throw Refusal(RuleRefusal.inForceAlready(rule, since: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        return [circumstances.draft(self, under: "XZZ-2020-26-T12")]
    }
}

/// A rule is no longer in force (规则废止).
///
/// - Units: `on` of the entry is the first day on which it is not.
public struct RuleRepealed: Fact, Act {
    public static let type: EventType = "rule.repealed.v1"
    public static var duty: Duty { .rule }
    public var acting: Acting { .none }

    public let rule: RuleID
    public var organ: UnitID?
}

extension RuleRepealed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        rule = try fields.given("rule", \.rule, .tag)
        organ = try fields.derived("organ", \.organ, .tag)
    }

    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        guard let log = past.file(rule.tag)?.log, let there = log.latest(RuleInForce.self) else {
            throw Refusal(RuleRefusal.unknown(rule))
        }
        if let since = there.on, on < since {
            throw Refusal(RuleRefusal.notYetInForce(rule, since: since))
        }
        if let repealed = log.latest(RuleRepealed.self) {
            guard repealed.on == on else {
                throw Refusal(RuleRefusal.repealedAlready(rule, on: repealed.on ?? on))
            }
            return []
        }
        var fact = self
        fact.organ = there.fact.organ
        return [circumstances.draft(fact, under: "XZZ-2020-26-T12")]
    }
}

/// Why a rule is not registered or repealed.
public enum RuleRefusal: RefusalReason {
    /// In force already, otherwise than it is said.
    case inForceAlready(RuleID, since: CalendarDate)
    case unknown(RuleID)
    case notYetInForce(RuleID, since: CalendarDate)
    case repealedAlready(RuleID, on: CalendarDate)

    public var message: Message {
        switch self {
        case .inForceAlready(let id, let since):
            .refusal("ruleInForceAlready", Self.basis, ["rule": id, "since": since])
        case .unknown(let id): .refusal("unknownRule", Self.basis, ["rule": id])
        case .notYetInForce(let id, let since):
            .refusal("ruleNotYetInForce", Self.basis, ["rule": id, "since": since])
        case .repealedAlready(let id, let day):
            .refusal("ruleRepealedAlready", Self.basis, ["rule": id, "day": day])
        }
    }

    private static let basis = "XZZ-2020-26-T12"
}

/// The rules made here (规则登记): 新左政发〔2020〕26号 safeguard 2.
extension Duty {
    public static let rule = Duty(
        noun: Noun("rule", tag: .rule, hasClocks: false),
        kinds: [
            .plain(RuleInForce.self, "XZZ-2020-26-T12", .ofRules),
            .plain(RuleRepealed.self, "XZZ-2020-26-T12", .ofRules),
        ],
        verbs: [
            .step(RuleInForce.self, "rule", "in-force", .byRule),
            .step(RuleRepealed.self, "rule", "repeal", .byRule),
        ],
        guards: [])
}

extension TrailPlace {
    fileprivate static let ofRules = TrailPlace(
        .always(.procedure), shows: nil, role: .none, course: .none, brings: nil)
}

extension EventLog {
    /// The rules of an organ that provide for something on a day, as they were known at a moment, from
    /// the organ's own log.
    func rules(
        for provision: RuleProvision, on day: CalendarDate, knownAt moment: Instant? = nil
    ) -> [Recorded<RuleInForce>] {
        let repealed = Set(
            standing(RuleRepealed.self, by: day, knownAt: moment).map(\.fact.rule))
        return standing(RuleInForce.self, by: day, knownAt: moment).filter {
            $0.fact.provides == provision && !repealed.contains($0.fact.rule)
        }
    }
}
