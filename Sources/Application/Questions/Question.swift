public import Law
public import Records
public import Registry
public import Vocabulary

/// Something that can be asked of a ledger, its fields declared as those of facts are.
public protocol Question: FieldRecord {
    associatedtype Reply: Answer
    /// As it is asked for: `appeal show`.
    static var spoken: String { get }
    /// The field that stands first and needs no flag; nil, unless said: every field has one.
    static var about: String? { get }
    /// By what was known when it is asked; nil: by all there is.
    var knownAt: Instant? { get }
    /// With what the lists it is answered from are compared; as usual, unless said.
    var completeness: Completeness { get }
    /// Whether it asks for a list; not, unless said.
    static var isList: Bool { get }
    /// Nil: nothing is recorded of what is asked about.
    func answer(in ledger: Ledger) throws -> Reply?
    /// Who or what narrows it, and is none that the ledger knows; nil, unless said: nothing does.
    func unrecorded(in ledger: Ledger) throws -> Unrecorded?
}

extension Question {
    public static var about: String? { nil }
    public var completeness: Completeness { .usual }
    public static var isList: Bool { false }
    public func unrecorded(in ledger: Ledger) throws -> Unrecorded? { nil }
}

/// By whom or by what a list was to be narrowed, where that is a mistake: “none” would be read as a
/// clean record (I12).
public enum Unrecorded: Hashable, Sendable {
    /// Nothing is recorded about it.
    case nothing(SubjectID)
    /// It is registered as something else.
    case otherKind(SubjectID, SubjectKind)
    /// Nothing is recorded under it, so no list goes on behind it.
    case noPlace(String)
}

extension Ledger {
    /// - Parameters:
    ///   - person: By whom a list is narrowed; someone only mentioned so far will do.
    ///   - unit: By which unit. One that was never registered will do where something is found of it.
    ///   - isFound: Whether the list holds anything.
    func unrecorded(
        person: SubjectID? = nil, unit: UnitID? = nil, isFound: () throws -> Bool
    ) throws -> Unrecorded? {
        if let person {
            let registration = try registration(of: person)
            guard registration.isMentioned else { return .nothing(person) }
            if let kind = registration.kind, kind != .person { return .otherKind(person, kind) }
        }
        if let unit {
            let id = SubjectID(wellFormed: unit.text)
            let registration = try registration(of: id)
            if registration.kind == .person { return .otherKind(id, .person) }
            if try !registration.isMentioned && !isFound() { return .nothing(id) }
        }
        return nil
    }
}

/// A question as of a day, by what was known at a moment.
public protocol TimedQuestion: Question {
    var times: Times { get }
}

extension TimedQuestion {
    public var knownAt: Instant? { times.knownAt }
}

extension Fields where Record: TimedQuestion {
    mutating func times() throws(FieldFault) -> Times {
        Times(
            asOf: try given("asOf", \.times.asOf),
            knownAt: try given("knownAt", { $0.times.knownAt.map(Moment.init) })?.instant)
    }
}

/// A question that is answered with a part of a list.
public protocol ListQuestion: TimedQuestion {
    var window: ListWindow { get }
    /// The kind of file by whose identifiers the list goes on; nil: by none.
    var listed: TagKind? { get }
}

extension ListQuestion {
    public static var isList: Bool { true }
    public var completeness: Completeness { window.completeness }
}

extension Ledger {
    /// Whether a list is to go on behind an identifier that nothing is recorded under.
    func noPlace(in question: some Question) throws -> Unrecorded? {
        guard let list = question as? any ListQuestion, let kind = list.listed,
            let after = list.window.after,
            try trail(of: Tag(kind: kind, wellFormed: after)).isEmpty
        else { return nil }
        return .noPlace(after)
    }
}

extension Fields where Record: ListQuestion {
    mutating func window() throws(FieldFault) -> ListWindow {
        ListWindow(
            limit: try given("limit", \.window.limit, or: ListWindow.usual),
            after: try given("after", \.window.after), completeness: try completeness())
    }
}

extension Fields where Record: Question {
    /// Whether a list is to be compared with every entry, however many there are.
    mutating func completeness() throws(FieldFault) -> Completeness {
        try given("complete", { $0.completeness == .everyLine }, or: false) ? .everyLine : .usual
    }
}

/// A moment as people and programs type it: an instant of RFC 3339, to the second or with fractions
/// of it, in UTC or with its distance from it; or a day alone, which means the end of that day in the
/// banner's time (UTC+8): what an officer had seen when going home.
public struct Moment: FieldValue {
    public let instant: Instant

    public init(_ instant: Instant) { self.instant = instant }

    /// - Parameter time: What a day alone means, `12:00:00+08:00`.
    public init?(_ typed: String, dayAt time: String = "15:59:59.999Z") {
        var written = typed
        if case .day(let day) = WrittenDay(typed) { written = "\(day)T\(time)" }
        guard let instant = Self.instant(written) else { return nil }
        self.init(instant)
    }

    public static var form: FieldForm { .text }
    public static var blank: Moment { Moment(Instant(milliseconds: 0)) }
    public var stored: FieldTree.Value? { .text(instant.description) }

    /// - Throws: ``FieldFault/notADate(_:value:)``.
    public static func read(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> Moment? {
        guard let text = reader.string(name) else { return nil }
        guard let moment = Moment(text) else { throw .notADate("\(name)", text: text) }
        return moment
    }

    private static func instant(_ typed: String) -> Instant? {
        guard typed.utf8.count >= 20, typed.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var clock = typed[...]
        var minutes = 0
        if clock.hasSuffix("Z") {
            clock = clock.dropLast()
        } else {
            let distance = clock.suffix(6)
            let parts = distance.dropFirst().split(separator: ":").compactMap { Int($0) }
            guard distance.first == "+" || distance.first == "-",
                distance.dropFirst(3).first == ":",
                parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1])
            else { return nil }
            minutes = (parts[0] * 60 + parts[1]) * (distance.first == "-" ? -1 : 1)
            clock = clock.dropLast(6)
        }
        var fraction = "000"
        if let dot = clock.firstIndex(of: ".") {
            let digits = clock[clock.index(after: dot)...]
            guard (1...9).contains(digits.count), digits.allSatisfy(\.isNumber) else { return nil }
            fraction = String((digits + "00").prefix(3))
            clock = clock[..<dot]
        }
        guard let read = Instant("\(clock).\(fraction)Z") else { return nil }
        let shifted = read.milliseconds - Int64(minutes) * 60_000
        return range.contains(shifted) ? Instant(milliseconds: shifted) : nil
    }

    /// The years 1 to 9999. Units: milliseconds since 1970.
    private static let range = (-62_135_596_800_000 as Int64)...253_402_300_799_999
}
