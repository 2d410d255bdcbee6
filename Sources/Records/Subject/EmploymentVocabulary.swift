public import Vocabulary

/// How a person left public service (离任原因).
public enum Departure: String, Code {
    /// 辞职、辞退、开除、退休、死亡、不明.
    case resigned, dismissed, expelled, retired, died, unknown
}

/// What sort of public servant a post makes of its holder (人员类别).
///
/// - Source: 政务处分法 Art. 19 to 23, 50; 监察法 Art. 15.
public enum PersonnelKind: String, Code {
    /// 公务员、参照管理人员；人大及其常委会选举或者决定任命的人员.
    case civilServant, congressElected
    /// 公办单位管理人员；国有企业管理人员.
    case institution, stateEnterprise
    /// 基层群众性自治组织管理人员；其他依法履行公职的人员.
    case grassroots, otherDuty
}

/// How a post ended (职务终止方式).
public enum PostEnding: String, Code {
    /// 免去职务、罢免、撤销职务、辞去职务、任期届满、其他.
    case relieved, recalled, revoked, resigned, termEnded, other
}

/// A post in a unit, as it was called then.
public struct Post: Hashable, Sendable {
    public let unit: UnitID
    public var unitTitle: String?
    public var post: String?
    public var rank: String?
}

extension Post: FieldPart {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        unit = try fields.given("unit", \.unit)
        unitTitle = try fields.given("unitTitle", \.unitTitle)
        post = try fields.given("post", \.post)
        rank = try fields.given("rank", \.rank)
    }

    public static var blank: Post { Post(unit: .blank) }
}
