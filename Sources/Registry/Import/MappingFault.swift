/// Why a mapping cannot be used: nothing is read, nothing is imported.
///
/// `at` is where in the document, as in `files[3].rows[1].fields.on`.
public enum MappingFault: Error, Hashable, Sendable {
    case notJSON(reason: String, offset: Int)
    case unknownFormat(found: Int, supported: Int)
    case missingMember(at: String, name: String)
    case unknownMember(at: String, name: String, allowed: [String])
    case wrongType(at: String, expected: String)
    case contradictory(at: String, one: String, other: String)
    case badFileName(at: String, name: String)
    case repeatedFile(name: String)
    case unknownEncoding(at: String, name: String)
    case unknownDateFormat(at: String, name: String)
    case unknownColumn(at: String, name: String)
    case unknownTable(at: String, name: String)
    case unknownCommand(at: String, name: String)
    case unknownField(at: String, command: String, name: String)
    /// The command looks for the field in another kind, and would not see it.
    case wrongKind(at: String, name: String, expected: String)
    case unknownLedgerFact(at: String, name: String)
    case badTemplate(at: String, text: String)
    case optionalKey(at: String, column: String)
    case sealedInClear(file: String, column: String)
    /// The delivered header lacks a column that the mapping needs.
    case missingColumn(file: String, column: String, header: [String])

    /// A stable code for programs.
    public var code: String {
        switch self {
        case .notJSON: "mappingNotJSON"
        case .unknownFormat: "mappingUnknownFormat"
        case .missingMember: "mappingMissingMember"
        case .unknownMember: "mappingUnknownMember"
        case .wrongType: "mappingWrongType"
        case .contradictory: "mappingContradictory"
        case .badFileName: "mappingBadFileName"
        case .repeatedFile: "mappingRepeatedFile"
        case .unknownEncoding: "mappingUnknownEncoding"
        case .unknownDateFormat: "mappingUnknownDateFormat"
        case .unknownColumn: "mappingUnknownColumn"
        case .unknownTable: "mappingUnknownTable"
        case .unknownCommand: "mappingUnknownCommand"
        case .unknownField: "mappingUnknownField"
        case .wrongKind: "mappingWrongKind"
        case .unknownLedgerFact: "mappingUnknownLedgerFact"
        case .badTemplate: "mappingBadTemplate"
        case .optionalKey: "mappingOptionalKey"
        case .sealedInClear: "mappingSealedInClear"
        case .missingColumn: "mappingMissingColumn"
        }
    }

    /// What is wrong and what to do, in Chinese.
    public var messageChinese: String {
        switch self {
        case .notJSON(let reason, let offset):
            "映射不是有效的 JSON（第 \(offset) 字节：\(reason)）；请更正后重试。"
        case .unknownFormat(let found, let supported):
            "映射的 format 是 \(found)，本程序只认识 \(supported)；请升级程序或改写映射。"
        case .missingMember(let at, let name): "映射 \(at) 缺少「\(name)」；请补上。"
        case .unknownMember(let at, let name, let allowed):
            "映射 \(at) 中的「\(name)」不认识；可用：\(allowed.joined(separator: "、"))。"
        case .wrongType(let at, let expected): "映射 \(at) 应为 \(expected)；请更正。"
        case .contradictory(let at, let one, let other):
            "映射 \(at) 中「\(one)」与「\(other)」互相矛盾；请只留一个。"
        case .badFileName(let at, let name):
            "映射 \(at) 的文件名「\(name)」不可用；请写交付目录内的相对路径，不含 ..。"
        case .repeatedFile(let name): "映射中文件 \(name) 出现了两次；请合并为一项。"
        case .unknownEncoding(let at, let name):
            "映射 \(at) 的编码「\(name)」不认识；可用：auto、utf-8、gb18030。"
        case .unknownDateFormat(let at, let name):
            "映射 \(at) 的日期格式「\(name)」不认识；可用：\(Self.dateFormats("、"))。"
        case .unknownColumn(let at, let name):
            "映射 \(at) 用到的列「\(name)」没有在该文件的 columns 中声明；请声明或更正列名。"
        case .unknownTable(let at, let name):
            "映射 \(at) 用到的对照表「\(name)」不存在；请在 tables 中补上或更正名称。"
        case .unknownCommand(let at, let name):
            "映射 \(at) 的命令「\(name)」不存在；可用的命令见 schema/mappings/README.md。"
        case .unknownField(let at, let command, let name):
            "映射 \(at)：命令 \(command) 没有字段「\(name)」；可用的字段见 schema/mappings/README.md。"
        case .wrongKind(let at, let name, let expected):
            "映射 \(at)：字段「\(name)」需要写明 \(expected)，否则其值不会被读取；请补上。"
        case .unknownLedgerFact(let at, let name):
            "映射 \(at) 的「\(name)」不能向账本查询；可用：\(Self.ledgerFacts("、"))。"
        case .badTemplate(let at, let text):
            "映射 \(at) 的模板「\(text)」括号不配对或没有用到任何列；请写成 U-{列名} 的形式。"
        case .optionalKey(let at, let column):
            "映射 \(at)：主键列「\(column)」不能是 optional；请声明为 required。"
        case .sealedInClear(let file, let column):
            "映射 \(file)：列「\(column)」在一处封存、在另一处明文使用；请统一封存，且不要用作主键。"
        case .missingColumn(let file, let column, let header):
            "\(file) 的表头没有列「\(column)」（认得的列：\(Self.list(header, "、"))）；请更正映射，或核对第一行是否表头。"
        }
    }

