import Records

/// The sign at the head of a line of a trail. What is suspected, what is recommended, what is found
/// and what was imposed differ in sign, in colour and in wording.
enum TimelineSign: String, CaseIterable, Sendable {
    case suspected = "○"
    case recommended = "◇"
    case found = "●"
    case cleared = "✓"
    case sanction = "■"
    case lifted = "□"
    case post = "│"
    case procedure = "·"
    case correction = "↺"
    case decision = "◆"
    case remedy = "△"

    init(_ item: TrailItem) {
        switch item.recorded.event {
        case .findingRecommended, .sanctionRecommended: self = .recommended
        case .sanctionNotExecuted, .sanctionAnnulled: self = .lifted
        default:
            switch item.kind {
            case .registration, .procedure: self = .procedure
            case .post: self = .post
            case .suspected: self = .suspected
            case .found: self = .found
            case .cleared: self = .cleared
            case .sanction: self = .sanction
            case .correction: self = .correction
            case .decision: self = .decision
            case .remedy: self = .remedy
            }
        }
    }

    var ink: Paint.Ink {
        switch self {
        case .suspected: .suspected
        case .recommended: .recommended
        case .found: .found
        case .cleared, .lifted: .lifted
        case .sanction: .sanction
        case .post, .decision: .post
        case .remedy: .lifted
        case .procedure, .correction: .quiet
        }
    }

    var legendKey: String {
        switch self {
        case .suspected: "legend.suspected"
        case .recommended: "legend.recommended"
        case .found: "legend.found"
        case .cleared: "legend.cleared"
        case .sanction: "legend.sanction"
        case .lifted: "legend.lifted"
        case .post: "legend.post"
        case .procedure: "legend.procedure"
        case .correction: "legend.correction"
        case .decision: "legend.decision"
        case .remedy: "legend.remedy"
        }
    }
}
