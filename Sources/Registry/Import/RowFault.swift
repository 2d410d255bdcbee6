/// Why one delivered row was not taken; the rows around it are.
public struct RowFault: Error, Hashable, Sendable {
    /// What is wrong with the row, in order of precedence.
    public enum Reason: Hashable, Sendable {
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
        /// `value` is nil where the column is sealed: a report never shows what the vault hides.
        case unreadableDate(value: String?, formats: [String])
        case impossibleDate(value: String?)
        case notInteger(value: String?)
        case notBoolean(value: String?)
        case notInTable(table: String, value: String?)
    }

    /// The delivered file.
    public let file: String
    /// The physical line, from 1, on which the row starts.
    public let line: Int
    /// The column at fault, by the name in the header, where one column is.
    public let column: String?
    /// What is wrong.
    public let reason: Reason

    public init(file: String, line: Int, column: String?, reason: Reason) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// A stable code for programs and for the report.
    public var code: String {
        switch reason {
        case .unterminatedQuote: "unterminatedQuote"
        case .nulByte: "nulByte"
        case .fieldTooLong: "fieldTooLong"
        case .textAfterQuote: "textAfterQuote"
        case .ragged: "raggedRow"
        case .notUTF8: "notUTF8"
        case .blankKey: "blankKey"
        case .keyTooLong: "keyTooLong"
        case .blankRequired: "blankRequired"
        case .unreadableDate: "unreadableDate"
        case .impossibleDate: "impossibleDate"
        case .notInteger: "notInteger"
        case .notBoolean: "notBoolean"
        case .notInTable: "notInTable"
        }
    }

    /// What happened and what to do, in Chinese.
    public var messageChinese: String { (column.map { "「\($0)」" } ?? "") + reason.chinese }
    /// What happened and what to do, in English.
    public var messageEnglish: String { (column.map { "\($0): " } ?? "") + reason.english }
}

extension RowFault.Reason {
    /// The sentence in Chinese, without the column.
    var chinese: String {
        switch self {
        case .unterminatedQuote(let last):
            "引号没有结束，从这一行到第 \(last) 行都没有读入；请补上引号。"
        case .nulByte: "含有空字节（NUL）；请重新导出该行。"
        case .fieldTooLong(let limit): "超过 \(limit) 字节；请检查是否缺少引号，长文另附。"
        case .textAfterQuote: "结束引号之后还有文字；字段内的引号应写成两个。"
        case .ragged(let expected, let got):
            "应有 \(expected) 列，实有 \(got) 列；请检查逗号和引号。"
        case .notUTF8: "有字节不是有效的 UTF-8；请另存为「CSV UTF-8」。"
        case .blankKey: "是行的主键，不能为空；请补上。"
        case .keyTooLong(let limit): "行主键超过 \(limit) 字节；请在映射中改用较短的列。"
        case .blankRequired: "不能为空；请补上，或在映射中把该列改为 present。"
        case .unreadableDate(let value, let formats):
            "\(quoted(value))不是 \(formats.joined(separator: "、")) 格式的日期；请更正。"
        case .impossibleDate(let value): "\(quoted(value))这一天不存在；请更正日期。"
        case .notInteger(let value): "\(quoted(value))不是整数；请更正。"
        case .notBoolean(let value): "\(quoted(value))不是 0/1、true/false、Y/N 或 是/否；请更正。"
        case .notInTable(let table, let value):
            "\(quoted(value))不在对照表 \(table) 中；请更正，或在映射的对照表中补上。"
        }
    }

    /// The sentence in English, without the column.
    var english: String {
        switch self {
        case .unterminatedQuote(let last):
            "a quote is never closed, so nothing from this line to line \(last) was read; close it."
        case .nulByte: "holds a NUL byte; export the row again."
        case .fieldTooLong(let limit):
            "holds more than \(limit) bytes; look for a missing quote, or deliver long text apart."
        case .textAfterQuote:
            "text follows the closing quote; write a quote inside a field as two quotes."
        case .ragged(let expected, let got):
            "\(expected) columns expected, \(got) found; check the commas and quotes."
        case .notUTF8: "holds bytes that are not UTF-8; save the file as \"CSV UTF-8\"."
        case .blankKey: "is part of the row key and must not be blank; fill it in."
        case .keyTooLong(let limit):
            "the row key holds more than \(limit) bytes; name shorter columns in the mapping."
        case .blankRequired:
            "must not be blank; fill it in, or declare the column `present` in the mapping."
        case .unreadableDate(let value, let formats):
            "\(quotedEnglish(value)) is not a date in the form \(formats.joined(separator: " or ")); correct it."
        case .impossibleDate(let value):
            "\(quotedEnglish(value)) is a day that does not exist; correct the date."
        case .notInteger(let value): "\(quotedEnglish(value)) is not a whole number; correct it."
        case .notBoolean(let value):
            "\(quotedEnglish(value)) is not 0/1, true/false, Y/N or 是/否; correct it."
        case .notInTable(let table, let value):
            "\(quotedEnglish(value)) is not in the table \(table); correct it, or add it to the mapping's table."
        }
    }

    private func quoted(_ value: String?) -> String {
        value.map { "「\(clipped($0))」" } ?? "（封存的值）"
    }

    private func quotedEnglish(_ value: String?) -> String {
        value.map { "\"\(clipped($0))\"" } ?? "(a sealed value)"
    }

    /// At most 40 characters, control characters shown as ␦: a report is read in terminals.
    private func clipped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(40) {
            let category = scalar.properties.generalCategory
            result.append(category == .control || category == .format ? "␦" : scalar)
        }
        return String(result) + (text.unicodeScalars.count > 40 ? "…" : "")
    }
}
