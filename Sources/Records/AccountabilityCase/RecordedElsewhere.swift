public import Law
public import Vocabulary

/// A case that no organ here conducts, and is only recorded (据来文登记): its procedure was not kept here,
/// and nothing in it says that it was.
public struct RecordedElsewhere: Hashable, Sendable {
    public let `case`: CaseID
    /// The document that it is recorded from; nil: it came with a delivery that names none.
    public let instrument: String?
    /// The entry that opened it.
    public let position: Position
}

extension CaseFile {
    /// Nil where an organ here conducts it, or nothing was opened by then.
    public func recordedElsewhere(
        by date: CalendarDate, knownAt moment: Instant? = nil
    ) -> RecordedElsewhere? {
        past(by: date, knownAt: moment).recordedElsewhere
    }
}

extension CasePast {
    var recordedElsewhere: RecordedElsewhere? {
        guard let opening, !isGoverned else { return nil }
        return RecordedElsewhere(
            case: file.case, instrument: opening.fact.recordedFrom, position: opening.position)
    }
}
