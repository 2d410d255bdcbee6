public import Vocabulary

/// Why a sealed value is destroyed (销毁事由).
///
/// - Source: 个人信息保护法 Art. 47.
public enum DestructionGround: String, Code {
    /// 处理目的已实现、无法实现或者不再必要.
    case purposeAchieved
    /// 保存期限已届满.
    case retentionExpired
    /// 个人撤回同意.
    case consentWithdrawn
    /// 违反法律、行政法规或者约定处理.
    case unlawfulProcessing
    /// 法律、行政法规规定的其他情形.
    case otherwiseProvided
}

/// A sealed value was destroyed by law (依法销毁): the value and its salt leave the vault in the same
/// transaction. The entry that committed to it stays, and so does the commitment.
///
/// - Invariant: Carries the tags of the entry whose value it destroys, so that every trail that shows the
///   entry shows what became of its value; and the tag `destruction:ENTRY`, by which it is found.
/// - Units: `on` of the entry is the day of destruction.
/// - Refusals: ``DestructionRefusal``.
/// - Source: 个人信息保护法 Art. 47.
public struct ValueDestroyed: IrrevocableFact, Act {
    public static let type: EventType = "value.destroyed.v1"
    public static var duty: Duty { .destruction }

    /// The entry that commits to the value.
    public private(set) var entry: Position
    /// Where the value stands in it: `name`, `attendees.0.statement`.
    public private(set) var path: String
    public let ground: DestructionGround
    /// The organ that ordered it.
    public let organ: UnitID
    /// The number of the order.
    public var instrument: String?
    /// What the entry is about.
    var concerns: [TagText] = []
}

extension ValueDestroyed {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        entry = try fields.given("entry", \.entry)
        path = try fields.given("path", \.path)
        ground = try fields.given("ground", \.ground)
        organ = try fields.given("organ", \.organ)
        instrument = try fields.given("instrument", \.instrument)
        concerns = try fields.derived("concerns", \.concerns, .tag)
    }

    public var moreTags: [Tag] { [Self.tag(of: entry)] }
    public var acting: Acting { .none }

    /// What an entry destroyed; nil for entries that destroy nothing, and for one that no second person
    /// stands behind (双人复核): nobody destroys alone.
    public static func lawful(_ recorded: RecordedEvent) -> Recorded<Self>? {
        isLawful(by: recorded.actor, approvedBy: recorded.approver) ? recorded[Self.self] : nil
    }

    /// Whether a second person stands behind it: another identity, not another spelling.
    public static func isLawful(by actor: String, approvedBy approver: String?) -> Bool {
        guard let approver = approver.flatMap({ Officer($0) }) else { return false }
        return approver != Officer(actor)
    }

    /// What leaves the vault on the same order: another value, of an entry with those tags.
    public func together(
        with path: String, of entry: Position, _ tags: [Tag]
    ) -> Self {
        var other = self
        other.entry = entry
        other.path = path
        other.concerns = tags.map { TagText(tag: $0) }
        return other
    }

    /// The tag under which what became of an entry's values is found.
    public static func tag(of entry: Position) -> Tag {
        Tag(kind: .destruction, wellFormed: String(entry))
    }
}

extension TagKind {
    /// What was destroyed of an entry.
    public static let destruction: TagKind = "destruction"
}
