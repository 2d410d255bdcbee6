public import Records
internal import Vocabulary

/// The sign at the head of a line of a trail. What is suspected, what is recommended, what is found
/// and what was imposed differ in sign, in colour and in wording.
public enum TimelineSign: String, CaseIterable, Sendable {
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
    case record = "▲"
    case objection = "▽"
    case repair = "◎"
    case opaque = "?"

    public init(_ item: TrailItem) {
        if let sign = item.recorded.event.kind.flatMap(EventWords.of)?.sign {
            self = sign
            return
        }
        self =
            switch item.kind {
            case .registration, .procedure: .procedure
            case .post: .post
            case .suspected: .suspected
            case .found: .found
            case .cleared: .cleared
            case .sanction: .sanction
            case .correction: .correction
            case .decision: .decision
            case .remedy: .remedy
            case .record: .record
            case .objection: .objection
            case .repair: .repair
            case .opaque: .opaque
            }
    }

    /// What the legend of a page says of it.
    public var legendKey: String {
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
        case .record: "legend.record"
        case .objection: "legend.objection"
        case .repair: "legend.repair"
        case .opaque: "legend.opaque"
        }
    }
}
