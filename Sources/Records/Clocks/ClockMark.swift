/// Where a statutory clock starts (起算): what the entry says, and no more. When it runs out is
/// computed when somebody asks, by the law as known then.
public struct ClockStart: Hashable, Sendable {
    /// The entry that starts it.
    public let position: Position
    /// When that was recorded.
    public let at: Instant
    /// The day it runs from, which does not count.
    public let on: CalendarDate
    /// Which clock of its file it is; of one slot only the one started last runs.
    public let slot: String
    /// A clock of the rulebook, `publication`; a stage of a route, `A/recheck/decide`, whose clock
    /// the rulebook names (no stage: the first); or a name of ours for a day that is given.
    public let clock: String
    /// The last day, where the entry gives it.
    public let due: CalendarDate?
    /// The unit that has to act.
    public let unit: UnitID?
    /// The person who may act: whose remedy it is.
    public let person: SubjectID?
    /// Whom it is about.
    public let subject: SubjectID?
    /// Whether an entry of a kind older than these duties started it: it counts only in a file that
    /// has a clock already, so that a register delivered from elsewhere starts none.
    public let isOfOldKind: Bool
}

/// What ends a clock.
public struct ClockEnd: Hashable, Sendable {
    public let position: Position
    public let at: Instant
    public let on: CalendarDate
    public let slot: String
}

/// An entry of the file that no longer stands.
public struct ClockSupersession: Hashable, Sendable {
    public let superseded: Position
    /// The entry that says so.
    public let by: Position
    public let at: Instant

    public init(superseded: Position, by: Position, at: Instant) {
        self.superseded = superseded
        self.by = by
        self.at = at
    }
}

/// The clocks of one file: every start, every end, and what no longer stands of them.
///
/// - Invariant: I7: whatever the order in which entries arrive, and wherever a fold is cut and
///   merged, the content and its bytes are the same. I5: `apply` cannot fail.
public struct ClockLog: Hashable, Sendable {
    /// By position, then slot.
    public private(set) var starts: [ClockStart] = []
    public private(set) var ends: [ClockEnd] = []
    /// By the entry that says so.
    public private(set) var supersessions: [ClockSupersession] = []

    public init() {}

    /// Takes an entry in that carries the tag.
    public mutating func apply(_ recorded: RecordedEvent, under tag: Tag) {
        for mark in recorded.clockMarks where mark.tag == tag { take(mark) }
        if let superseded = recorded.supersedes {
            take(
                ClockSupersession(
                    superseded: superseded, by: recorded.position, at: recorded.at))
        }
    }

    /// Takes in what an entry starts or ends.
    public mutating func take(_ mark: ClockMark) {
        switch mark.kind {
        case .start(let start): take(start)
        case .end(let end): take(end)
        }
    }

    public mutating func take(_ one: ClockSupersession) {
        supersessions.take(one) { ($0.by, "") }
    }

    private mutating func take(_ start: ClockStart) {
        starts.take(start) { ($0.position, $0.slot) }
    }

    private mutating func take(_ end: ClockEnd) {
        ends.take(end) { ($0.position, $0.slot) }
    }

    /// The union with what another fold of the same file saw.
    public mutating func merge(_ other: ClockLog) {
        for start in other.starts { take(start) }
        for end in other.ends { take(end) }
        for one in other.supersessions { take(one) }
    }

    /// Whether no clock ever ran here.
    public var isEmpty: Bool { !starts.contains { !$0.isOfOldKind } }

    /// What counts: from the first clock of the new duties on; and of what no longer stands, only
    /// what is a mark. A row holds nothing else, so that a fold that saw the beginning and one that
    /// merged it later give the same bytes.
    public var settled: ClockLog {
        guard let first = starts.first(where: { !$0.isOfOldKind })?.position else {
            return ClockLog()
        }
        let isWhole =
            starts[0].position == first && ends.first.map { $0.position >= first } ?? true
        if isWhole && supersessions.isEmpty { return self }
        var log = ClockLog()
        log.starts = starts.filter { $0.position >= first }
        log.ends = ends.filter { $0.position >= first }
        if !supersessions.isEmpty {
            let marks = Set(log.starts.map(\.position) + log.ends.map(\.position))
            log.supersessions = supersessions.filter { marks.contains($0.superseded) }
        }
        return log
    }

    /// Writes the row; the same content gives the same bytes.
    public func write(to writer: inout some FieldWriter) {
        let log = settled
        if !log.ends.isEmpty {
            writer.array("ends", count: log.ends.count) { log.ends[$0].write(to: &$1) }
        }
        if !log.starts.isEmpty {
            writer.array("starts", count: log.starts.count) { log.starts[$0].write(to: &$1) }
        }
        if !log.supersessions.isEmpty {
            writer.array("superseded", count: log.supersessions.count) {
                log.supersessions[$0].write(to: &$1)
            }
        }
    }

    /// Reads what `write` wrote.
    public init(from reader: some FieldReader) throws(MalformedPayload) {
        for one in reader.array("ends") ?? [] { take(try ClockEnd(from: one)) }
        for one in reader.array("starts") ?? [] { take(try ClockStart(from: one)) }
        for one in reader.array("superseded") ?? [] { take(try ClockSupersession(from: one)) }
    }
}

extension Array {
    /// Keeps the order of `place`; what is there already stays.
    fileprivate mutating func take(_ one: Element, _ place: (Element) -> (Position, String)) {
        let here = place(one)
        guard let last, place(last) >= here else { return append(one) }
        let index = firstIndex { place($0) >= here } ?? endIndex
        if place(self[index]) != here { insert(one, at: index) }
    }
}

extension ClockStart {
    func write(to writer: inout some FieldWriter) {
        writer.put("at", Int(at.milliseconds))
        writer.put("clock", clock)
        writer.put("due", ifPresent: due)
        if isOfOldKind { writer.put("old", true) }
        writer.put("on", ifPresent: on)
        writer.put("person", ifPresent: person)
        writer.put("position", position)
        writer.put("slot", slot)
        writer.put("subject", ifPresent: subject)
        writer.put("unit", ifPresent: unit)
    }

    init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        position = try fields.position("position")
        at = try fields.moment("at")
        on = try fields.day("on")
        slot = try fields.text("slot")
        clock = try fields.text("clock")
        due = try fields.date("due")
        unit = try fields.optionalID("unit")
        person = try fields.optionalID("person")
        subject = try fields.optionalID("subject")
        isOfOldKind = reader.bool("old") ?? false
    }
}

extension ClockEnd {
    func write(to writer: inout some FieldWriter) {
        writer.put("at", Int(at.milliseconds))
        writer.put("on", ifPresent: on)
        writer.put("position", position)
        writer.put("slot", slot)
    }

    init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        position = try fields.position("position")
        at = try fields.moment("at")
        on = try fields.day("on")
        slot = try fields.text("slot")
    }
}

extension ClockSupersession {
    func write(to writer: inout some FieldWriter) {
        writer.put("at", Int(at.milliseconds))
        writer.put("by", by)
        writer.put("position", superseded)
    }

    init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        superseded = try fields.position("position")
        by = try fields.position("by")
        at = try fields.moment("at")
    }
}

extension Fields where Failure == MalformedPayload {
    /// Milliseconds since 1970, within the years that an instant has.
    fileprivate func moment(_ name: StaticString) throws(MalformedPayload) -> Instant {
        let milliseconds = try position(name)
        guard (-62_135_596_800_000...253_402_300_799_999).contains(milliseconds) else {
            throw .notADate("\(name)", "")
        }
        return Instant(milliseconds: Int64(milliseconds))
    }
}
