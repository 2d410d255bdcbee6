/// How the text of a delivered file is encoded.
///
/// A file is read through once before anything of it is imported: what is not whole in one of
/// these is refused with the byte offset, never repaired and never guessed at. The files of one
/// delivery may differ. A mapping may fix an encoding with `"encoding"`.
///
/// - Source: RFC 3629; GB 18030-2022 by the table `schema/encodings/gb18030-2022.txt`, so that a
///   delivery reads the same on every machine.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// UTF-8 behind the mark EF BB BF, as spreadsheets save it.
    case utf8WithMark = "utf-8-bom"
    /// GB 18030 in its edition of 2022, one-, two- and four-byte codes.
    case gb18030 = "gb18030"

    /// The name that people know, with the edition where editions differ.
    public var label: String {
        switch self {
        case .utf8, .utf8WithMark: "UTF-8"
        case .gb18030: "GB18030-2022"
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
            return DeliveredText(file: file, text: GB18030Bytes(file, name: name))
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
