/// Reads comma-separated text record by record (RFC 4180), in memory that does not grow with it.
///
/// - Lines end in LF, CRLF or CR; a quoted field may hold any of them. Empty lines are skipped.
/// - The first record is the header. Its names are unique and not blank.
/// - A quote inside an unquoted field is an ordinary character, as spreadsheets read it.
/// - A record that cannot be taken is a ``RowFault`` with the line it starts on; reading goes on
///   with the next record. A field over the limit is walked through without being kept.
/// - `source` yields UTF-8 (see ``TextEncoding``).
///
/// ```
/// UID,note⏎            header
/// P1,"a ""b"""⏎        line 2: P1 · a "b"
/// P2,"one⏎two"⏎        line 3: P2 · one⏎two
/// P3⏎                  line 5: raggedRow, 2 expected, 1 found
/// ```
public final class CSVReader {
    /// How much of one record is kept.
    public struct Limits: Hashable, Sendable {
        /// Bytes of one field after unquoting.
        public var field = 1 << 20
        /// Columns of the header.
        public var columns = 1024
        /// Bytes read at once from the source.
        public var buffer = 1 << 16
        public init(field: Int = 1 << 20, columns: Int = 1024, buffer: Int = 1 << 16) {
            precondition(field > 0 && columns > 0 && buffer > 0, "limits are positive")
            self.field = field
            self.columns = columns
            self.buffer = buffer
        }
    }

    /// What stands next in the file.
    public enum Step: Hashable, Sendable {
        /// A record that starts on this physical line; read it with ``field(_:)``.
        case record(line: Int)
        /// A record that was not kept.
        case fault(RowFault)
        case end
    }

    private enum State { case fieldStart, unquoted, quoted, quoteInQuoted }

    /// The column names, in the order of the file.
    public private(set) var header: [String] = []
    private let source: any ByteSource
    private let file: String
    private let limits: Limits

    private let buffer: UnsafeMutablePointer<UInt8>
    private var position = 0
    private var filled = 0
    private var line = 1
    private var lastWasCR = false

    // The record being read: unquoted bytes end to end, and where each field ends.
    private var content: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 12
    private var contentCount = 0
    private var ends: [Int] = []
    /// Whether something stands behind the last named column.
    private var hasExtra = false
    private let delimiter: UInt8
    /// Everything special stands up to here.
    private let highest: UInt8
    private var fieldCount = 0
    private var fieldBegin = 0
    private var mask: UInt8 = 0
    private var broken: (reason: RowFault.Reason, field: Int)?

    /// Reads the header.
    ///
    /// - Parameter file: the name that faults carry.
    /// - Parameter delimiter: what stands between two columns; one ASCII byte.
    public init(
        _ source: any ByteSource, file: String, delimiter: UInt8 = 0x2C, limits: Limits = Limits()
    ) throws(FileFault) {
        self.delimiter = delimiter
        highest = max(delimiter, .comma)
        self.source = source
        self.file = file
        self.limits = limits
        buffer = .allocate(capacity: limits.buffer)
        content = .allocate(capacity: capacity)
        ends.reserveCapacity(16)
        switch try next() {
        case .end: throw .empty(file: file)
        case .fault(let fault):
            if case .ragged = fault.reason {
                throw .tooManyColumns(file: file, limit: limits.columns)
            }
            throw .headerUnreadable(file: file, reason: fault.reason)
        case .record: break
        }
        var names = Set<String>()
        // Spreadsheets pad: blanks around a name, and columns behind the last one, say nothing.
        var last = ends.count
        while last > 1, Self.isBlank(field(last - 1)) { last -= 1 }
        for index in 0..<last {
            let name = String(
                string(index).trimmingPrefix(while: \.isWhitespace).reversed()
                    .trimmingPrefix(while: \.isWhitespace).reversed())
            guard !name.isEmpty else {
                throw .headerBlank(file: file, column: index + 1)
            }
            guard names.insert(name).inserted else {
                throw .headerRepeated(file: file, name: name)
            }
            header.append(name)
        }
    }

