import Glibc
public import Law

/// Why a delivered file cannot be read at all: nothing of it is imported.
///
/// Cases stand in the order in which they are looked for. Offsets are bytes from the start of the
/// file as delivered.
public enum FileFault: Error, Explained, Hashable, Sendable {
    case cannotOpen(file: String, systemError: Int32)
    /// A pipe or a device, which is neither waited for nor read.
    case notRegular(file: String)
    case cannotRead(file: String, systemError: Int32)
    case empty(file: String)
    case wideEncoding(file: String, name: String, offset: Int)
    case notText(file: String, offset: Int)
    case notInEncoding(file: String, encoding: TextEncoding, offset: Int)
    case truncatedCharacter(file: String, encoding: TextEncoding, offset: Int)
    case unknownEncoding(file: String, utf8Offset: Int, gb18030Offset: Int)
    case ambiguousEncoding(file: String, offset: Int)
    case changedWhileRead(file: String)
    case headerUnreadable(file: String, reason: RowFault.Reason)
    case headerBlank(file: String, column: Int)
    case headerRepeated(file: String, name: String)
    case tooManyColumns(file: String, limit: Int)

    public var message: Message {
        switch self {
        case .cannotOpen(let file, let error):
            .fault("fileCannotOpen", ["file": file, "error": systemText(error)])
        case .notRegular(let file): .fault("fileNotRegular", ["file": file])
        case .cannotRead(let file, let error):
            .fault("fileCannotRead", ["file": file, "error": systemText(error)])
        case .empty(let file): .fault("fileEmpty", ["file": file])
        case .wideEncoding(let file, let name, let offset):
            .fault("fileWideEncoding", ["file": file, "name": name, "offset": offset])
        case .notText(let file, let offset):
            .fault("fileNotText", ["file": file, "offset": offset])
        case .notInEncoding(let file, let encoding, let offset):
            .fault(
                "fileNotInEncoding", ["file": file, "offset": offset, "encoding": encoding.label])
        case .truncatedCharacter(let file, let encoding, let offset):
            .fault(
                "fileTruncatedCharacter",
                ["file": file, "offset": offset, "encoding": encoding.label])
        case .unknownEncoding(let file, let utf8, let gb18030):
            .fault("fileUnknownEncoding", ["file": file, "utf8": utf8, "gb18030": gb18030])
        case .ambiguousEncoding(let file, let offset):
            .fault("fileAmbiguousEncoding", ["file": file, "offset": offset])
        case .changedWhileRead(let file): .fault("fileChanged", ["file": file])
        case .headerUnreadable(let file, let reason):
            .fault("headerUnreadable", ["file": file, "reason": reason.message])
        case .headerBlank(let file, let column):
            .fault("headerBlank", ["file": file, "column": column])
        case .headerRepeated(let file, _): .fault("headerRepeated", ["file": file])
        case .tooManyColumns(let file, let limit):
            .fault("tooManyColumns", ["file": file, "limit": limit])
        }
    }

}

/// The system's own words for an `errno`, as in "No such file or directory".
func systemText(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "errno \(code)"
}
