internal import Chain
internal import Law
internal import Records
internal import Vocabulary

/// Reads the part of a mapping that is about one file.
struct FileMappingReader {
    let tables: [String: ValueTable]
    var dateFormats: [DateFormat]
    let commands: CommandVocabulary

    private var file = ""
    private var columns: [FileMapping.Column] = []
    private var indices: [String: Int] = [:]
    private var usedInClear = Set<Int>()
    private var sealed = Set<Int>()
    private var isLookingUp = false

    init(tables: [String: ValueTable], dateFormats: [DateFormat], commands: CommandVocabulary) {
        self.tables = tables
        self.dateFormats = dateFormats
        self.commands = commands
    }

    mutating func read(_ node: MappingNode) throws(MappingFault) -> FileMapping {
        _ = try node.members([
            "name", "optional", "delimiter", "encoding", "dateFormats", "columns", "key",
            "repeats", "rows", "skip",
        ])
        file = try readName(node.required("name"))
        let isOptional = try node["optional"]?.truth() ?? false
        let delimiter = try node["delimiter"].map(readDelimiter) ?? 0x2C
        let encoding = try node["encoding"].flatMap(readEncoding)
        if let node = node["dateFormats"] { dateFormats = try readDateFormats(node) }
        for (name, node) in try node.required("columns").freeMembers() {
            guard let presence = node.value.string.flatMap(FileMapping.Presence.init) else {
                throw node.fault("\"required\" / \"present\" / \"optional\"")
            }
            indices[name] = columns.count
            columns.append(.init(name: name, presence: presence))
        }
        let key = try readKey(node.required("key"))
        let repeats = try node["repeats"].map(readRepeats) ?? .refuse
        let skip = try node["skip"].map(readConditions) ?? []
        var templates: [CommandTemplate] = []
        for node in try node.required("rows").list() { templates.append(try readCommand(node)) }
        if let both = sealed.intersection(usedInClear).min() {
            throw .sealedInClear(file: file, column: columns[both].name)
        }
        for index in sealed { columns[index].isSealed = true }
        return FileMapping(
            name: file, isOptional: isOptional, delimiter: delimiter, encoding: encoding, key: key,
            repeats: repeats, skip: skip, dateFormats: dateFormats,
            columns: columns, commands: templates)
    }

    /// As people know it, or a name for what nobody can see.
    private func readDelimiter(_ node: MappingNode) throws(MappingFault) -> UInt8 {
        switch node.value.string {
        case ",": 0x2C
        case ";": 0x3B
        case "|": 0x7C
        case "tab", "\t": 0x09
        default: throw node.fault("\",\" / \";\" / \"|\" / \"tab\"")
        }
    }

    private func readRepeats(_ node: MappingNode) throws(MappingFault) -> FileMapping.Repeats {
        guard let repeats = node.value.string.flatMap(FileMapping.Repeats.init) else {
            throw node.fault("\"refuse\" / \"last\"")
        }
        return repeats
    }

    private mutating func readKey(_ node: MappingNode) throws(MappingFault) -> [KeyPart] {
        var key: [KeyPart] = []
        for node in try node.list() {
            let part: KeyPart
            if node.value.string != nil {
                part = .text(try column(node))
            } else {
                _ = try node.members(["date"])
                part = .date(try column(node.required("date")))
            }
            let name = columns[part.column].name
            guard columns[part.column].presence != .optional else {
                throw .optionalKey(at: node.at, column: name)
            }
            guard !key.contains(where: { $0.column == part.column }) else {
                throw .contradictory(at: node.at, one: name, other: name)
            }
            usedInClear.insert(part.column)
            key.append(part)
        }
        return key
    }

    private func readName(_ node: MappingNode) throws(MappingFault) -> String {
        let name = try node.text()
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isUsable = parts.allSatisfy { $0 != "" && $0 != "." && $0 != ".." }
        guard isUsable, !name.utf8.contains(0) else { throw .badFileName(at: node.at, name: name) }
        return name
    }

    private func readEncoding(_ node: MappingNode) throws(MappingFault) -> TextEncoding? {
        let name = try node.text()
        if name == "auto" { return nil }
        guard let encoding = TextEncoding(rawValue: name), encoding != .utf8WithMark else {
            throw .unknownEncoding(at: node.at, name: name)
        }
        return encoding
    }

    private func column(_ node: MappingNode) throws(MappingFault) -> Int {
        let name = try node.text()
        guard let index = indices[name] else { throw .unknownColumn(at: node.at, name: name) }
        return index
    }

    // MARK: Commands

