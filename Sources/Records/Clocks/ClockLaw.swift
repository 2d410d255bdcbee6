import Law
import Vocabulary

/// What the law says of a clock that starts on a day.
final class ClockLaw: Hashable, Sendable {
    struct Terms: Hashable, Sendable {
        let code: String
        let titleChinese: String
        let titleEnglish: String
        var deadline: Deadline?
        var maximum: CalendarDate?
        var fault: LawFault?
        var beginning: ClockReading.Beginning?
        /// Whom alone it binds, and which measures alone start it.
        var authority: Rulebook.DecidingOrgan?
        var measures: [String]?
        /// How sure the rulebook is of it.
        var confidence: Confidence = .high
        /// Before which organ it comes when it is overdue.
        var escalation: CreditRules.Organ?
        /// By which setting days of it are not counted.
        var pausing: Rulebook.Setting?

        init(code: String, titleChinese: String, titleEnglish: String) {
            self.code = code
            self.titleChinese = titleChinese
            self.titleEnglish = titleEnglish
        }

        init(code: String, fault: LawFault) {
            self.init(code: code, titleChinese: code, titleEnglish: code)
            self.fault = fault
        }
    }

    let terms: Terms

    init(_ terms: Terms) { self.terms = terms }

    static func == (one: ClockLaw, other: ClockLaw) -> Bool {
        one === other || one.terms == other.terms
    }

    func hash(into hasher: inout Hasher) { hasher.combine(terms) }

    /// The run as it binds: nil where another kind of organ decided, or a measure that starts no such
    /// clock; over where the sanction became such a measure.
    func bound(_ run: ClockFacts.Run) -> ClockFacts.Run? {
        if let bound = terms.authority, let authority = run.authority, authority != bound.rawValue {
            return nil
        }
        guard let measures = terms.measures, let measure = run.start.terms.measure else {
            return run
        }
        if !measures.contains(measure) { return nil }
        var run = run
        if run.end == nil, let last = run.varied.last, let now = last.terms.measure,
            !measures.contains(now)
        {
            run.end = last
        }
        return run
    }

    /// What happens when it runs out: nothing where it binds an organ of one kind, and nobody said of
    /// which kind this one is.
    func nature(of start: ClockStart, _ end: ClockEnd?) -> ClockReading.Nature {
        guard terms.authority != nil else { return start.nature }
        let said = end?.terms.authority ?? start.terms.authority
        return said == nil ? .indicative : .duty
    }
}

extension ClockFacts.Run {
    /// Who decided, as the start or the end says.
    fileprivate var authority: String? { end?.terms.authority ?? start.terms.authority }
}

/// A clock whose day an entry gives.
enum Given {
    case opinion, consultation, evaluation, extension_, other(String)

    static func named(_ name: String) -> Given {
        switch name {
        case ClockName.consultation: .consultation
        case ClockName.evaluation: .evaluation
        case ClockStep.extension_.rawValue: .extension_
        // Open: a duty names its clocks itself.
        default: .other(name)
        }
    }

    var code: String {
        switch self {
        case .opinion: ClockName.opinion
        case .consultation: ClockName.consultation
        case .evaluation: ClockName.evaluation
        case .extension_: "extension"
        case .other(let name): name
        }
    }

    var chinese: String {
        switch self {
        case .opinion: "意见处理（征求意见结束前）"
        case .consultation: "公开征求意见截止"
        case .evaluation: "决策后评估期限"
        case .extension_: "延长后的办理期限"
        case .other(let name): name
        }
    }

    var english: String {
        switch self {
        case .opinion: "Answering a comment before the consultation ends"
        case .consultation: "End of the consultation"
        case .evaluation: "Post-evaluation"
        case .extension_: "Deciding, as extended"
        case .other(let name): name
        }
    }
}

extension ClockStart {
    var nature: ClockReading.Nature {
        switch slot {
        case ClockName.remedy: .right
        case ClockName.legality: .minimum
        case ClockName.employer: .indicative
        // Open: a duty names its clocks itself.
        default: .duty
        }
    }
}

extension Bodies {
    /// The clock that `route/stage/step` means; nil where the law fixes none.
    func clock(atStage path: String) -> String? {
        let stage = stage(at: path)
        switch path.split(separator: "/").last.flatMap({ ClockStep(rawValue: String($0)) }) {
        case .file: return stage?.fileClock
        case .decide: return stage?.decideClock
        case .extension_: return stage?.extensionClock
        case nil: return nil
        }
    }
}

extension Bodies {
    /// The stage that `route/stage/step` names; no stage: the first.
    func stage(at path: String) -> Rulebook.Stage? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let route = route(parts[0]) else { return nil }
        return parts[1].isEmpty ? route.stages.first : route.stage(parts[1])
    }

    /// Whether it is where its route begins.
    func isFirst(_ stage: Rulebook.Stage, at path: String) -> Bool {
        path.split(separator: "/").first.flatMap { route(String($0)) }?.stages.first == stage
    }
}
