/// A rulebook was activated; its text is pinned here (启用规则库).
///
/// - Units: `on` of the entry is the day from which it is in force.
/// - Source: 追责制度 Art. 17.
public struct RulebookActivated: EventPayload {
    public static let type: EventType = "rulebook.activated.v1"

    /// Code of the rulebook.
    public let rulebook: String
    /// Version, from 1.
    public let version: Int
    /// SHA-256 of `document`, lower-case hexadecimal.
    public let digest: String
    /// The file, byte for byte.
    public let document: String

    public init(rulebook: String, version: Int, digest: String, document: String) {
        self.rulebook = rulebook
        self.version = version
        self.digest = digest
        self.document = document
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        rulebook = try fields.text("rulebook")
        version = try fields.position("version")
        digest = try fields.text("digest")
        document = try fields.text("document")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("digest", digest)
        writer.put("document", document)
        writer.put("rulebook", rulebook)
        writer.put("version", version)
    }

    public var tags: [Tag] { [Tag(kind: .rulebook, wellFormed: rulebook)] }
}

/// The rest days and working days of a year were loaded; the text is pinned here (装入节假日安排).
///
/// - Units: `on` of the entry is the day of loading.
/// - Source: 国务院办公厅 arrangements of holidays; 民法典 Art. 203.
public struct CalendarLoaded: EventPayload {
    public static let type: EventType = "calendar.loaded.v1"

    /// The year.
    public let calendarYear: Int
    /// SHA-256 of `document`, lower-case hexadecimal.
    public let digest: String
    /// The file, byte for byte.
    public let document: String

    public init(calendarYear: Int, digest: String, document: String) {
        self.calendarYear = calendarYear
        self.digest = digest
        self.document = document
    }

    public init(from reader: some FieldReader) throws(MalformedPayload) {
        let fields = reader.payload
        calendarYear = try fields.position("calendarYear")
        digest = try fields.text("digest")
        document = try fields.text("document")
    }

    public func write(to writer: inout some FieldWriter) {
        writer.put("calendarYear", calendarYear)
        writer.put("digest", digest)
        writer.put("document", document)
    }

    public var tags: [Tag] { [Tag(kind: .calendar, wellFormed: String(calendarYear))] }
}