    /// What is wrong and what to do, in English.
    public var messageEnglish: String {
        switch self {
        case .notJSON(let reason, let offset):
            "The mapping is not valid JSON (byte \(offset): \(reason)); correct it and try again."
        case .unknownFormat(let found, let supported):
            "The mapping has format \(found) and this program knows \(supported); update the program or rewrite the mapping."
        case .missingMember(let at, let name): "The mapping lacks \"\(name)\" at \(at); add it."
        case .unknownMember(let at, let name, let allowed):
            "The mapping's \"\(name)\" at \(at) is unknown; use one of: \(allowed.joined(separator: ", "))."
        case .wrongType(let at, let expected):
            "The mapping needs \(expected) at \(at); correct it."
        case .contradictory(let at, let one, let other):
            "The mapping says both \"\(one)\" and \"\(other)\" at \(at); keep one of them."
        case .badFileName(let at, let name):
            "The mapping's file name \"\(name)\" at \(at) cannot be used; write a path inside the delivered directory, without \"..\"."
        case .repeatedFile(let name): "The mapping names the file \(name) twice; join the two."
        case .unknownEncoding(let at, let name):
            "The mapping's encoding \"\(name)\" at \(at) is unknown; use auto, utf-8 or gb18030."
        case .unknownDateFormat(let at, let name):
            "The mapping's date format \"\(name)\" at \(at) is unknown; use \(Self.dateFormats(", "))."
        case .unknownColumn(let at, let name):
            "The mapping uses the column \"\(name)\" at \(at) without declaring it in the file's `columns`; declare it or correct the name."
        case .unknownTable(let at, let name):
            "The mapping uses the table \"\(name)\" at \(at) and has no such table; add it to `tables` or correct the name."
        case .unknownCommand(let at, let name):
            "The mapping names the command \"\(name)\" at \(at) and there is none; schema/mappings/README.md lists them."
        case .unknownField(let at, let command, let name):
            "The command \(command) at \(at) of the mapping has no field \"\(name)\"; schema/mappings/README.md lists them."
        case .wrongKind(let at, let name, let expected):
            "The field \"\(name)\" at \(at) of the mapping needs \(expected), or its value would not be read; write it so."
        case .unknownLedgerFact(let at, let name):
            "The ledger cannot be asked for \"\(name)\" (\(at) of the mapping); use \(Self.ledgerFacts(", "))."
        case .badTemplate(let at, let text):
            "The template \"\(text)\" at \(at) of the mapping has unpaired braces or no column; write it like U-{column}."
        case .optionalKey(let at, let column):
            "The key column \"\(column)\" at \(at) of the mapping cannot be optional; declare it required."
        case .sealedInClear(let file, let column):
            "The mapping of \(file) seals the column \"\(column)\" in one place and uses it in clear in another; seal it everywhere and do not make it a key."
        case .missingColumn(let file, let column, let header):
            "The header of \(file) has no column \"\(column)\" (known ones: \(Self.list(header, ", "))); correct the mapping, or check that the first line is a header."
        }
    }

    private static func dateFormats(_ separator: String) -> String {
        DateFormat.allCases.map(\.rawValue).joined(separator: separator)
    }

    private static func ledgerFacts(_ separator: String) -> String {
        LedgerFact.allCases.map(\.rawValue).joined(separator: separator)
    }

    private static func list(_ names: [String], _ separator: String) -> String {
        let shown = names.isEmpty ? "–" : names.prefix(20).joined(separator: separator)
        return names.count > 20 ? shown + separator + "…" : shown
    }
}
