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
public enum LawDocumentFault: Error, Hashable, Sendable {
    /// What is wrong, and at which byte from 0.
    case notJSON(String, offset: Int)
    case rulebook(RulebookFault)
    case calendar(CalendarFault)
    /// This edition was activated with another text; a mistake is mended by a new version.
    case activatedOtherwise(rulebook: String, version: Int, at: Int)

    public var source: String {
        switch self {
        case .notJSON: "RFC 8259"
        case .rulebook(let fault): fault.source
        case .calendar(let fault): fault.source
        case .activatedOtherwise: "schema/rules"
        }
    }

    public var messageChinese: String {
        switch self {
        case .notJSON(let reason, let offset):
            "文件不是合格的 JSON：第 \(offset) 字节处 \(reason)，请改正后重新载入。（\(source)）"
        case .rulebook(let fault): fault.messageChinese
        case .calendar(let fault): fault.messageChinese
        case .activatedOtherwise(let rulebook, let version, let position):
            "\(rulebook) 第 \(version) 版已由第 \(position) 号记录启用，内容不同；请以新的版本号启用。（\(source)）"
        }
    }

    public var messageEnglish: String {
        switch self {
        case .notJSON(let reason, let offset):
            "The file is not JSON as it should be: \(reason) at byte \(offset); mend it and load it "
                + "again. (\(source))"
        case .rulebook(let fault): fault.messageEnglish
        case .calendar(let fault): fault.messageEnglish
        case .activatedOtherwise(let rulebook, let version, let position):
            "Version \(version) of \(rulebook) was activated by entry \(position) with another text; "
                + "activate this one under a new version. (\(source))"
        }
    }
}
