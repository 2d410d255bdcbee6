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

/// Who imposes a sanction (处分机关).
public enum Authority: String, Code {
    /// 监察机关.
    case supervision
    /// 任免机关、单位.
    case employer
}
