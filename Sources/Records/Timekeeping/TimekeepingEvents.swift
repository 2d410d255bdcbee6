public import Vocabulary

/// The clock was wrong (更正时钟): from the named entry up to this one, entries say that they were recorded
/// later than they were. This entry, and it alone, may be recorded before its predecessor; what follows
/// is recorded from its time on.
///
/// - Invariant: The named entry is the first that lies ahead of the clock as it is now. Carries its
///   tags, so that every trail that shows the entry shows this.
/// - Refusals: ``CorrectionRefusal/unknownEntry(_:)``.
/// - Source: 新左政发〔2020〕26号 task 12.
public struct ClockCorrected: IrrevocableFact, Act {
    public static let type: EventType = "clock.corrected.v1"
    public static var duty: Duty { .timekeeping }

    /// The first entry that a wrong clock dated.
    public let entry: Position
    /// Why the clock was wrong, in a sentence.
    public let reason: String
    /// What the entry is about.
    var carried: [TagText] = []
}

extension ClockCorrected {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        entry = try fields.given("entry", \.entry)
        reason = try fields.given("reason", \.reason)
        carried = try fields.derived("concerns", \.carried, .tag)
    }

    public var moreTags: [Tag] { [Self.tag(of: entry)] }
    public var concerns: [Tag] { [Self.tag(of: entry)] }
    public var acting: Acting { .none }

    private static func tag(of entry: Position) -> Tag {
        Tag(kind: .clock, wellFormed: String(entry))
    }

    /// Once. That the entry lies ahead of the clock, the registry knows, which has one.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let wrong = past.entry(entry) else { throw .unknownEntry(entry) }
        if past.file(Self.tag(of: entry)) != nil { return [] }  // Asked twice, recorded once.
        var fact = self
        fact.carried = wrong.tags.map { TagText(tag: $0) }
        return [circumstances.draft(fact, under: Self.rule)]
    }
}