    deinit {
        buffer.deallocate()
        content.deallocate()
    }

    /// The bytes of one field of the last record; they stand until the next call of ``next()``.
    public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let begin = index == 0 ? 0 : ends[index - 1]
        return UnsafeBufferPointer(start: content + begin, count: ends[index] - begin)
    }

    /// One field of the last record.
    public func string(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

    /// Bytes set aside for the record being read; with the fixed buffer, all that the reader holds.
    var recordCapacity: Int { capacity }

    /// Reads up to the end of the next record that is not all blanks.
    public func next() throws(FileFault) -> Step {
        while true {
            let step = try nextRecord()
            if !header.isEmpty, case .record = step, isBlankRecord { continue }
            if !header.isEmpty, case .fault(let fault) = step, case .ragged = fault.reason,
                isBlankRecord
            {
                continue
            }
            return step
        }
    }

    /// Whether nothing stands in any of its columns.
    private var isBlankRecord: Bool {
        !hasExtra && Self.isBlank(UnsafeBufferPointer(start: content, count: contentCount))
    }

    /// Spaces, tabs and ideographic spaces (U+3000: E3 80 80) alone.
    private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0xE3 || $0 == 0x80 }
    }

    private func nextRecord() throws(FileFault) -> Step {
        beginRecord()
        var start = 0  // 0: still between records.
        var state = State.fieldStart
        while true {
            if position == filled {
                let room = UnsafeMutableRawBufferPointer(start: buffer, count: limits.buffer)
                filled = try source.read(into: room)
                position = 0
                if filled == 0 {
                    if start == 0 { return .end }
                    if state == .quoted { fail(.unterminatedQuote(lastLine: line)) }
                    endField()
                    return finishRecord(start)
                }
            }
            if start == 0 {
                let byte = buffer[position]
                if byte == .lineFeed || byte == .carriageReturn {
                    passLineBreak(byte)
                    continue
                }
                lastWasCR = false
                start = line
            }
            switch state {
            case .fieldStart:
                if buffer[position] == .quote {
                    position += 1
                    state = .quoted
                } else {
                    state = .unquoted
                }
            case .unquoted:
                takeRun()
                if position == filled { continue }
                if endsField(&state) { return finishRecord(start) }
            case .quoted:
                takeQuotedRun()
                if position == filled { continue }
                position += 1
                lastWasCR = false
                state = .quoteInQuoted
            case .quoteInQuoted:
                let byte = buffer[position]
                if byte == .quote {
                    append(buffer + position, 1)
                    position += 1
                    state = .quoted
                } else if byte == delimiter || byte == .lineFeed || byte == .carriageReturn {
                    if endsField(&state) { return finishRecord(start) }
                } else {
                    fail(.textAfterQuote)
                    state = .unquoted
                }
            }
        }
    }

    // MARK: Runs of ordinary bytes

    /// Takes bytes up to the next comma or line end.
    @inline(__always)
    private func takeRun() {
        let begin = position
        var index = begin
        var seen: UInt8 = 0
        var zero = false
        while index < filled {
            let byte = buffer[index]
            // One comparison for most bytes.
            if byte <= highest {
                if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
                if byte == 0 { zero = true }
            }
            seen |= byte
            index += 1
        }
        position = index
        mask |= seen
        if zero { fail(.nulByte) }
        append(buffer + begin, index - begin)
    }

    /// Takes bytes up to the next quote, counting the line ends among them.
    @inline(__always)
    private func takeQuotedRun() {
        let begin = position
        var index = begin
        var seen: UInt8 = 0
        var zero = false
        while index < filled {
            let byte = buffer[index]
            if byte <= .quote {
                if byte == .quote { break }
                if byte == .lineFeed {
                    if !lastWasCR { line += 1 }
                } else if byte == .carriageReturn {
                    line += 1
                } else if byte == 0 {
                    zero = true
                }
            }
            lastWasCR = byte == .carriageReturn
            seen |= byte
            index += 1
        }
        position = index
        mask |= seen
        if zero { fail(.nulByte) }
        append(buffer + begin, index - begin)
    }

    /// Passes the comma or line end that stands next; true when it ended the record.
    private func endsField(_ state: inout State) -> Bool {
        endField()
        state = .fieldStart
        let byte = buffer[position]
        if byte == delimiter {
            position += 1
            return false
        }
        passLineBreak(byte)
        return true
    }

    private func passLineBreak(_ byte: UInt8) {
        position += 1
        if byte == .carriageReturn {
            line += 1
            lastWasCR = true
        } else {
            if !lastWasCR { line += 1 }
            lastWasCR = false
        }
    }

    /// A hash of every field of the record, in order; the seed is this process's.
    var fieldsHash: Int {
        var hasher = Hasher()
        for end in ends { hasher.combine(end) }
        hasher.combine(bytes: UnsafeRawBufferPointer(start: content, count: contentCount))
        return hasher.finalize()
    }

    // MARK: The record being read

    private func beginRecord() {
        contentCount = 0
        fieldBegin = 0
        fieldCount = 0
        mask = 0
        broken = nil
        hasExtra = false
        ends.removeAll(keepingCapacity: true)
        // One long record does not keep its memory for the rest of the file.
        if capacity > 1 << 20 {
            capacity = 1 << 12
            content.deallocate()
            content = .allocate(capacity: capacity)
        }
    }

    /// The gravest fault of a record stands, wherever the buffer happened to end.
    private func fail(_ reason: RowFault.Reason) {
        if let broken, broken.reason.rank <= reason.rank { return }
        broken = (reason, fieldCount)
    }

    private var keptColumns: Int { header.isEmpty ? limits.columns : header.count }

    @inline(__always)
    private func append(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        if count == 0 || broken != nil { return }
        if fieldCount >= keptColumns {
            if !Self.isBlank(UnsafeBufferPointer(start: bytes, count: count)) { hasExtra = true }
            return
        }
        let needed = contentCount + count
        if needed - fieldBegin > limits.field {
            fail(.fieldTooLong(limit: limits.field))
            contentCount = fieldBegin
            return
        }
        if needed > capacity { grow(to: needed) }
        (content + contentCount).update(from: bytes, count: count)
        contentCount = needed
    }

    private func grow(to needed: Int) {
        capacity = max(needed, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: content, count: contentCount)
        content.deallocate()
        content = larger
    }

    private func endField() {
        if fieldCount < keptColumns { ends.append(contentCount) }
        fieldCount += 1
        fieldBegin = contentCount
    }

    private func finishRecord(_ start: Int) -> Step {
        if broken == nil {
            let isHeader = header.isEmpty
            // What stands behind the last named column is padding, unless it says something.
            let isPadded = fieldCount > header.count && !hasExtra
            if isHeader
                ? fieldCount > limits.columns : fieldCount != header.count && !isPadded
            {
                fail(.ragged(expected: keptColumns, got: fieldCount))
                broken?.field = -1
            } else if mask >= 0x80, !UTF8Check.isValid(content, contentCount) {
                // The pre-scan found the whole file sound, so this is a file that has changed since.
                fail(.notUTF8)
                broken?.field = -1
            }
        }
        guard let (reason, field) = broken else { return .record(line: start) }
        let column = header.indices.contains(field) ? header[field] : nil
        return .fault(RowFault(file: file, line: start, column: column, reason: reason))
    }
}

extension RowFault.Reason {
    /// Precedence among what can be wrong with one record; the lowest is told.
    fileprivate var rank: Int {
        switch self {
        case .unterminatedQuote: 0
        case .nulByte: 1
        case .fieldTooLong: 2
        case .textAfterQuote: 3
        default: 4
        }
    }
}

extension UInt8 {
    fileprivate static let lineFeed: UInt8 = 0x0A
    fileprivate static let carriageReturn: UInt8 = 0x0D
    fileprivate static let quote: UInt8 = 0x22
    fileprivate static let comma: UInt8 = 0x2C
}
