public import Vocabulary

/// Whether the act was one of office (与履职的关联).
public enum Nexus: String, Code {
    /// 履职过程中的行为.
    case inOffice
    /// 与履职无关: no record is made of it.
    case outsideOffice
}

/// Whether the record is information of a catalogue (目录归属).
public enum CatalogueScope: String, Code {
    /// 全国公共信用信息基础目录.
    case nationalBasic
    /// 地方补充目录.
    case regionalSupplement
    /// 目录以外.
    case outside

    public var isInside: Bool { self != .outside }
}

/// Why a record was annulled (记录撤销原因).
public enum DishonestyFall: String, Code {
    /// 主体错误: it is on the wrong person or unit.
    case identity
    /// 无依据: nothing entitled anybody to enter it.
    case noBasis
    /// 异议成立.
    case objection
    /// 依据文书撤销或者不再涉及该主体.
    case instrumentAnnulled
}

/// What a record is linked with beside the one concerned (关联关系). A link is no record of its own.
public enum LinkRelation: String, Code {
    /// 主要负责人: headed the unit then.
    case head
    /// 直接责任人员.
    case directlyResponsible
    /// 承继: took over the duties.
    case successor
    /// 所涉决策、项目.
    case matter
}

/// Where a record stands (记录状态).
public enum DishonestyState: String, Code {
    /// 已提出: proposed, entered by nobody yet.
    case proposed
    /// 已列入、已告知.
    case entered, notified
    /// 异议标注: somebody objects, and nothing is decided.
    case flagged
    /// 已修复: neither annulled nor run out.
    case repaired
    /// 已停止公示: its longest time is over.
    case stopped
    /// 已撤销.
    case annulled

    /// Whether it counts for the one concerned.
    public var counts: Bool {
        switch self {
        case .entered, .notified, .flagged: true
        case .proposed, .repaired, .stopped, .annulled: false
        }
    }
}
