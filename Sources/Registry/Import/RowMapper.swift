import Records
import Vocabulary

/// Turns records of one file into commands. Pure: one record in, one outcome out.
struct RowMapper {
    /// The longest row key, in bytes; it stands in clear in the entry.
    static let keyLimit = 512

    private let file: FileMapping
    /// For each declared column its place in the record; nil where an optional one is missing.
    private let places: [Int?]
    private let raw: RawRowWriter
    /// Of a table that was filled in: the columns that each command is made from.
    private let uses: [Set<Int>]
    /// Columns of the header that the mapping does not know.
    private let strangers: [(place: Int, name: String)]
    private var values: [String] = []
    /// The columns of fields that were left out because they are not in their form.
    private var leftOut: [String] = []

    /// Binds the mapping to the header that was delivered.
    init(_ file: FileMapping, header: [String]) throws(MappingFault) {
        self.file = file
        var places: [Int?] = []
        for column in file.columns {
            let place = header.firstIndex { ExactText($0) == ExactText(column.name) }
            if place == nil, column.presence != .optional {
                // Only names that the mapping declares are repeated: a delivery without a header
                // has a person's data on its first line.
                let known = header.filter { name in file.columns.contains { $0.name == name } }
                throw .missingColumn(file: file.name, column: column.name, header: known)
            }
            places.append(place)
        }
        self.places = places
        raw = RawRowWriter(header: header)
        uses = file.isFilledIn ? file.commands.map(\.columns) : []
        strangers =
            file.isFilledIn
            ? header.indices.filter { !places.contains($0) }.map { ($0, header[$0]) } : []
        values.reserveCapacity(places.count)
    }

    /// Maps the record that `reader` stands on.
    mutating func map(_ reader: CSVReader, line: Int) -> MappedStep {
        values.removeAll(keepingCapacity: true)
        leftOut.removeAll()
        for place in places {
            values.append(place.map { trimmed(reader.field($0)) } ?? "")
        }
        if !file.skip.isEmpty, holds(file.skip) { return .skipped(line: line) }
        var key: String?
        do throws(CellFault) {
            key = try? rowKey()
            if file.isFilledIn { try checkFilledIn(reader) }
            key = try rowKey()
            for (index, column) in file.columns.enumerated()
            where column.presence == .required && values[index].isEmpty {
                throw CellFault(column: index, reason: .blankRequired)
            }
            var commands: [MappedCommand] = []
            commands.reserveCapacity(file.commands.count)
            for template in file.commands where holds(template.when) {
                commands.append(try command(template))
            }
            return .row(
                MappedRow(
                    file: file.name, line: line, key: key ?? "", raw: raw.bytes(of: reader),
                    commands: commands, leftOut: leftOut))
        } catch {
            let column = error.column.map { file.columns[$0].name }
            return .fault(
                RowFault(
                    file: file.name, line: line, column: column, reason: error.reason,
                    isFilledIn: file.isFilledIn),
                key: key)
        }
    }

    /// I10: nothing that somebody filled in is lost. Everything that is missing is named at once.
    private func checkFilledIn(_ reader: CSVReader) throws(CellFault) {
        func names(_ columns: some Sequence<Int>) -> [String] {
            columns.sorted().map { file.columns[$0].name }
        }
        let blank = file.columns.indices.filter {
            file.columns[$0].presence == .required && values[$0].isEmpty
        }
        if !blank.isEmpty {
            throw CellFault(column: nil, reason: .blankTogether(columns: names(blank)))
        }
        var used = Set(file.key.map(\.column))
        for (command, columns) in zip(file.commands, uses) where holds(command.when) {
            used.formUnion(columns)
        }
        let unused = file.columns.indices.filter { !used.contains($0) && !values[$0].isEmpty }
        if !unused.isEmpty {
            var missing: Set<Int> = []
            for (command, columns) in zip(file.commands, uses)
            where !holds(command.when) && !columns.isDisjoint(with: unused) {
                missing.formUnion(command.wanted.filter { values[$0].isEmpty })
            }
            throw CellFault(
                column: nil, reason: .unused(columns: names(unused), missing: names(missing)))
        }
        let strange = strangers.filter { !trimmed(reader.field($0.place)).isEmpty }.map(\.name)
        if !strange.isEmpty {
            throw CellFault(column: nil, reason: .unused(columns: strange, missing: []))
        }
    }

