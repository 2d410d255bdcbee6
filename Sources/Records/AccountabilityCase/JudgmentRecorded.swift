internal import Law
public import Vocabulary

/// How somebody is guilty of a crime (罪过).
public enum CriminalGuilt: String, Code {
    /// 故意、过失.
    case intent, negligence
}

/// What a court sentenced to, or why nobody was sentenced (刑罚).
public enum CriminalPenalty: String, Code {
    /// 管制、拘役、有期徒刑、无期徒刑、死刑.
    case surveillance, detention, imprisonment, life, death
    /// 单处罚金、单处剥夺政治权利.
    case fine, deprivation
    /// 免予刑事处罚、不起诉.
    case exempted, notProsecuted
}

/// A judgment, a ruling or a decision not to prosecute took effect on somebody named in a case
/// (生效司法文书). The law leaves no sanction lighter than what follows from it.
///
/// - Invariant: The last that took effect by the day of a sanction counts for it.
/// - Units: `months` of imprisonment, suspended or not; `on` of the entry is the day on which it took
///   effect.
/// - Refusals: ``CaseRefusal/notNamed(_:_:)``, ``CaseRefusal/judgedOtherwise(_:on:)``,
///   ``GeneralRefusal/missing(_:)``: imprisonment without its months, a crime without its guilt.
/// - Source: 政务处分法 Art. 14, 49(1).
public struct JudgmentRecorded: CaseFact {
    public static let type: EventType = "case.judgmentRecorded.v1"

    public let `case`: CaseID
    public let subject: SubjectID
    /// The number of the judgment.
    public let instrument: String
    public let penalty: CriminalPenalty
    /// Left out only where nobody was sentenced.
    public var guilt: CriminalGuilt?
    public var months: Int?
    /// Whether political rights were taken beside it.
    public var deprived: Bool?
    /// The act it is about, as a sanction numbers it; left out: that of the case.
    public var act: String?
}

extension JudgmentRecorded {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        self.case = try fields.given("case", \.case, .tag)
        subject = try fields.given("subject", \.subject, .tag)
        instrument = try fields.given("instrument", \.instrument)
        penalty = try fields.given("penalty", \.penalty)
        guilt = try fields.given("guilt", \.guilt)
        months = try fields.given("months", \.months)
        deprived = try fields.given("deprived", \.deprived)
        act = try fields.given("act", \.act)
    }

    public var acting: Acting { Acting(in: `case`.tag) }

    /// Each once; what the floor asks is said.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let file = try past.named(subject, in: self.case)
        if file.log.stands(self, on: on) { return [] }
        switch penalty {
        case .imprisonment where months == nil: throw .missing("months")
        case .fine, .deprivation, .exempted, .notProsecuted: break
        case .imprisonment, .surveillance, .detention, .life, .death:
            if guilt == nil { throw .missing("guilt") }
        }
        if let months, !(1...Self.longest).contains(months) {
            throw .outOfRange(field: "months", lowest: 1, highest: Self.longest)
        }
        let there = file.past().facts(JudgmentRecorded.self).first {
            $0.fact.subject == subject && $0.fact.instrument == instrument
        }
        if let day = there?.on { throw .case(.judgedOtherwise(instrument, on: day)) }
        return [circumstances.draft(self, under: Self.rule)]
    }

    /// More months than anybody lives.
    private static let longest = 1200

    var judged: Rulebook.Judged? {
        Rulebook.Penalty(rawValue: penalty.rawValue).map { penalty in
            Rulebook.Judged(
                guilt: guilt.flatMap { Rulebook.Guilt(rawValue: $0.rawValue) }, penalty: penalty,
                months: months, isDeprived: deprived == true)
        }
    }
}
