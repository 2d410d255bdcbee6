internal import Vocabulary

/// The names of clocks that the rulebook does not have, and the places of all within their files.
enum ClockName {
    static let publication = "publication"
    static let consultation = "consultation"
    static let opinion = "opinionAnswer"
    static let legality = "legalityReviewMinimum"
    static let evaluation = "postEvaluation"
    static let employer = "employerDecision"
    static let transfer = "transferAnswer"
    static let expert = "expertAnswer"
    static let personnel = "personnelChange"
    static let reputation = "reputationRestoration"
    static let remedy = "remedy"
    /// The matter is none that the law on decisions governs: no clock of its file runs from that day.
    static let excluded = "excluded"

    /// The time of a stage to decide.
    static let decide = "decide"
    static func deciding(_ appeal: AppealID) -> String { "\(decidingPrefix)\(appeal)" }
    static let decidingPrefix = "\(decide)/"
    /// The appeal was accepted: where the law counts from there, its time to decide runs from here.
    static let accepted = "accepted"
    static func accepted(_ appeal: AppealID) -> String { "\(accepted)/\(appeal)" }
    /// A sanction became another: a clock of the former that the latter does not start is over.
    static let varied = "varied"
    /// The organ made another decision of it, which is served by itself.
    static let redecided = "redecided"
    /// The employer's time to decide, of one person of the case.
    static func employer(_ subject: SubjectID) -> String { "\(employerPrefix)\(subject)" }
    static let employerPrefix = "\(employer)/"
    /// Ends a filing that was no use of the right, as if it had not been made.
    static let void = "void"
    static func void(_ appeal: AppealID) -> String { "\(voidPrefix)\(appeal)" }
    static let voidPrefix = "\(void)/"
    /// One comment of a consultation; the name alone ends those that are not answered.
    static func opinion(_ number: String) -> String { "\(opinionPrefix)\(number)" }
    static let opinionPrefix = "\(opinion)/"
    /// An evaluation is ordered of several, each for itself.
    static func evaluation(_ evaluator: SubjectID) -> String { "\(evaluation)/\(evaluator)" }
    /// Of several such clocks of one file, that of one unit and one person.
    static func of(_ name: String, _ unit: UnitID, _ subject: SubjectID?) -> String {
        "\(name)/\(unit)/\(subject?.text ?? "")"
    }
    /// A clock that the rulebook names at a stage of a route; no stage: the first.
    static func stage(_ route: String, _ stage: String, _ step: ClockStep) -> String {
        "\(route)/\(stage)/\(step.rawValue)"
    }
}

/// Which clock of a stage: to file, to decide, or the extension.
enum ClockStep: String {
    case file, decide, extension_ = "extend"
}
