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

    /// The member `previous` of an event's data, if it is there.
    init?(previousIn reader: some FieldReader) throws(MalformedPayload) {
        guard let inner = reader.object("previous") else { return nil }
        self.init(
            unit: try inner.payload.id("unit"), unitTitle: inner.string("unitTitle"),
            post: inner.string("post"), rank: inner.string("rank"))
    }

    func write(to writer: inout some FieldWriter) {
        writer.put("post", ifPresent: post)
        writer.put("rank", ifPresent: rank)
        writer.put("unit", unit)
        writer.put("unitTitle", ifPresent: unitTitle)
    }
}
