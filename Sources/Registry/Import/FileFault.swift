import Glibc

/// Why a delivered file cannot be read at all: nothing of it is imported.
///
/// Cases stand in the order in which they are looked for. Offsets are bytes from the start of the
/// file as delivered.
public enum FileFault: Error, Hashable, Sendable {
    case cannotOpen(file: String, systemError: Int32)
    case cannotRead(file: String, systemError: Int32)
    case empty(file: String)
    case wideEncoding(file: String, name: String, offset: Int)
    case notText(file: String, offset: Int)
    case notInEncoding(file: String, encoding: TextEncoding, offset: Int)
    case truncatedCharacter(file: String, encoding: TextEncoding, offset: Int)
    case unknownEncoding(file: String, utf8Offset: Int, gb18030Offset: Int)
    case ambiguousEncoding(file: String, offset: Int)
    case converterMissing(file: String)
    case changedWhileRead(file: String)
    case headerUnreadable(file: String, reason: RowFault.Reason)
    case headerBlank(file: String, column: Int)
    case headerRepeated(file: String, name: String)
    case tooManyColumns(file: String, limit: Int)

    /// A stable code for programs.
    public var code: String {
        switch self {
        case .cannotOpen: "fileCannotOpen"
        case .cannotRead: "fileCannotRead"
        case .empty: "fileEmpty"
        case .wideEncoding: "fileWideEncoding"
        case .notText: "fileNotText"
        case .notInEncoding: "fileNotInEncoding"
        case .truncatedCharacter: "fileTruncatedCharacter"
        case .unknownEncoding: "fileUnknownEncoding"
        case .ambiguousEncoding: "fileAmbiguousEncoding"
        case .converterMissing: "converterMissing"
        case .changedWhileRead: "fileChanged"
        case .headerUnreadable: "headerUnreadable"
        case .headerBlank: "headerBlank"
        case .headerRepeated: "headerRepeated"
        case .tooManyColumns: "tooManyColumns"
        }
    }

    /// The name of the delivered file.
    public var file: String {
        switch self {
        case .cannotOpen(let file, _), .cannotRead(let file, _), .empty(let file),
            .wideEncoding(let file, _, _), .notText(let file, _), .notInEncoding(let file, _, _),
            .truncatedCharacter(let file, _, _), .unknownEncoding(let file, _, _),
            .ambiguousEncoding(let file, _), .converterMissing(let file),
            .changedWhileRead(let file), .headerUnreadable(let file, _),
            .headerBlank(let file, _), .headerRepeated(let file, _), .tooManyColumns(let file, _):
            file
        }
    }

    /// What happened and what to do, in Chinese.
    public var messageChinese: String {
        let saveAgain = "请另存为「CSV UTF-8」后重新导入。"
        return switch self {
        case .cannotOpen(let file, let error):
            "打不开 \(file)（\(systemText(error))）；请核对目录和读取权限。"
        case .cannotRead(let file, let error):
            "读取 \(file) 中断（\(systemText(error))）；请检查磁盘后重新导入，已入账的行不会重复。"
        case .empty(let file):
            "\(file) 是空文件，没有表头；请核对交付的文件是否完整。"
        case .wideEncoding(let file, let name, let offset):
            "\(file) 是 \(name) 编码（第 \(offset) 字节）；\(saveAgain)"
        case .notText(let file, let offset):
            "\(file) 不是文本文件（第 \(offset) 字节起是空字节）；\(saveAgain)"
        case .notInEncoding(let file, let encoding, let offset):
            "\(file) 第 \(offset) 字节不是有效的 \(encoding.label)；请更正映射中的 encoding，或另存为「CSV UTF-8」。"
        case .truncatedCharacter(let file, let encoding, let offset):
            "\(file) 在第 \(offset) 字节处断在一个 \(encoding.label) 字符中间；文件可能没有传完，请重新取得。"
        case .unknownEncoding(let file, let utf8, let gb18030):
            "\(file) 既不是 UTF-8（第 \(utf8) 字节）也不是 GB18030（第 \(gb18030) 字节）；\(saveAgain)"
        case .ambiguousEncoding(let file, let offset):
            "\(file) 第 \(offset) 字节起按 UTF-8 和 GB18030 都读得通；请在映射中为该文件写明 encoding。"
        case .converterMissing(let file):
            "\(file) 是 GB18030 编码，而本机缺少转换表（gconv GB18030）；请安装 libc6 的 gconv 模块，或另存为「CSV UTF-8」。"
        case .changedWhileRead(let file):
            "\(file) 在导入过程中被改动；请停止写入该文件后重新导入，已入账的行不会重复。"
        case .headerUnreadable(let file, let reason):
            "\(file) 的表头读不通：\(reason.chinese)"
        case .headerBlank(let file, let column):
            "\(file) 表头第 \(column) 列没有列名；请补上列名或删去该列。"
        case .headerRepeated(let file, _):
            "\(file) 的第一行有两列同名；请核对它是否表头，并使每个列名唯一。"
        case .tooManyColumns(let file, let limit):
            "\(file) 表头超过 \(limit) 列；请核对它是否为逗号分隔的 CSV 文件。"
        }
    }

    /// What happened and what to do, in English.
    public var messageEnglish: String {
        let saveAgain = "save it again as \"CSV UTF-8\" and import it once more."
        return switch self {
        case .cannotOpen(let file, let error):
            "\(file) cannot be opened (\(systemText(error))); check the directory and its permissions."
        case .cannotRead(let file, let error):
            "Reading \(file) broke off (\(systemText(error))); check the disk and import again: rows already taken are not doubled."
        case .empty(let file):
            "\(file) is empty and has no header; check that the delivery is complete."
        case .wideEncoding(let file, let name, let offset):
            "\(file) is \(name) (byte \(offset)); \(saveAgain)"
        case .notText(let file, let offset):
            "\(file) is not a text file (zero bytes from byte \(offset)); \(saveAgain)"
        case .notInEncoding(let file, let encoding, let offset):
            "\(file) is not valid \(encoding.label) at byte \(offset); correct `encoding` in the mapping, or save the file as \"CSV UTF-8\"."
        case .truncatedCharacter(let file, let encoding, let offset):
            "\(file) ends inside a \(encoding.label) character at byte \(offset); it may not have arrived whole: fetch it again."
        case .unknownEncoding(let file, let utf8, let gb18030):
            "\(file) is neither UTF-8 (byte \(utf8)) nor GB18030 (byte \(gb18030)); \(saveAgain)"
        case .ambiguousEncoding(let file, let offset):
            "\(file) reads both as UTF-8 and as GB18030 from byte \(offset); state its `encoding` in the mapping."
        case .converterMissing(let file):
            "\(file) is GB18030 and this machine has no table for it (gconv GB18030); install libc6's gconv modules, or save the file as \"CSV UTF-8\"."
        case .changedWhileRead(let file):
            "\(file) changed while it was being imported; stop what writes it and import again: rows already taken are not doubled."
        case .headerUnreadable(let file, let reason):
            "The header of \(file) cannot be read: \(reason.english)"
        case .headerBlank(let file, let column):
            "Column \(column) of \(file) has no name in the header; name it or remove the column."
        case .headerRepeated(let file, _):
            "Two columns on the first line of \(file) have one name; check that it is a header, and rename one."
        case .tooManyColumns(let file, let limit):
            "The header of \(file) has more than \(limit) columns; check that it is a comma-separated file."
        }
    }
}

/// The system's own words for an `errno`, as in "No such file or directory".
private func systemText(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "errno \(code)"
}
