import CSchema
import Law
import Records
import Vocabulary

/// The rulebooks and calendars that the program carries, in the order in which a new ledger
/// activates them: rulebooks as they came into force, then calendars by year.
public enum BuiltInLaw {
    public static let documents: [LawDocument] = {
        let rulebooks = files("rules/").map { (path, bytes) in
            sound(path) { () throws(LawDocumentFault) in try LawDocument(rulebook: bytes) }
        }
        let calendars = files("calendars/").map { (path, bytes) in
            sound(path) { () throws(LawDocumentFault) in try LawDocument(calendar: bytes) }
        }
        return rulebooks.sorted { day($0) < day($1) } + calendars
    }()

    private static func day(_ document: LawDocument) -> String {
        guard case .rulebook(let book) = document.content else { return "" }
        return "\(book.inForceFrom) \(book.code) \(book.version)"
    }

    private static func sound(
        _ path: String, _ read: () throws(LawDocumentFault) -> LawDocument
    ) -> LawDocument {
        do throws(LawDocumentFault) {
            return try read()
        } catch {
            preconditionFailure("schema/\(path): \(error)")
        }
    }

    private static func files(_ folder: String) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for index in 0..<stele_schema_count() {
            let file = stele_schema_file_at(index).pointee
            let path = String(cString: file.path)
            guard path.hasPrefix(folder) else { continue }
            files.append(
                (path, Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.count)))))
        }
        return files.sorted { $0.path < $1.path }
    }
}
