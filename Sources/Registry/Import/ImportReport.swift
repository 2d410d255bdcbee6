internal import Chain
import Glibc
public import Law

/// What became of one delivered row.
public enum RowOutcome: String, Hashable, Sendable, CaseIterable {
    /// Appended as events.
    case imported
    /// Not taken; the report says why.
    case refused
    /// Appended as corrections of what an earlier delivery said.
    case corrected
    /// There already, as delivered: nothing was appended.
    case already
    /// Not taken: a later row of the file has its key, and the mapping lets the last one count.
    case overtaken
    /// Passed over: a note or an example, as the mapping says.
    case skipped
    /// No row of this delivery, which says that it is whole: one of the delivery before.
    case missing
}

/// How many rows of a file came out how.
public struct ImportTotals: Hashable, Sendable {
    private var counts: [RowOutcome: Int] = [:]

    public init() {}

    public subscript(outcome: RowOutcome) -> Int { counts[outcome] ?? 0 }

    /// Rows in all, without those that are missing.
    public var rows: Int { counts.values.reduce(0, +) - self[.missing] }

    /// Whether a report has a line for it: where notes may stand, whether they did.
    func tells(_ outcome: RowOutcome) -> Bool { outcome != .skipped || self[.skipped] > 0 }

    mutating func count(_ outcome: RowOutcome) { counts[outcome, default: 0] += 1 }

    /// Adds the totals of another file.
    public mutating func add(_ other: ImportTotals) {
        counts.merge(other.counts, uniquingKeysWith: +)
    }
}

/// Why a report cannot be written.
public enum ReportFault: Error, Explained, Hashable, Sendable {
    /// Something else is at the path; only an earlier report is written over.
    case notAReport(path: String)
    case cannotWrite(path: String, systemError: Int32)

    public var message: Message {
        switch self {
        case .notAReport(let path): .fault("reportNotAReport", ["path": path])
        case .cannotWrite(let path, let error):
            .fault("reportCannotWrite", ["path": path, "error": systemText(error)])
        }
    }

}

/// A line for every delivered row, written as the import goes on; memory does not grow with it.
///
/// By the extension of the file:
/// - any, such as `.csv` (UTF-8 with the mark that spreadsheets look for, CRLF):
///   `file,line,key,outcome,reason_code,reason`, then per file and outcome one line
///   `file,,,outcome,total,n`, and `file,,,,encoding,` with the encoding it was read in. A
///   cell that a spreadsheet would take for a formula stands behind `'`.
/// - `.jsonl`, `.ndjson` or `.json`: one canonical object a row with the same names (`reasonCode`), then one
///   `{"encoding":…,"file":…,"totals":{"already":n,…}}` a file.
///
/// Refusals carry file, line and reason. Keys are those of the entries, in clear; sealed values
/// never appear.
public final class ImportReport {
    private enum Form { case commaSeparated, jsonLines }

    private let path: String
    private let form: Form
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private var isClosed = false
    private var order: [String] = []
    private var byFile: [String: ImportTotals] = [:]
    private var encodings: [String: TextEncoding] = [:]
    private var file = ""
    private var current = ImportTotals()

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let heading = "file,line,key,outcome,reason_code,reason\r\n"

