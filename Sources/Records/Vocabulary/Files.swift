/// All that is recorded about one major decision (重大行政决策). A fold that cannot refuse.
public struct DecisionFile: Hashable, Sendable {
    public let decision: DecisionID
    public private(set) var log = EventLog()

    public init(decision: DecisionID) { self.decision = decision }

    /// I5: cannot fail; an event about something else changes nothing.
    public mutating func apply(_ recorded: RecordedEvent) {
        if recorded.event.tags.contains(decision.tag) { log.insert(recorded) }
    }

    /// The file as if these entries had never been recorded, nor what they superseded.
    public func removing(_ positions: some Sequence<Position>) -> Self {
        var file = self
        file.log.remove(Set(positions))
        return file
    }
}

/// All that is recorded about one sanction (处分、处理). A fold that cannot refuse.
public struct SanctionFile: Hashable, Sendable {
    public let sanction: SanctionID
    public private(set) var log = EventLog()

    public init(sanction: SanctionID) { self.sanction = sanction }

    /// I5: cannot fail; an event about something else changes nothing.
    public mutating func apply(_ recorded: RecordedEvent) {
        if recorded.event.tags.contains(sanction.tag) { log.insert(recorded) }
    }

    /// The file as if these entries had never been recorded, nor what they superseded.
    public func removing(_ positions: some Sequence<Position>) -> Self {
        var file = self
        file.log.remove(Set(positions))
        return file
    }
}

/// All that is recorded about one appeal (申诉类). A fold that cannot refuse.
public struct AppealFile: Hashable, Sendable {
    public let appeal: AppealID
    public private(set) var log = EventLog()

    public init(appeal: AppealID) { self.appeal = appeal }

    /// I5: cannot fail; an event about something else changes nothing.
    public mutating func apply(_ recorded: RecordedEvent) {
        if recorded.event.tags.contains(appeal.tag) { log.insert(recorded) }
    }

    /// The file as if these entries had never been recorded, nor what they superseded.
    public func removing(_ positions: some Sequence<Position>) -> Self {
        var file = self
        file.log.remove(Set(positions))
        return file
    }
}
