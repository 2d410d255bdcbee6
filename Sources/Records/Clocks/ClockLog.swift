public import Law
public import Vocabulary

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
    public init(from reader: some FieldReader) throws(FieldFault) {
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
        writer.put("authority", ifPresent: terms.authority)
        writer.put("clock", clock)
        writer.put("countedFrom", ifPresent: countedFrom)
        writer.put("due", ifPresent: due)
        writer.put("measure", ifPresent: terms.measure)
        if isOfOldKind { writer.put("old", true) }
        writer.put("on", ifPresent: on)
        writer.put("person", ifPresent: person)
        writer.put("position", position)
        writer.put("slot", slot)
        writer.put("subject", ifPresent: subject)
        writer.put("unit", ifPresent: unit)
    }

    init(from reader: some FieldReader) throws(FieldFault) {
        self.init(
            position: try reader.member("position"), at: try reader.moment("at"),
            on: try reader.member("on"), slot: try reader.member("slot"),
            clock: try reader.member("clock"), due: try CalendarDate.read("due", in: reader),
            unit: try UnitID.read("unit", in: reader),
            person: try SubjectID.read("person", in: reader),
            subject: try SubjectID.read("subject", in: reader),
            isOfOldKind: reader.bool("old") ?? false, terms: ClockTerms(from: reader),
            countedFrom: try CalendarDate.read("countedFrom", in: reader))
    }
}

extension ClockEnd {
    func write(to writer: inout some FieldWriter) {
        writer.put("at", Int(at.milliseconds))
        writer.put("authority", ifPresent: terms.authority)
        writer.put("measure", ifPresent: terms.measure)
        writer.put("on", ifPresent: on)
        writer.put("position", position)
        writer.put("slot", slot)
    }

    init(from reader: some FieldReader) throws(FieldFault) {
        self.init(
            position: try reader.member("position"), at: try reader.moment("at"),
            on: try reader.member("on"), slot: try reader.member("slot"),
            terms: ClockTerms(from: reader))
    }
}

extension ClockTerms {
    fileprivate init(from reader: some FieldReader) {
        self.init(authority: reader.string("authority"), measure: reader.string("measure"))
    }
}

extension ClockSupersession {
    func write(to writer: inout some FieldWriter) {
        writer.put("at", Int(at.milliseconds))
        writer.put("by", by)
        writer.put("position", superseded)
    }

    init(from reader: some FieldReader) throws(FieldFault) {
        superseded = try reader.member("position")
        by = try reader.member("by")
        at = try reader.moment("at")
    }
}

extension FieldReader {
    /// A member that a row always has.
    fileprivate func member<Value: FieldValue>(_ name: StaticString) throws(FieldFault) -> Value {
        guard let value = try Value.read(name, in: self) else { throw .missing("\(name)") }
        return value
    }

    /// Milliseconds since 1970, within the years that an instant has.
    fileprivate func moment(_ name: StaticString) throws(FieldFault) -> Instant {
        let milliseconds: Int = try member(name)
        guard (-62_135_596_800_000...253_402_300_799_999).contains(milliseconds) else {
            throw .notADate("\(name)", value: "")
        }
        return Instant(milliseconds: Int64(milliseconds))
    }
}
