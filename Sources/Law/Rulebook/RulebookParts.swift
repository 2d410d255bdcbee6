extension Rulebook {
    /// Who can tell that a rule was broken.
    public enum Detection: String, Sendable, CaseIterable, Hashable {
        /// The machine, from what is recorded.
        case machine
        /// Only people.
        case people
        /// The machine in part.
        case part
        /// Nothing to detect: a principle, a definition, a pointer.
        case none
    }

    /// An article (条).
    public struct Article: Hashable, Sendable {
        /// `XZZ-2020-26#6`.
        public let code: String
        public let titleChinese: String
        public let titleEnglish: String
        /// Where its Chinese text stands: document, article.
        public let text: String
        public let detectedBy: Detection
    }

    /// One of the 19 tasks (工作任务) of the notice's first document.
    public struct Task: Hashable, Sendable {
        public let number: Int
        public let titleChinese: String
        public let titleEnglish: String
        /// 负责单位, as the annex names them.
        public let units: [String]
        public let source: String
    }

    /// A step that a decision goes through by law (法定程序).
    public struct Step: Hashable, Sendable {
        public let code: String
        public let titleChinese: String
        public let titleEnglish: String
        public let source: String
        /// The rule under which it can be done without; nil: never.
        public let waivableUnder: String?
        public var isWaivable: Bool { waivableUnder != nil }
    }

    /// What a machine recognises in a decision's file. Fixed words of the program: a rulebook
    /// says which ground each raises.
    public enum Trigger: String, Sendable, CaseIterable, Hashable {
        /// No public comment, or shorter than the minimum without a stated reason.
        case consultationAbsentOrShort
        /// Opinions without an answer when the matter went on.
        case opinionsUnanswered
        /// A hearing that the law demands was not held.
        case mandatoryHearingNotHeld
        case expertReviewAbsent
        /// An expert with an interest in the matter. Points at falsification; never proves it.
        case expertInterest
        case riskAssessmentAbsent
        /// Concluded uncontrollable and adopted without adjustment.
        case riskConclusionNotHandled
        case legalityReviewAbsent
        /// Adopted after the latest conclusion was: unlawful.
        case adoptedAfterUnlawful
        /// No meeting, a decider without power, or out of order.
        case decidedOutOfOrder
        case minutesAbsent
        case notPublished
        case postEvaluationOverdue
    }

    /// A ground for accountability (追责情形). Raised it is suspected, never found.
    public struct Ground: Hashable, Sendable {
        /// `G9.2`.
        public let code: String
        /// The code of the article it stands in.
        public let article: String
        /// The item (项) of that article, from 1.
        public let item: Int
        /// Nil: it stands outside the five steps (Art. 11).
        public let step: String?
        /// The item's official words.
        public let chinese: String
        public let english: String
        public let detectedBy: Detection
        public let trigger: Trigger?
        /// `XZZ-2020-26#9`.
        public var source: String { article }
    }

    /// A family of consequence. Measures of different families are never compared.
    public struct Family: Hashable, Sendable {
        public let code: String
        public let titleChinese: String
        public let titleEnglish: String
        /// Only referred to: imposed elsewhere, under rules of its own (党纪).
        public let isReferenceOnly: Bool
        public let source: String
    }

    /// How a measure lasts.
    public enum Term: String, Sendable, CaseIterable, Hashable {
        /// Done on its day.
        case momentary
        /// Until something ends it.
        case indefinite
        /// For the months the rule gives.
        case period
        /// As the decision says: the law leaves it open.
        case asDecided
    }

    /// What a measure can be (处理方式、处分种类).
    public struct MeasureRule: Hashable, Sendable {
        public let code: String
        public let family: String
        /// Within the family, 1 the lightest; nil: the law leaves it open (等), so that it cannot
        /// be compared.
        public let rank: Int?
        public let titleChinese: String
        public let titleEnglish: String
        /// The period the law gives it, in calendar months.
        public let months: Int?
        public let term: Term
        /// Whether only a person in service can receive it. 政务处分法 Art. 27.
        public let needsService: Bool
        public let effects: [Effect]
        public let source: String
        public let confidence: Confidence
    }

    /// What follows from a measure (影响).
    public struct Effect: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        /// What it keeps from; empty: nothing that anybody could look up.
        public let bars: [Bar]
        public let lasting: Lasting
        /// How many months, where the rules themselves say; else the setting does.
        public let months: Int?
        /// The setting that says how many months it lasts.
        public let monthsSetting: String?
        public let source: String
        public let confidence: Confidence
    }

    /// Several sanctions of one person (合并执行).
    public struct Combination: Hashable, Sendable {
        public let maximumMonths: Int
        public let source: String
        /// Whether of several decided together the heaviest alone is executed (执行其中最重的处分).
        public let executesHeaviest: Bool
        /// What is left of a running one counts on in the new one; nil: these rules do not say so.
        public let running: Running?
    }

    /// The period of a sanction imposed while another runs (原处分期尚未执行的期限与新处分期限之和).
    public struct Running: Hashable, Sendable {
        public let source: String
        public let confidence: Confidence
    }

    /// What lessens or lifts responsibility (从轻、减轻、免予).
    public struct Mitigation: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        /// Whether it can lift responsibility altogether.
        public let mayExempt: Bool
        public let source: String
        public let confidence: Confidence
    }

    /// What makes responsibility heavier (从重).
    public struct Aggravation: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        public let source: String
        public let confidence: Confidence
    }

    /// A way to contest a measure (救济途径).
    public struct Route: Hashable, Sendable {
        /// `A`, `B`, `C`.
        public let code: String
        public let titleChinese: String
        public let titleEnglish: String
        public let source: String
        /// Whose decisions it is open against; nil: the edition does not say.
        public let authority: DecidingOrgan?
        /// Whether it is for the personnel matters of leading members alone (领导成员).
        public let isForLeadingMembers: Bool
        /// The sorts of public servant whom it is for; empty: the edition does not say.
        public let personnel: [String]
        /// From which day it is open, where that is not the day of the edition.
        public let openFrom: CalendarDate?
        /// In the order in which they follow one another.
        public let stages: [Stage]

        public func stage(_ code: String) -> Stage? { stages.first { $0.code == code } }

        /// Whether it is no route of civil servants, but of a sort that has rules of its own.
        public var isForSomeServantsAlone: Bool { !isForLeadingMembers && !personnel.isEmpty }
    }

    /// One stage of a route. A clock that is nil is none that the law fixes.
    public struct Stage: Hashable, Sendable {
        public let code: String
        public let titleChinese: String
        public let titleEnglish: String
        /// From receipt, or from the result before.
        public let fileClock: String?
        /// Where the stage before may be left out.
        public let directClock: String?
        public let decideClock: String?
        public let extensionClock: String?
        /// From when its time to decide runs.
        public let decideFrom: DecideStart
        public let source: String

        var clocks: [String] {
            [fileClock, directClock, decideClock, extensionClock].compactMap(\.self)
        }
    }

    /// A rule of conduct (程序和救济规则): hearing before decision, no aggravation, service. It is the
    /// same for every organ, and stands in another article for each.
    ///
    /// - Source: 政务处分法 Art. 3: of that Act, chapters two and three alone bind who appoints and removes.
    public struct Conduct: Hashable, Sendable {
        public let code: String
        public let titleChinese: String
        public let titleEnglish: String
        /// As refusals and kinds cite it.
        public let rule: String
        /// What is cited of a supervision organ, and of who appoints and removes.
        public let supervision: String
        public let employer: String

        /// Nil: nobody knows which organ it is, and the two cite different law.
        public func citation(of organ: DecidingOrgan?) -> String? {
            switch organ {
            case .supervision: supervision
            case .employer: employer
            case nil: supervision == employer ? employer : nil
            }
        }
    }

    /// Who decided (处分、处理机关): a supervision organ, or who appoints and removes.
    public enum DecidingOrgan: String, Sendable, CaseIterable, Hashable {
        case supervision, employer
    }

    /// From when the time to decide runs (起算).
    public enum DecideStart: Hashable, Sendable {
        /// What it can be.
        public enum Event: String, Sendable, CaseIterable, Hashable {
            /// The day on which the application came in (接到申请书之日).
            case filing
            /// The day on which it was accepted (受理之日): before that, no time runs.
            case acceptance
        }

        /// As the law says.
        case event(Event)
        /// The law does not say: as a setting says. Where that is acceptance and none is recorded, it
        /// runs from filing, so that nothing waits unseen.
        case setting(String)
    }

    /// What is a major decision (重大行政决策事项), and what is not.
    public struct Catalogue: Hashable, Sendable {
        public struct Item: Hashable, Sendable {
            public let code: String
            public let chinese: String
            public let english: String
            public let source: String
        }

        public let kinds: [Item]
        public let exclusions: [Item]
    }

    /// A point on which the law is silent, unclear, or known to us at second hand.
    public struct Setting: Hashable, Sendable {
        public enum Value: Hashable, Sendable {
            case flag(Bool)
            case number(Int)
            case text(String)

            public var number: Int? { if case .number(let number) = self { number } else { nil } }
            public var text: String? { if case .text(let text) = self { text } else { nil } }
            public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
        }

        public let code: String
        public let value: Value
        public let confidence: Confidence
        public let source: String
        public let noteChinese: String
        public let noteEnglish: String
    }
}
