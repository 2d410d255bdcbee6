/// The rules of one edition, as data: what is detected, what follows from it, and in what time.
///
/// Read from a document of `schema/rules`, activated in the ledger by an event that pins its
/// digest. The code interprets it and knows no number of it.
///
/// - Invariant: It does not contradict itself, and everything in it cites a source: ``faults()``.
/// - Source: 713 (重大行政决策程序暂行条例); 新左政发〔2020〕26号; the laws each entry names.
public struct Rulebook: Hashable, Sendable {
    /// `XZZ-2020-26`, `713`.
    public let code: RulebookCode
    /// 1 and up; a later edition of the same rules has a higher number.
    public let version: Int
    public let titleChinese: String
    public let titleEnglish: String
    /// The number of the document.
    public let source: String
    /// The first day on which it is in force (施行日期).
    public let inForceFrom: CalendarDate
    /// The last day on which it is asked, where another body carries on what it says (止于); nil: it
    /// ends with the next edition of its code.
    public let inForceUntil: CalendarDate?
    /// The rules it was made under.
    public let parent: RulebookCode?

    /// `XZZ-2020-26/1`.
    public var edition: String { "\(code)/\(version)" }

    public let articles: [Article]
    public let tasks: [Task]
    public let steps: [Step]
    public let grounds: [Ground]
    public let families: [Family]
    public let measures: [MeasureRule]
    public let combination: Combination
    public let mitigations: [Mitigation]
    public let aggravations: [Aggravation]
    public let conduct: [Conduct]
    public let routes: [Route]
    public let clocks: [ClockRule]
    public let catalogue: Catalogue
    public let settings: [Setting]
    public let personnel: [Personnel]
    /// In the order in which they are asked.
    public let floors: [CriminalFloor]
    /// The lowest first.
    public let ranks: [Rank]
    /// What they say of records of dishonesty; nil: nothing.
    public let credit: CreditRules?

    public func article(_ code: String) -> Article? { articles.first { $0.code == code } }
    public func task(_ number: Int) -> Task? { tasks.first { $0.number == number } }
    public func step(_ code: String) -> Step? { steps.first { $0.code == code } }
    public func ground(_ code: String) -> Ground? { grounds.first { $0.code == code } }
    /// The grounds that the machine, alone or in part, raises on this trigger.
    public func grounds(raisedBy trigger: Trigger) -> [Ground] {
        grounds.filter { $0.trigger == trigger }
    }
    public func family(_ code: String) -> Family? { families.first { $0.code == code } }
    public func measure(_ code: String) -> MeasureRule? { measures.first { $0.code == code } }
    public func mitigation(_ code: String) -> Mitigation? { mitigations.first { $0.code == code } }
    public func route(_ code: String) -> Route? { routes.first { $0.code == code } }
    public func clock(_ code: String) -> ClockRule? { clocks.first { $0.code == code } }
    public func personnel(_ code: String) -> Personnel? { personnel.first { $0.code == code } }
    public func setting(_ code: String) -> Setting? { settings.first { $0.code == code } }
    /// The number a setting holds; nil when there is none, or it is no number.
    public func number(_ code: String) -> Int? { setting(code)?.value.number }
    /// What a setting says yes or no to; nil when there is none, or it is another question.
    public func flag(_ code: String) -> Bool? { setting(code)?.value.flag }
    /// From when the time of a stage to decide runs; nil where its setting names no start.
    func decideStart(_ stage: Stage) -> DecideStart.Event? {
        switch stage.decideFrom {
        case .event(let event): event
        case .setting(let code): setting(code)?.value.text.flatMap(DecideStart.Event.init)
        }
    }
}

extension Rulebook {
    /// A measure as imposed: its code, and the months the decision gives it, if any.
    public typealias Imposed = (code: String, months: Int?)

    /// Whether `one` is heavier than `other`: by rank, then by months. Nil where they cannot be
    /// compared: the four families of consequence never are, nor what these rules do not know.
    public func isHeavier(_ one: Imposed, than other: Imposed) -> Bool? {
        guard let first = measure(one.code), let second = measure(other.code),
            first.family == second.family, let rank = first.rank, let otherRank = second.rank
        else { return nil }
        if rank != otherRank { return rank > otherRank }
        return first.length(one.months) > second.length(other.months)
    }
}

extension Rulebook.MeasureRule {
    /// Months for comparison: without an end is longer than any period.
    func length(_ months: Int?) -> Int {
        if let months = months ?? self.months { return months }
        switch term {
        case .momentary: return 0
        case .indefinite, .period, .asDecided: return .max
        }
    }

    /// Whether it is heavier than the same measure under other rules.
    func isHeavier(than other: Self) -> Bool {
        guard let rank, let otherRank = other.rank else { return false }
        return rank == otherRank ? length(nil) > other.length(nil) : rank > otherRank
    }
}