    private mutating func readCommand(_ node: MappingNode) throws(MappingFault) -> CommandTemplate {
        _ = try node.members(["command", "when", "fields"])
        let nameNode = try node.required("command")
        let name = try nameNode.text()
        guard let known = commands.fields[name] else {
            throw .unknownCommand(at: nameNode.at, name: name)
        }
        let when = try node["when"].map(readConditions) ?? []
        let identifiers = commands.identifiers[name] ?? []
        var fields: [CommandTemplate.Field] = []
        var names: [String] = []
        let given = try node.required("fields").freeMembers()
        for (field, node) in given {
            guard let kind = known[field] else {
                throw .unknownField(at: node.at, command: name, name: field)
            }
            let expression = try readExpression(node)
            guard expression.yields == kind else {
                throw .wrongKind(at: node.at, name: field, expected: kind.spelling)
            }
            let basisField = field + "Basis"
            let isExplained = given.contains { $0.key == basisField }
            if expression.givesDate, known[basisField] != nil, !isExplained {
                names.append(basisField)
            } else if expression.givesBasis {
                guard known[basisField] != nil else {
                    throw .unknownField(at: node.at, command: name, name: basisField)
                }
                if fields.contains(where: { $0.name == basisField }) || names.contains(basisField) {
                    throw .contradictory(at: node.at, one: "basis", other: basisField)
                }
                names.append(basisField)
            } else if names.contains(field) {
                throw .contradictory(at: node.at, one: "basis", other: field)
            }
            names.append(field)
            fields.append((field, expression, identifiers.contains(field)))
        }
        return CommandTemplate(name: name, when: when, fields: fields, layout: FieldLayout(names))
    }

    // MARK: Conditions

    /// One condition, or a list of which all must hold.
    private func readConditions(_ node: MappingNode) throws(MappingFault) -> [Condition] {
        if node.value.members != nil { return [try readCondition(node)] }
        var conditions: [Condition] = []
        for node in try node.list() { conditions.append(try readCondition(node)) }
        return conditions
    }

    private func readCondition(_ node: MappingNode) throws(MappingFault) -> Condition {
        _ = try node.members(["column", "blank", "equals", "in", "notIn", "matches", "any", "all"])
        let tests = ["blank", "equals", "in", "notIn", "matches", "any", "all"]
        let given = tests.filter { node[$0] != nil }
        guard let test = given.first, let argument = node[test] else {
            throw .missingMember(at: node.at, name: tests.joined(separator: " / "))
        }
        if given.count > 1 { throw .contradictory(at: node.at, one: given[0], other: given[1]) }
        if test == "any" || test == "all" {
            if node["column"] != nil {
                throw .contradictory(at: node.at, one: "column", other: test)
            }
            let inner = try readConditions(argument)
            return test == "any" ? .any(inner) : .all(inner)
        }
        let index = try column(node.required("column"))
        switch test {
        case "blank": return try argument.truth() ? .blank(index) : .filled(index)
        case "equals": return .equals(index, try argument.text())
        case "matches": return .matches(index, TextPattern(try argument.text()))
        case "in": return .among(index, Set(try argument.texts().map(ExactText.init)))
        default: return .notAmong(index, Set(try argument.texts().map(ExactText.init)))
        }
    }

    // MARK: Expressions

    private mutating func readExpression(_ node: MappingNode, sealing: Bool = false)
        throws(MappingFault) -> Expression
    {
        if node.value.string != nil {
            return Expression(source: .column(use(try column(node), sealing: sealing)))
        }
        let sources = [
            "column", "constant", "template", "firstOf", "date", "ledger", "identifier", "called",
        ]
        _ = try node.members(
            sources + [
                "of", "table", "as", "sealed", "when", "basis", "split", "part", "prefix", "kind",
                "malformed",
            ])
        let given = sources.filter { node[$0] != nil }
        guard let kind = given.first, let argument = node[kind] else {
            throw .missingMember(at: node.at, name: sources.joined(separator: " / "))
        }
        if given.count > 1 { throw .contradictory(at: node.at, one: given[0], other: given[1]) }
        for (member, kinds) in Self.belongsTo where node[member] != nil && !kinds.contains(kind) {
            throw .contradictory(at: node.at, one: kind, other: member)
        }
        let isSealed = try node["sealed"]?.truth() ?? false
        if isSealed, node["as"] != nil {
            throw .contradictory(at: node.at, one: "sealed", other: "as")
        }
        let hides = isSealed || sealing
        var expression = Expression(source: try readSource(kind, argument, node, sealing: hides))
        expression.isSealed = isSealed
        if let node = node["table"] {
            let name = try node.text()
            guard let table = tables[name] else { throw .unknownTable(at: node.at, name: name) }
            expression.table = table
        }
        if let node = node["as"] {
            guard let kind = node.value.string.flatMap(Expression.Kind.init) else {
                throw node.fault(Expression.Kind.allCases.map(\.rawValue).joined(separator: " / "))
            }
            expression.kind = kind
        }
        if let node = node["when"] { expression.when = try readConditions(node) }
        if let node = node["basis"] { expression.basis = try node.text() }
        if let node = node["malformed"] {
            switch node.value.string {
            case "refuse": break
            case "leaveOut": expression.leavesOutMalformed = true
            default: throw node.fault("\"refuse\" / \"leaveOut\"")
            }
        }
        return expression
    }

