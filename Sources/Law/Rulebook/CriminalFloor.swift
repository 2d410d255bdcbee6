extension Rulebook {
    /// How somebody is guilty of a crime (罪过).
    public enum Guilt: String, Sendable, CaseIterable, Hashable {
        /// 故意、过失.
        case intent, negligence
    }

    /// What a court sentenced to, or why nobody was sentenced (刑罚).
    public enum Penalty: String, Sendable, CaseIterable, Hashable {
        /// 管制、拘役、有期徒刑、无期徒刑、死刑.
        case surveillance, detention, imprisonment, life, death
        /// 单处罚金、单处剥夺政治权利.
        case fine, deprivation
        /// 免予刑事处罚、不起诉.
        case exempted, notProsecuted
    }

    /// What was judged of somebody, as far as a floor asks.
    public struct Judged: Hashable, Sendable {
        public let guilt: Guilt?
        public let penalty: Penalty
        /// Of imprisonment.
        public let months: Int?
        /// Whether the person was deprived of political rights, alone or beside another penalty.
        public let isDeprived: Bool

        public init(guilt: Guilt?, penalty: Penalty, months: Int?, isDeprived: Bool) {
            self.guilt = guilt
            self.penalty = penalty
            self.months = months
            self.isDeprived = isDeprived || penalty == .deprivation
        }
    }

    /// The lightest sanction that the law leaves after a judgment (因犯罪给予处分的下限).
    ///
    /// - Source: 政务处分法 Art. 14.
    public struct CriminalFloor: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        /// Nil: whichever.
        public let guilt: Guilt?
        /// Empty: whichever.
        public let penalties: [Penalty]
        /// Only of imprisonment that is longer; nil: of any length.
        public let monthsOver: Int?
        /// Only where political rights were taken.
        public let isOfDeprived: Bool
        /// The measure that nothing lighter is given than.
        public let measure: String
        /// What may be given instead, where the organ above approves; nil: nothing.
        public let measureApproved: String?
        public let source: String
        public let confidence: Confidence

        func covers(_ judged: Judged) -> Bool {
            if let guilt, judged.guilt != guilt { return false }
            if !penalties.isEmpty, !penalties.contains(judged.penalty) { return false }
            if let monthsOver, (judged.months ?? 0) <= monthsOver { return false }
            return !isOfDeprived || judged.isDeprived
        }
    }

    /// The floor of what was judged: the first that covers it.
    public func floor(of judged: Judged) -> CriminalFloor? { floors.first { $0.covers(judged) } }
}

extension Bodies {
    /// The floor of what was judged, of the body asked first that has any.
    public func floor(of judged: Rulebook.Judged) -> Rulebook.CriminalFloor? {
        for body in asked where !body.floors.isEmpty { return body.floor(of: judged) }
        return nil
    }
}

extension JudgingRules {
    /// The floor of what was judged, as the lighter of the two has it; nil where either has none: what
    /// demanded nothing then demands nothing now.
    public func floor(of judged: Rulebook.Judged) -> Rulebook.CriminalFloor? {
        guard let then = ofTheAct.floor(of: judged), let now = ofTheDecision.floor(of: judged)
        else { return nil }
        let isNowHeavier = ofTheDecision.isHeavier((now.measure, nil), than: (then.measure, nil))
        return isNowHeavier == true ? then : now
    }
}

extension Rulebook.CriminalFloor: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "zh", "en", "guilt", "penalties", "monthsOver", "deprived", "measure",
            "measureApproved", "source", "confidence",
        ])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        guilt = try entry.optionalCode("guilt")
        penalties = try entry.codes("penalties")
        monthsOver = try entry.optionalNumber("monthsOver", atLeast: 1)
        isOfDeprived = try entry.optionalFlag("deprived") ?? false
        measure = try entry.text("measure")
        measureApproved = try entry.optionalText("measureApproved")
        source = try entry.source()
        confidence = try entry.confidence()
    }
}
