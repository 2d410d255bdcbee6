public import Law
public import Records

/// Why one delivered row was not taken; the rows around it are.
public struct RowFault: Error, Explained, Hashable, Sendable {
    /// What is wrong with the row, in order of precedence.
    public enum Reason: Error, Hashable, Sendable {
        /// A quoted field never ends; everything up to `lastLine` was inside it.
        case unterminatedQuote(lastLine: Int)
        case nulByte
        /// One field holds more than `limit` bytes.
        case fieldTooLong(limit: Int)
        case textAfterQuote
        case ragged(expected: Int, got: Int)
        case notUTF8
        case blankKey
        /// The joined key columns hold more than `limit` bytes.
        case keyTooLong(limit: Int)
        case blankRequired
        /// Of a table that was filled in: every required column that is blank.
        case blankTogether(columns: [String])
        /// Of a table that was filled in: columns that nothing would be recorded from, and those that are
        /// blank and would make a record of them; none: the table has no such columns.
        case unused(columns: [String], missing: [String])
        /// Of a table that was filled in: named and registered nowhere.
        case unregistered(String)
        /// Somebody on another line of the table has the number.
        case numberTwice(line: Int, IdentityRefusal)
        /// `value` is nil where the column is sealed: a report never shows what the vault hides.
        case unreadableDate(value: String?, formats: [String])
        case impossibleDate(value: String?)
        case notInteger(value: String?)
        case notBoolean(value: String?)
        case notInTable(table: String, value: String?, known: [String])
        /// A month or a year, where the field takes a day.
        case notADay(field: String)
        /// Nothing that keeps the row out: fields that were left out, by the columns they stand in.
        case leftOut(columns: [String])
        /// Nobody is registered under the name by which the row means somebody.
        case nobodyCalled
        /// So many are.
        case severalCalled(Int)
        /// The rows on these lines have the key, too, and say something else.
        case keyTwice(lines: [Int])
    }

    /// The delivered file.
    public let file: String
    /// The physical line, from 1, on which the row starts.
    public let line: Int
    /// The column at fault, by the name in the header, where one column is.
    public let column: String?
    /// What is wrong.
    public let reason: Reason
    /// Whether it stands in a table that was filled in: then nobody is told of mappings.
    public let isFilledIn: Bool

    public init(
        file: String, line: Int, column: String?, reason: Reason, isFilledIn: Bool = false
    ) {
        self.isFilledIn = isFilledIn
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    public var message: Message {
        let message = isFilledIn ? reason.filledIn : reason.message
        guard let column else { return message }
        return message.within("said.inColumn", as: "fault", ["column": .text(column)])
    }
}

extension RowFault.Reason: Explained {
    /// Without the column.
    public var message: Message {
        message(nil)
    }

    /// The same, told to whoever filled in a table.
    fileprivate var filledIn: Message { message("filled") }

    /// - Parameter variant: Of the sentences that speak of mappings otherwise.
    private func message(_ variant: String?) -> Message {
        switch self {
        case .unterminatedQuote(let last): .fault("unterminatedQuote", ["last": last])
        case .nulByte: .fault("nulByte")
        case .fieldTooLong(let limit): .fault("fieldTooLong", ["limit": limit])
        case .textAfterQuote: .fault("textAfterQuote")
        case .ragged(let expected, let got):
            .fault("raggedRow", ["expected": expected, "got": got])
        case .notUTF8: .fault("notUTF8")
        case .blankKey: .fault("blankKey")
        case .keyTooLong(let limit): .fault("keyTooLong", ["limit": limit])
        case .blankRequired: .fault("blankRequired")
        case .blankTogether(let columns): .fault("blankTogether", ["columns": columns])
        case .unused(let columns, let missing):
            missing.isEmpty
                ? .fault("unusedColumns", ["columns": columns], variant: "none")
                : .fault("unusedColumns", ["columns": columns, "missing": missing])
        case .unregistered(let id): .fault("rowUnregistered", ["subject": id])
        case .numberTwice(let line, let refusal):
            .fault(
                "numberTwice", refusal.message.source, ["line": line, "refusal": refusal.message])
        case .unreadableDate(let value, let formats):
            .fault(
                "unreadableDate",
                [
                    "value": Self.quoted(value),
                    "formats": Named.list(formats.map(\.named), between: "list.or"),
                ])
        case .impossibleDate(let value): .fault("impossibleDate", ["value": Self.quoted(value)])
        case .notInteger(let value): .fault("notInteger", ["value": Self.quoted(value)])
        case .notBoolean(let value): .fault("notBoolean", ["value": Self.quoted(value)])
        case .notInTable(let table, let value, let known):
            variant == nil
                ? .fault(
                    "notInTable", ["value": Self.quoted(value), "table": table, "known": known])
                : .fault(
                    "notInTable",
                    ["value": Self.quoted(value), "known": known.map { Self.quoted($0) }],
                    variant: variant)
        case .notADay(let field): .fault("notADay", ["field": field])
        case .leftOut(let columns): .fault("leftOut", ["columns": columns])
        case .nobodyCalled: .fault("nobodyCalled")
        case .severalCalled(let count): .fault("severalCalled", ["count": count])
        case .keyTwice(let lines):
            .fault("keyTwice", ["lines": lines.map { "\($0)" }], variant: variant)
        }
    }

    private static func quoted(_ value: String?) -> Named {
        guard let value else { return .words("said.sealed") }
        return .words("said.quoted", ["value": .text(clipped(value))])
    }

    /// At most 40 characters, control characters shown as ␦: a report is read in terminals.
    private static func clipped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(40) {
            let category = scalar.properties.generalCategory
            result.append(category == .control || category == .format ? "␦" : scalar)
        }
        return String(result) + (text.unicodeScalars.count > 40 ? "…" : "")
    }
}
