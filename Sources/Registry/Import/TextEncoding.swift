import Glibc

/// How the text of a delivered file is encoded.
///
/// A file is read through once before anything of it is imported: what is not whole in one of
/// these is refused with the byte offset, never repaired and never guessed at. The files of one
/// delivery may differ. A mapping may fix an encoding with `"encoding"`.
///
/// - Source: RFC 3629; GB 18030-2005 as glibc's `iconv` knows it, in its four-byte form too.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// UTF-8 behind the mark EF BB BF, as spreadsheets save it.
    case utf8WithMark = "utf-8-bom"
    case gb18030 = "gb18030"

    /// The name that people know.
    public var label: String {
        switch self {
        case .utf8, .utf8WithMark: "UTF-8"
        case .gb18030: "GB18030"
        }
    }

    /// Reads the whole file once and says which encoding it is in.
    ///
    /// - Parameter declared: what the mapping fixes; `utf8` there also admits the mark.
    /// - Complexity: one or two passes in one 64 KiB buffer.
    public static func detect(path: String, name: String, declared: TextEncoding? = nil)
        throws(FileFault) -> TextEncoding
    {
        let mark = try wideMark(path: path, name: name)
        if mark { return try checkedUTF8(path: path, name: name, marked: true) }
        switch declared {
        case .utf8, .utf8WithMark:
            return try checkedUTF8(path: path, name: name, marked: false)
        case .gb18030:
            try scanGB18030(path: path, name: name)
            return .gb18030
        case nil:
            return try guess(path: path, name: name)
        }
    }

    /// The file as UTF-8 without a mark, whatever it is encoded in.
    public func open(path: String, name: String) throws(FileFault) -> DeliveredText {
        let file = try FileBytes(path: path, name: name)
        switch self {
        case .utf8: return DeliveredText(file: file, text: file)
        case .utf8WithMark:
            try skipMark(file)
            return DeliveredText(file: file, text: file)
        case .gb18030:
            return DeliveredText(file: file, text: try GB18030Bytes(file, name: name))
        }
    }

    // MARK: Detection

    /// Looks at the first bytes: true behind a UTF-8 mark; UTF-16 and UTF-32 are refused.
    private static func wideMark(path: String, name: String) throws(FileFault) -> Bool {
        let first = try prefix(of: FileBytes(path: path, name: name), 4)
        if first.isEmpty { throw .empty(file: name) }
        let isUTF32 = first == [0xFF, 0xFE, 0, 0] || first == [0, 0, 0xFE, 0xFF]
        if isUTF32 { throw .wideEncoding(file: name, name: "UTF-32", offset: 0) }
        if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
            throw .wideEncoding(file: name, name: "UTF-16", offset: 0)
        }
        return first.starts(with: [0xEF, 0xBB, 0xBF])
    }

    private static func checkedUTF8(path: String, name: String, marked: Bool)
        throws(FileFault) -> TextEncoding
    {
        var check = try scanUTF8(path: path, name: name)
        let open = check.endedInside ? check.openAt : nil
        check.finish()
        if let open { throw .truncatedCharacter(file: name, encoding: .utf8, offset: open) }
        if let offset = check.firstFault {
            throw .notInEncoding(file: name, encoding: .utf8, offset: offset)
        }
        if marked && check.count == 3 { throw .empty(file: name) }
        return marked ? .utf8WithMark : .utf8
    }

    private static func guess(path: String, name: String) throws(FileFault) -> TextEncoding {
        var check = try scanUTF8(path: path, name: name)
        if check.zeroBytes > check.count / 8 { throw .notText(file: name, offset: 0) }
        let open = check.endedInside ? check.openAt : nil
        check.finish()
        guard let utf8Fault = check.firstFault else {
            // A handful of two-byte characters may be either; names are not for guessing.
            if let offset = check.firstBeyondASCII, check.readsAsChinese {
                throw .ambiguousEncoding(file: name, offset: offset)
            }
            return .utf8
        }
        // Chinese text in GB18030 almost never forms UTF-8 characters by chance; a UTF-8 file with
        // one broken place is nearly all such characters, and reading it as GB18030 would turn
        // every name into another.
        if check.characters >= check.faults {
            if let open { throw .truncatedCharacter(file: name, encoding: .utf8, offset: open) }
            throw .notInEncoding(file: name, encoding: .utf8, offset: utf8Fault)
        }
        do throws(FileFault) {
            try scanGB18030(path: path, name: name)
        } catch .notInEncoding(_, _, let offset) {
            throw .unknownEncoding(file: name, utf8Offset: utf8Fault, gb18030Offset: offset)
        }
        return .gb18030
    }

    private static func scanUTF8(path: String, name: String) throws(FileFault) -> UTF8Check {
        var check = UTF8Check()
        try drain(FileBytes(path: path, name: name)) { check.feed($0) }
        return check
    }

    private static func scanGB18030(path: String, name: String) throws(FileFault) {
        try drain(GB18030Bytes(FileBytes(path: path, name: name), name: name)) { _ in }
    }

    private static func drain(
        _ source: some ByteSource, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) throws(FileFault) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try source.read(into: buffer)
            if count == 0 { return }
            body(UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<count]))
        }
    }

    private static func prefix(of source: some ByteSource, _ wanted: Int) throws(FileFault)
        -> [UInt8]
    {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: wanted, alignment: 1)
        defer { buffer.deallocate() }
        var count = 0
        while count < wanted {
            let got = try source.read(
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if got == 0 { break }
            count += got
        }
        return Array(buffer[..<count])
    }

    private func skipMark(_ file: FileBytes) throws(FileFault) {
        _ = try Self.prefix(of: file, 3)
    }
}