    /// The key of the record that `reader` stands on; nil where it has none.
    mutating func key(of reader: CSVReader) -> String? {
        values.removeAll(keepingCapacity: true)
        for (index, place) in places.enumerated() {
            let isKey = file.key.contains { $0.column == index }
            values.append(isKey ? place.map { trimmed(reader.field($0)) } ?? "" : "")
        }
        return try? rowKey()
    }

    /// Why one cell refuses its row.
    private struct CellFault: Error {
        let column: Int?
        let reason: RowFault.Reason
    }

    private func rowKey() throws(CellFault) -> String {
        var key = ""
        for (index, part) in file.key.enumerated() {
            guard !values[part.column].isEmpty else {
                throw CellFault(column: part.column, reason: .blankKey)
            }
            if index > 0 { key += "|" }
            switch part {
            case .text(let column):
                key += file.key.count == 1 ? values[column] : joinable(values[column])
            case .date(let column):
                let (text, precision) = try date(column)
                switch precision {
                case .day: key += text
                case .month: key += text.prefix(7)
                case .year: key += text.prefix(4)
                }
            }
        }
        guard key.utf8.count <= Self.keyLimit else {
            throw CellFault(column: nil, reason: .keyTooLong(limit: Self.keyLimit))
        }
        return key
    }

