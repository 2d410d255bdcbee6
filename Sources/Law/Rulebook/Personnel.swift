extension Rulebook {
    /// What a measure keeps somebody from (限制内容).
    public enum Bar: String, Sendable, CaseIterable, Hashable {
        /// 晋升职务、职级、衔级和级别.
        case promotion
        /// 晋升工资档次、薪酬待遇等级.
        case payRise
        /// 评优评先、表彰奖励.
        case honours
        /// 担任与原职务相当的领导职务.
        case leadingPost
        /// 担任高于原职务层次的领导职务.
        case higherPost
        /// 录用为公务员.
        case recruitment
    }

    /// How long an effect lasts (影响期).
    public enum Lasting: String, Sendable, CaseIterable, Hashable {
        /// As long as the measure.
        case measure
        /// Months from the measure's first day, that day included.
        case months
        /// Months from the day after the measure's last.
        case monthsAfter
        /// To the end of the year of the measure's first day.
        case year
    }

    /// A sort of public servant whom not every sanction reaches (人员类别).
    public struct Personnel: Hashable, Sendable {
        public let code: String
        public let titleChinese: String
        public let titleEnglish: String
        /// The sanctions that they can receive, by their codes.
        public let measures: [String]
        /// Words in the title of a post by which they are known where nobody says their sort.
        public let titles: [String]
        /// Whether they are relieved first where they are to lose their post (先行免去职务).
        public let isRelievedFirst: Bool
        /// What a sanction has as effect on them, where it is not what it has on others.
        public let effects: [Effect]
        /// Whether it has these alone on them.
        public let hasOwnEffectsOnly: Bool
        public let source: String
        public let confidence: Confidence
    }

    /// A rank or level of post, lowest first within its ladder (职务层次、职级).
    public struct Rank: Hashable, Sendable {
        public let code: String
        /// Ranks of two ladders are never compared.
        public let ladder: String
        /// As people write it: `乡科级正职`, `正科级`.
        public let names: [String]
        public let source: String
    }

    /// Whether the one rank is higher than the other; nil where a name is none that these rules know, or
    /// they stand on two ladders.
    public func isHigher(_ one: String, than other: String) -> Bool? {
        guard let first = place(of: one), let second = place(of: other),
            ranks[first].ladder == ranks[second].ladder
        else { return nil }
        return first > second
    }

    private func place(of name: String) -> Int? {
        let name = name.filter { !$0.isWhitespace }
        return ranks.firstIndex { $0.names.contains(name) }
    }
}

extension Rulebook.Effect {
    /// Whether it lasts for months that somebody says.
    var isTimed: Bool {
        switch lasting {
        case .months, .monthsAfter: true
        case .measure, .year: false
        }
    }
}

extension Rulebook.Personnel: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "zh", "en", "measures", "titles", "relievedFirst", "effects",
            "ownEffectsOnly", "source", "confidence",
        ])
        code = try entry.text("code")
        (titleChinese, titleEnglish) = try entry.both()
        measures = try entry.texts("measures")
        titles = try entry.texts("titles")
        isRelievedFirst = try entry.optionalFlag("relievedFirst") ?? false
        effects = try entry.optionalList("effects")
        hasOwnEffectsOnly = try entry.optionalFlag("ownEffectsOnly") ?? false
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension Rulebook.Rank: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "ladder", "names", "source"])
        code = try entry.text("code")
        ladder = try entry.text("ladder")
        names = try entry.texts("names")
        source = try entry.source()
    }
}