/// A delivered file as UTF-8, and how far into its own bytes reading has come.
public struct DeliveredText {
    /// The file underneath: its size and how much of it is read, for progress.
    public let file: FileBytes
    /// What to read: UTF-8 without a mark.
    public let text: any ByteSource
}

/// Turns GB18030 into UTF-8 through glibc's `iconv`, in two fixed buffers.
///
/// A character may lie across any read of the source. The first byte sequence that is not
/// GB18030 throws ``FileFault/notInEncoding(file:encoding:offset:)`` with its offset; an end
/// inside a character throws ``FileFault/truncatedCharacter(file:encoding:offset:)``.
public final class GB18030Bytes: ByteSource {
    private static let size = 1 << 15
    private let source: any ByteSource
    private let name: String
    private let converter: iconv_t
    private let input: UnsafeMutablePointer<CChar>
    private let output: UnsafeMutablePointer<CChar>
    private var inputCount = 0
    private var outputBegin = 0
    private var outputEnd = 0
    /// Bytes of the source that have become characters.
    private var converted = 0
    private var atEnd = false

    /// - Parameter name: the name that faults carry.
    public init(_ source: any ByteSource, name: String) throws(FileFault) {
        guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1)
        else { throw .converterMissing(file: name) }
        self.source = source
        self.name = name
        self.converter = converter
        input = .allocate(capacity: Self.size)
        output = .allocate(capacity: Self.size * 2)
    }

    deinit {
        iconv_close(converter)
        input.deallocate()
        output.deallocate()
    }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
        while outputBegin == outputEnd {
            if atEnd { return 0 }
            try convert()
        }
        let count = min(buffer.count, outputEnd - outputBegin)
        buffer.copyMemory(from: UnsafeRawBufferPointer(start: output + outputBegin, count: count))
        outputBegin += count
        return count
    }

    /// Refills the input behind what is left of it, and converts as much as is whole.
    private func convert() throws(FileFault) {
        let room = UnsafeMutableRawBufferPointer(
            start: input + inputCount, count: Self.size - inputCount)
        let got = try source.read(into: room)
        if got == 0 {
            atEnd = true
            if inputCount > 0 {
                throw .truncatedCharacter(file: name, encoding: .gb18030, offset: converted)
            }
            return
        }
        inputCount += got
        var from: UnsafeMutablePointer<CChar>? = input
        var to: UnsafeMutablePointer<CChar>? = output
        var fromLeft = inputCount
        var toLeft = Self.size * 2  // A byte of GB18030 never becomes more than two of UTF-8.
        let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
        let failure =
            result == -1 || result == Int.max || result == Int(bitPattern: UInt.max) ? errno : 0
        let taken = inputCount - fromLeft
        converted += taken
        inputCount = fromLeft
        input.update(from: input + taken, count: fromLeft)
        outputBegin = 0
        outputEnd = Self.size * 2 - toLeft
        // EINVAL: the last character goes on in the next read. E2BIG cannot be.
        if failure == EILSEQ {
            throw .notInEncoding(file: name, encoding: .gb18030, offset: converted)
        }
    }
}
