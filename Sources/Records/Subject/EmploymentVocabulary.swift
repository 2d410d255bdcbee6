public import Vocabulary

/// How a person left public service (离任原因).
public enum Departure: String, Code {
    /// 辞职.
    case resigned
    /// 辞退.
    case dismissed
    /// 开除.
    case expelled
    /// 退休.
    case retired
    /// 死亡.
    case died
    /// 不明.
    case unknown
}

/// A post in a unit, as it was called then.
public struct Post: Hashable, Sendable {
    public let unit: UnitID
    public let unitTitle: String?
    public let post: String?
    public let rank: String?

    public init(
        unit: UnitID, unitTitle: String? = nil, post: String? = nil, rank: String? = nil
    ) {
        self.unit = unit
        self.unitTitle = unitTitle
        self.post = post
        self.rank = rank
    }
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
