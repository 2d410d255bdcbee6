public import Law

/// Why a mapping cannot be used: nothing is read, nothing is imported.
///
/// `at` is where in the document, as in `files[3].rows[1].fields.on`.
public enum MappingFault: Error, Explained, Hashable, Sendable {
    case notJSON(reason: String, offset: Int)
    case unknownFormat(found: Int, supported: Int)
    case missingMember(at: String, name: String)
    case unknownMember(at: String, name: String, allowed: [String])
    case wrongType(at: String, expected: String)
    case contradictory(at: String, one: String, other: String)
    case notAnIdentifier(at: String)
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

    public var message: Message {
        switch self {
        case .notJSON(let reason, let offset):
            .fault("mappingNotJSON", ["offset": offset, "reason": reason])
        case .unknownFormat(let found, let supported):
            .fault("mappingUnknownFormat", ["found": found, "supported": supported])
        case .missingMember(let at, let name):
            .fault("mappingMissingMember", ["at": at, "name": name])
        case .unknownMember(let at, let name, let allowed):
            .fault("mappingUnknownMember", ["at": at, "name": name, "allowed": allowed])
        case .wrongType(let at, let expected):
            .fault("mappingWrongType", ["at": at, "expected": expected])
        case .contradictory(let at, let one, let other):
            .fault("mappingContradictory", ["at": at, "one": one, "other": other])
        case .notAnIdentifier(let at): .fault("mappingNotAnIdentifier", ["at": at])
        case .badFileName(let at, let name): .fault("mappingBadFileName", ["at": at, "name": name])
        case .repeatedFile(let name): .fault("mappingRepeatedFile", ["name": name])
        case .unknownEncoding(let at, let name):
            .fault("mappingUnknownEncoding", ["at": at, "name": name])
        case .unknownDateFormat(let at, let name):
            .fault(
                "mappingUnknownDateFormat",
                ["at": at, "name": name, "known": DateFormat.all.map(\.name)])
        case .unknownColumn(let at, let name):
            .fault("mappingUnknownColumn", ["at": at, "name": name])
        case .unknownTable(let at, let name):
            .fault("mappingUnknownTable", ["at": at, "name": name])
        case .unknownCommand(let at, let name):
            .fault("mappingUnknownCommand", ["at": at, "name": name])
        case .unknownField(let at, let command, let name):
            .fault("mappingUnknownField", ["at": at, "command": command, "name": name])
        case .wrongKind(let at, let name, let expected):
            .fault("mappingWrongKind", ["at": at, "name": name, "expected": expected])
        case .unknownLedgerFact(let at, let name):
            .fault(
                "mappingUnknownLedgerFact",
                ["at": at, "name": name, "known": LedgerFact.allCases.map(\.rawValue)])
        case .badTemplate(let at, let text):
            .fault(
                "mappingBadTemplate",
                [
                    "at": at, "text": text,
                    "example": Named.title(chinese: "U-{列名}", english: "U-{column}"),
                ])
        case .optionalKey(let at, let column):
            .fault("mappingOptionalKey", ["at": at, "column": column])
        case .sealedInClear(let file, let column):
            .fault("mappingSealedInClear", ["file": file, "column": column])
        case .missingColumn(let file, let column, let header):
            .fault(
                "mappingMissingColumn",
                ["file": file, "column": column, "header": Self.shown(header)])
        }
    }

    /// At most twenty of them.
    private static func shown(_ names: [String]) -> [String] {
        if names.isEmpty { return ["–"] }
        return names.count > 20 ? names.prefix(20) + ["…"] : names
    }
}
