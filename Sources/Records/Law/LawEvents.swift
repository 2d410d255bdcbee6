public import Law
public import Vocabulary

/// A rulebook was activated; its text is pinned here (启用规则库).
///
/// - Units: `on` of the entry is the day from which it is in force.
/// - Source: 追责制度 Art. 17.
public struct RulebookActivated: IrrevocableFact {
    public static let type: EventType = "rulebook.activated.v1"

    /// Code of the rulebook.
    public var rulebook: String
    /// Version, from 1.
    public var version: Int
    /// SHA-256 of `document`, lower-case hexadecimal.
    public var digest: String
    /// The file, byte for byte.
    public var document: String
}

extension RulebookActivated {
    /// That edition, as its file has it.
    public init(_ book: Rulebook, digest: String, document: String) {
        self.init(
            rulebook: book.code.text, version: book.version, digest: digest, document: document)
    }

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        rulebook = try fields.derived("rulebook", \.rulebook)
        version = try fields.derived("version", \.version)
        digest = try fields.derived("digest", \.digest)
        document = try fields.derived("document", \.document)
    }

    public static var duty: Duty { .law }
    public var moreTags: [Tag] { [Tag(kind: .rulebook, wellFormed: rulebook)] }
}

/// The rest days and working days of a year were loaded; the text is pinned here (载入节假日安排).
///
/// - Units: `on` of the entry is the day of loading.
/// - Source: 国务院办公厅 arrangements of holidays; 民法典 Art. 203.
public struct CalendarLoaded: IrrevocableFact {
    public static let type: EventType = "calendar.loaded.v1"

    /// The year.
    public var calendarYear: Int
    /// SHA-256 of `document`, lower-case hexadecimal.
    public var digest: String
    /// The file, byte for byte.
    public var document: String
}

extension CalendarLoaded {
    /// That year, as its file has it.
    public init(_ calendar: WorkCalendar, digest: String, document: String) {
        self.init(calendarYear: calendar.year, digest: digest, document: document)
    }

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        calendarYear = try fields.derived("calendarYear", \.calendarYear)
        digest = try fields.derived("digest", \.digest)
        document = try fields.derived("document", \.document)
    }

    public static var duty: Duty { .law }
    public var moreTags: [Tag] { [Tag(kind: .calendar, wellFormed: String(calendarYear))] }
}
