/// How far something was made known (公布范围).
public enum AnnouncementRange: String, Code {
    /// 本人.
    case person
    /// 本单位.
    case unit
    /// 本系统.
    case system
    /// 全旗.
    case banner
    /// 社会公开.
    case `public`
}

extension AnnouncementRange {
    /// As a refusal says it.
    var chinese: String {
        switch self {
        case .person: "本人"
        case .unit: "本单位"
        case .system: "本系统"
        case .banner: "全旗"
        case .public: "社会公开"
        }
    }

    var english: String {
        switch self {
        case .person: "the person alone"
        case .unit: "the unit"
        case .system: "the branch of administration"
        case .banner: "the whole banner"
        case .public: "the public"
        }
    }
}

/// Who imposes a sanction (处分机关).
public enum Authority: String, Code {
    /// 监察机关.
    case supervision
    /// 任免机关、单位.
    case employer
}
