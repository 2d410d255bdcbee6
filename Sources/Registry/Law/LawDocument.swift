import Chain
public import Law
import Records
import Vocabulary

/// A rulebook or a calendar as it was delivered, read and found sound.
public struct LawDocument: Sendable {
    /// What it says.
    public enum Content: Hashable, Sendable {
        case rulebook(Rulebook)
        case calendar(WorkCalendar)
    }

    /// Byte for byte.
    public let text: String
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits, whatever the ledger's suite.
    public let digest: String
    public let content: Content

    /// An entry holds the whole text, and no more than a mebibyte with every escape.
    private static let limits = JSONLimits(bytes: 400 << 10, depth: 32)

    /// A document of `schema/rules`.
    public init(rulebook bytes: [UInt8]) throws(LawDocumentFault) {
        try self.init(bytes) { (reader) throws(LawDocumentFault) in
            do throws(RulebookFault) {
                return .rulebook(try Rulebook(from: reader))
            } catch {
                throw .rulebook(error)
            }
        }
    }

    /// A document of `schema/calendars`.
    public init(calendar bytes: [UInt8]) throws(LawDocumentFault) {
        try self.init(bytes) { (reader) throws(LawDocumentFault) in
            do throws(CalendarFault) {
                return .calendar(try WorkCalendar(from: reader))
            } catch {
                throw .calendar(error)
            }
        }
    }

    /// Everything that is wrong with a document of `schema/rules`; empty: it can be activated.
    public static func faults(rulebook bytes: [UInt8]) -> [LawDocumentFault] {
        do throws(LawDocumentFault) {
            return Rulebook.faults(in: try reader(of: bytes)).map(LawDocumentFault.rulebook)
        } catch {
            return [error]
        }
    }

    private static func reader(of bytes: [UInt8]) throws(LawDocumentFault) -> ValueReader {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: bytes, limits: limits)
        } catch {
            throw .notJSON(error.reason.rawValue, offset: error.offset)
        }
        guard let reader = ValueReader(value) else { throw .notJSON("unexpectedByte", offset: 0) }
        return reader
    }

    private init(
        _ bytes: [UInt8], _ read: (ValueReader) throws(LawDocumentFault) -> Content
    ) throws(LawDocumentFault) {
        content = try read(try Self.reader(of: bytes))
        text = String(decoding: bytes, as: UTF8.self)
        var digest = DigestContext(.sha256)
        self.digest = bytes.withUnsafeBytes { digest.digest($0) }.hex
    }

    /// What activating it records.
    ///
    /// - Parameter today: The day on which a calendar is loaded. A rulebook is in force from the
    ///   day it names.
    func draft(on today: CalendarDate) -> Draft {
        switch content {
        case .rulebook(let book):
            Draft(
                event: Event(RulebookActivated(book, digest: digest, document: text)),
                on: book.inForceFrom, basis: [book.code.text])
        case .calendar(let calendar):
            Draft(
                event: Event(CalendarLoaded(calendar, digest: digest, document: text)),
                on: today, basis: ["民法典#203", calendar.source])
        }
    }
}

/// Why a document does not become law. The sentence says what to mend.
public enum LawDocumentFault: Error, Explained, Hashable, Sendable {
    /// What is wrong, and at which byte from 0.
    case notJSON(String, offset: Int)
    case rulebook(RulebookFault)
    case calendar(CalendarFault)
    /// This edition was activated with another text; a mistake is mended by a new version.
    case activatedOtherwise(rulebook: String, version: Int, at: Int)

    public var message: Message {
        switch self {
        case .notJSON(let reason, let offset):
            .fault("lawNotJSON", "RFC 8259", ["reason": reason, "offset": offset])
        case .rulebook(let fault): fault.message
        case .calendar(let fault): fault.message
        case .activatedOtherwise(let rulebook, let version, let position):
            .fault(
                "lawActivatedOtherwise", "schema/rules",
                ["rulebook": rulebook, "version": version, "position": position])
        }
    }

}