    /// `a|b` and `a` + `b` must not be the same key.
    private func joinable(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x7C || $0 == 0x5C }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "|" || scalar == "\\" { result.unicodeScalars.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    // MARK: Conditions

    private func holds(_ conditions: [Condition]) -> Bool {
        for condition in conditions where !holds(condition) { return false }
        return true
    }

    private func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .blank(let column): values[column].isEmpty
        case .filled(let column): !values[column].isEmpty
        case .equals(let column, let text): ExactText(values[column]) == ExactText(text)
        case .among(let column, let set): set.contains(ExactText(values[column]))
        case .notAmong(let column, let set): !set.contains(ExactText(values[column]))
        case .matches(let column, let pattern): pattern.matches(values[column])
        case .any(let list): list.contains { holds($0) }
        case .all(let list): holds(list)
        }
    }

    // MARK: Fields

    private enum Outcome {
        case absent
        case value(MappedValue, basis: String?)
        case question(LedgerFact, of: String, basis: String?)
        case called(SubjectKind?, String)
    }

    private mutating func command(_ template: CommandTemplate) throws(CellFault) -> MappedCommand {
        var fields = MappedFields(template.layout)
        var questions: [MappedCommand.Question] = []
        for (name, expression, isIdentifier) in template.fields {
            switch try evaluated(expression) {
            case .absent: continue
            case .value(let value, let basis):
                if let basis {
                    // A month is not a day where nothing can say that it is one.
                    guard fields.layout.index(of: name + "Basis") != nil else {
                        throw CellFault(column: nil, reason: .notADay(field: name))
                    }
                    fields.set(name + "Basis", .text(basis))
                }
                fields.set(name, isIdentifier ? value.shaped : value)
            case .question(let fact, let of, let basis):
                questions.append(
                    .init(fact: .case(fact), of: Officer.shaped(of), field: name, basis: basis))
            case .called(let kind, let called):
                questions.append(
                    .init(fact: .called(kind), of: called, field: name, basis: nil))
            }
        }
        return MappedCommand(name: template.name, fields: fields, questions: questions)
    }

    /// What is not in its form leaves its field out, where the mapping says so.
    private mutating func evaluated(_ expression: Expression) throws(CellFault) -> Outcome {
        do throws(CellFault) {
            return try evaluate(expression)
        } catch {
            guard expression.leavesOutMalformed else { throw error }
            leftOut.append(error.column.map { file.columns[$0].name } ?? "—")
            return .absent
        }
    }

    private func evaluate(_ expression: Expression) throws(CellFault) -> Outcome {
        if !holds(expression.when) { return .absent }
        switch expression.source {
        case .constant(let value): return .value(value, basis: nil)
        case .column(let column):
            return try typed(values[column], expression, column: column)
        case .template(let pieces):
            var text = ""
            for piece in pieces {
                switch piece {
                case .text(let part): text += part
                case .column(let column):
                    // A name with a hole in it would name something else.
                    if values[column].isEmpty { return .absent }
                    text += values[column]
                }
            }
            return try typed(text, expression, column: nil)
        case .firstOf(let choices):
            for choice in choices {
                switch try evaluate(choice) {
                case .absent: continue
                case .value(.text(let text), let basis):
                    if basis != nil { return .value(.text(text), basis: basis) }
                    return try typed(text, expression, column: nil)
                case let found: return found
                }
            }
            return try typed("", expression, column: nil)
        case .date(let columns):
            for column in columns where !values[column].isEmpty {
                let (text, precision) = try date(column)
                let basis = [expression.basis, precision.basis].compactMap(\.self)
                return .value(
                    .text(text), basis: basis.isEmpty ? nil : basis.joined(separator: " "))
            }
            return .absent
        case .split(let column, let mark, let part):
            let parts = values[column].split(separator: mark, omittingEmptySubsequences: false)
            let text = part <= parts.count ? String(parts[part - 1]) : ""
            return try typed(trimmed(text), expression, column: column)
        case .identifier(let inner, let prefix):
            guard case .value(.text(let text), _) = try evaluate(inner) else { return .absent }
            return .value(.text(prefix + ReadText.digest(of: text)), basis: nil)
        case .called(let kind, let inner):
            guard case .value(.text(let text), _) = try evaluate(inner) else { return .absent }
            return .called(kind, text)
        case .ledger(let fact, let of):
            guard case .value(.text(let identifier), _) = try evaluate(of) else { return .absent }
            return .question(fact, of: identifier, basis: expression.basis)
        }
    }

    private func date(_ column: Int) throws(CellFault) -> (text: String, DayPrecision) {
        switch DateFormat.read(values[column], as: file.dateFormats) {
        case .date(let text, let precision): return (text, precision)
        case .impossible:
            throw CellFault(column: column, reason: .impossibleDate(value: shown(column)))
        case .unreadable:
            throw CellFault(
                column: column,
                reason: .unreadableDate(
                    value: shown(column), formats: file.dateFormats.map(\.name)))
        }
    }

    /// A value for a message: nil where the column is sealed.
    private func shown(_ column: Int) -> String? {
        file.columns[column].isSealed ? nil : values[column]
    }

    private func typed(_ delivered: String, _ expression: Expression, column: Int?)
        throws(CellFault) -> Outcome
    {
        let hidden = expression.isSealed || column.map { file.columns[$0].isSealed } ?? false
        let shown = hidden ? nil : delivered
        var text = delivered
        if let table = expression.table {
            if text.isEmpty {
                text = table.blank ?? ""
            } else if let entry = table.values[ExactText(text)] {
                text = entry ?? ""
            } else {
                switch table.otherwise {
                case .keep: break
                case .leaveOut: return .absent
                case .value(let value): text = value
                case .refuse:
                    throw CellFault(
                        column: column,
                        reason: .notInTable(
                            table: table.name, value: shown, known: table.known))
                }
            }
        }
        if text.isEmpty { return .absent }
        if expression.isSealed { return .value(.sealed(text), basis: nil) }
        switch expression.kind {
        case .text: return .value(.text(text), basis: nil)
        case .list: return .value(.list([text]), basis: nil)
        case .integer:
            guard let number = Int(text), (-(1 << 53) + 1..<1 << 53).contains(number) else {
                throw CellFault(column: column, reason: .notInteger(value: shown))
            }
            return .value(.integer(number), basis: nil)
        case .boolean:
            switch text.lowercased() {
            case "1", "true", "y", "yes", "是": return .value(.boolean(true), basis: nil)
            case "0", "false", "n", "no", "否": return .value(.boolean(false), basis: nil)
            default: throw CellFault(column: column, reason: .notBoolean(value: shown))
            }
        }
    }
}

private func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { trimmed($0) }
}

/// A cell's text without the blanks that spreadsheets pad with: space, tab, line ends, U+00A0 and
/// the ideographic space U+3000.
private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var begin = 0
    var end = bytes.count
    while begin < end {
        let byte = bytes[begin]
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
            begin += 1
        } else if byte == 0xC2, begin + 1 < end, bytes[begin + 1] == 0xA0 {
            begin += 2
        } else if byte == 0xE3, begin + 2 < end, bytes[begin + 1] == 0x80, bytes[begin + 2] == 0x80
        {
            begin += 3
        } else {
            break
        }
    }
    while end > begin {
        let byte = bytes[end - 1]
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
            end -= 1
        } else if byte == 0xA0, end - 2 >= begin, bytes[end - 2] == 0xC2 {
            end -= 2
        } else if byte == 0x80, end - 3 >= begin, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 {
            end -= 3
        } else {
            break
        }
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[begin..<end]), as: UTF8.self)
}
