public import Vocabulary

/// How a person left public service (离任原因).
public enum Departure: String, Code {
    /// 辞职、辞退、开除、退休、死亡、不明.
    case resigned, dismissed, expelled, retired, died, unknown
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