    /// Members that mean something beside some sources only.
    private static let belongsTo: [(member: String, sources: [String])] = [
        ("of", ["ledger"]),
        ("basis", ["date", "ledger"]),
        ("table", ["column", "template", "firstOf"]),
        ("as", ["column", "template", "firstOf"]),
        ("sealed", ["column", "template", "firstOf"]),
        ("split", ["column"]),
        ("part", ["column"]),
        ("prefix", ["identifier"]),
        ("kind", ["called"]),
    ]

    private mutating func readSource(
        _ kind: String, _ argument: MappingNode, _ node: MappingNode, sealing: Bool
    ) throws(MappingFault) -> Expression.Source {
        switch kind {
        case "column":
            let column = use(try column(argument), sealing: sealing)
            guard let mark = node["split"] else {
                if let part = node["part"] {
                    throw .contradictory(at: part.at, one: "part", other: "column")
                }
                return .column(column)
            }
            let part = try node.required("part")
            guard let number = part.value.integer, number >= 1 else { throw part.fault("1, 2, …") }
            return .split(column, by: try mark.text(), part: number)
        case "identifier":
            let prefix = try node.required("prefix")
            guard isWellFormedIdentifier(try prefix.text() + "0") else {
                throw .notAnIdentifier(at: prefix.at)
            }
            return .identifier(
                try readExpression(argument, sealing: sealing), prefix: try prefix.text())
        case "called":
            var kind: SubjectKind?
            if let node = node["kind"] {
                kind = node.value.string.flatMap(SubjectKind.init)
                if kind == nil {
                    throw node.fault(SubjectKind.allCases.map(\.rawValue).joined(separator: " / "))
                }
            }
            // What is looked up is neither sealed nor kept.
            isLookingUp = true
            defer { isLookingUp = false }
            return .called(kind, by: try readExpression(argument, sealing: sealing))
        case "constant": return .constant(try readConstant(argument))
        case "template": return .template(try readTemplate(argument, sealing: sealing))
        case "date":
            if argument.value.string != nil {
                return .date([use(try column(argument), sealing: sealing)])
            }
            var list: [Int] = []
            for node in try argument.list() { list.append(use(try column(node), sealing: sealing)) }
            return .date(list)
        case "firstOf":
            var choices: [Expression] = []
            for node in try argument.list() {
                // The ledger is asked after the row is read: nothing can stand behind it.
                if case .ledger = choices.last?.source {
                    throw .contradictory(at: node.at, one: "ledger", other: "firstOf")
                }
                if sealing, node["ledger"] != nil {
                    throw .contradictory(at: node.at, one: "sealed", other: "ledger")
                }
                choices.append(try readExpression(node, sealing: sealing))
            }
            return .firstOf(choices)
        default:
            let name = try argument.text()
            guard let fact = LedgerFact(rawValue: name) else {
                throw .unknownLedgerFact(at: argument.at, name: name)
            }
            let of = try readExpression(node.required("of"))
            switch of.source {
            case .column, .template: return .ledger(fact, of: of)
            default: throw .wrongType(at: node.at + ".of", expected: "column / template")
            }
        }
    }

    private func readConstant(_ node: MappingNode) throws(MappingFault) -> MappedValue {
        switch node.value {
        case .string(let text): return .text(text)
        case .integer(let number): return .integer(number)
        case .bool(let truth): return .boolean(truth)
        case .array: return .list(try node.texts())
        case .null, .object: throw node.fault("\"…\" / 1 / true / [\"…\"]")
        }
    }

    private mutating func readTemplate(_ node: MappingNode, sealing: Bool)
        throws(MappingFault) -> [TemplatePiece]
    {
        let text = try node.text()
        var pieces: [TemplatePiece] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
                throw .badTemplate(at: node.at, text: text)
            }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            guard let index = indices[name] else { throw .unknownColumn(at: node.at, name: name) }
            pieces.append(.column(use(index, sealing: sealing)))
            rest = rest[rest.index(after: close)...]
        }
        if pieces.isEmpty { throw .badTemplate(at: node.at, text: text) }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    private mutating func use(_ index: Int, sealing: Bool) -> Int {
        if isLookingUp { return index }
        if sealing { sealed.insert(index) } else { usedInClear.insert(index) }
        return index
    }
}