    /// Makes the file, or empties it when an earlier report is there: a slip of the keyboard must
    /// not empty a ledger.
    public init(path: String) throws(ReportFault) {
        let isJSON = [".jsonl", ".ndjson", ".json"].contains { path.hasSuffix($0) }
        form = isJSON ? .jsonLines : .commaSeparated
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, systemError: errno) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            guard Self.isReplaceable(descriptor) else {
                close(descriptor)
                throw .notAReport(path: path)
            }
            ftruncate(descriptor, 0)
            lseek(descriptor, 0, SEEK_SET)
        }
        if form == .commaSeparated {
            pending += Self.byteOrderMark
            pending += Array(Self.heading.utf8)
        }
    }

    /// Whether a file is empty or begins as a report does.
    private static func isReplaceable(_ descriptor: Int32) -> Bool {
        var head = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &head, head.count)
        guard count > 0 else { return count == 0 }
        let start = head.prefix(count)
        return start.starts(with: byteOrderMark + heading.utf8)
            || start.starts(with: Array("{\"file\":".utf8))
    }

    deinit { if !isClosed { close(descriptor) } }

    /// Says in which encoding a file was read; it stands beside the totals of the file.
    public func name(_ encoding: TextEncoding, of file: String) { encodings[file] = encoding }

    /// Writes one row's outcome.
    ///
    /// - Parameters:
    ///   - line: the physical line on which the row starts; nil for a row that is missing.
    ///   - key: nil where the row's key could not be read.
    ///   - reason: code and sentence; always given for ``RowOutcome/refused``.
    public func write(
        file: String, line: Int?, key: String?, outcome: RowOutcome,
        reason: (code: String, text: String)? = nil
    ) throws(ReportFault) {
        precondition(outcome != .refused || reason != nil, "a refusal has a reason")
        if file != self.file {
            settle()
            self.file = file
            current = byFile[file] ?? ImportTotals()
            if byFile[file] == nil { order.append(file) }
        }
        current.count(outcome)
        switch form {
        case .commaSeparated:
            commaSeparated([
                file, line.map { "\($0)" } ?? "", key ?? "", outcome.rawValue, reason?.code ?? "",
                reason?.text ?? "",
            ])
        case .jsonLines:
            object { row in
                row.set("file", file)
                if let key { row.set("key", key) }
                if let line { row.set("line", line) }
                row.set("outcome", outcome.rawValue)
                if let reason {
                    row.set("reason", reason.text)
                    row.set("reasonCode", reason.code)
                }
            }
        }
        if pending.count >= 1 << 16 { try flush() }
    }

    /// Rows so far, over all files.
    public var totals: ImportTotals {
        settle()
        var sum = ImportTotals()
        for totals in byFile.values { sum.add(totals) }
        return sum
    }

    /// Rows so far by file, in the order in which files came.
    public var totalsByFile: [(file: String, totals: ImportTotals)] {
        settle()
        return order.map { ($0, byFile[$0] ?? ImportTotals()) }
    }

    /// Writes the totals and closes the file; nothing can be written after it.
    public func finish() throws(ReportFault) {
        precondition(!isClosed, "a report is finished once")
        for (file, totals) in totalsByFile {
            let encoding = encodings[file]?.label
            switch form {
            case .commaSeparated:
                if let encoding { commaSeparated([file, "", "", "", "encoding", encoding]) }
                for outcome in RowOutcome.allCases where totals.tells(outcome) {
                    commaSeparated([file, "", "", outcome.rawValue, "total", "\(totals[outcome])"])
                }
            case .jsonLines:
                object { row in
                    if let encoding { row.set("encoding", encoding) }
                    row.set("file", file)
                    let counts = row.begin("totals")
                    for outcome in RowOutcome.allCases.sorted(by: { $0.rawValue < $1.rawValue })
                    where totals.tells(outcome) {
                        row.set(outcome.rawValue, totals[outcome])
                    }
                    row.end(counts)
                }
            }
        }
        try flush()
        isClosed = true
        if close(descriptor) != 0 { throw .cannotWrite(path: path, systemError: errno) }
    }

    /// Puts what is pending into the file, so that a report of a killed import is readable.
    public func flush() throws(ReportFault) {
        var begin = 0
        while begin < pending.count {
            let count = pending.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress! + begin, bytes.count - begin)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .cannotWrite(path: path, systemError: errno)
            }
            begin += count
        }
        pending.removeAll(keepingCapacity: true)
    }

    private func settle() {
        if !file.isEmpty { byFile[file] = current }
    }

    // MARK: Forms

    private func commaSeparated(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { pending.append(0x2C) }
            // Spreadsheets run a cell that begins so; what is delivered must not run anywhere.
            let first = cell.utf8.first ?? 0x30
            let isFormula = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
            let text = Self.printable(isFormula ? "'" + cell : cell)
            if text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) {
                pending.append(0x22)
                for byte in text.utf8 {
                    if byte == 0x22 { pending.append(0x22) }
                    pending.append(byte)
                }
                pending.append(0x22)
            } else {
                pending += Array(text.utf8)
            }
        }
        pending += [0x0D, 0x0A]
    }

    /// A key may hold anything; what would steer a terminal is shown as its picture (U+2400–U+2421).
    private static func printable(_ cell: String) -> String {
        let steers = { (byte: UInt8) in
            byte == 0x7F || byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte)
        }
        guard cell.utf8.contains(where: steers) else { return cell }
        var shown = String.UnicodeScalarView()
        for scalar in cell.unicodeScalars {
            let picture = scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value
            guard scalar.isASCII, steers(UInt8(scalar.value)), let mark = Unicode.Scalar(picture)
            else {
                shown.append(scalar)
                continue
            }
            shown.append(mark)
        }
        return String(shown)
    }

    /// An object on a line of its own, its members in order.
    private func object(_ write: (inout CanonicalStream) -> Void) {
        var stream = CanonicalStream()
        let object = stream.begin()
        write(&stream)
        stream.end(object)
        pending += stream.bytes
        pending.append(0x0A)
    }
}
