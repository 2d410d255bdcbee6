internal import Chain
public import Records
public import Vocabulary

/// One value of the mapping document and where it stands, so that every fault can say where.
struct MappingNode {
    let value: JSONValue
    let at: String

    func fault(_ expected: String) -> MappingFault { .wrongType(at: at, expected: expected) }

    /// The members, of which none is unknown.
    func members(_ allowed: [String]) throws(MappingFault) -> [JSONValue.Member] {
        guard let members = value.members else { throw fault("{…}") }
        for member in members where !allowed.contains(member.key) {
            throw .unknownMember(at: at, name: member.key, allowed: allowed)
        }
        return members
    }

    /// Members whose names the document chooses, in its order.
    func freeMembers() throws(MappingFault) -> [(key: String, node: MappingNode)] {
        guard let members = value.members else { throw fault("{…}") }
        return members.map { ($0.key, MappingNode(value: $0.value, at: below($0.key))) }
    }

    subscript(name: String) -> MappingNode? {
        value[name].map { MappingNode(value: $0, at: below(name)) }
    }

    func required(_ name: String) throws(MappingFault) -> MappingNode {
        guard let node = self[name] else { throw .missingMember(at: at, name: name) }
        return node
    }

    func text() throws(MappingFault) -> String {
        guard let text = value.string, !text.isEmpty else { throw fault("\"…\"") }
        return text
    }

    /// Whoever acts, or the unit for which: an identity, never typed text.
    func officer() throws(MappingFault) -> Officer {
        guard let officer = Officer(try text()) else { throw .notAnIdentifier(at: at) }
        return officer
    }

    func truth() throws(MappingFault) -> Bool {
        guard let truth = value.bool else { throw fault("true / false") }
        return truth
    }

    /// The elements of a list that is not empty.
    func list() throws(MappingFault) -> [MappingNode] {
        guard let array = value.array, !array.isEmpty else { throw fault("[…]") }
        return array.enumerated().map { MappingNode(value: $1, at: "\(at)[\($0)]") }
    }

    func texts() throws(MappingFault) -> [String] {
        var texts: [String] = []
        for node in try list() { texts.append(try node.text()) }
        return texts
    }

    private func below(_ name: String) -> String { at.isEmpty ? name : "\(at).\(name)" }
}

extension Mapping {
    /// The format of mapping documents that this program reads.
    public static let format = 1

    /// Reads a mapping document and checks everything that can be checked without the delivery.
    ///
    /// - Parameter document: JSON in UTF-8; a key twice, a float, anything after it is refused.
    /// - Parameter duties: Whose verbs it may name.
    public init(
        parsing document: [UInt8], for duties: DutyRegister = Duties.register
    ) throws(MappingFault) {
        try self.init(parsing: document, commands: CommandVocabulary(duties))
    }

    init(parsing document: [UInt8], commands: CommandVocabulary) throws(MappingFault) {
        let value: JSONValue
        do throws(JSONFault) {
            value = try JSONValue(parsing: document)
        } catch {
            throw .notJSON(reason: error.reason.rawValue, offset: error.offset)
        }
        try self.init(reading: MappingNode(value: value, at: ""), commands: commands)
    }

    /// The same, of a document that lies within another.
    init(reading root: MappingNode, commands: CommandVocabulary) throws(MappingFault) {
        let names = [
            "format", "title", "delivery", "actor", "unit", "basis", "typed", "whole",
            "dateFormats", "tables", "files",
        ]
        let members = try root.members(names)
        guard let format = try root.required("format").value.integer else {
            throw .wrongType(at: "format", expected: "1")
        }
        guard format == Self.format else {
            throw .unknownFormat(found: format, supported: Self.format)
        }
        // `title` is for people who read the document; it must be there to be read.
        if members.contains(where: { $0.key == "title" }) { _ = try root.required("title").text() }
        delivery = try root.required("delivery").text()
        actor = try root.required("actor").officer()
        unit = SubjectID(wellFormed: try root.required("unit").officer().text)
        isTyped = try root["typed"]?.truth() ?? false
        basis = try isTyped ? root["basis"]?.texts() ?? [] : root.required("basis").texts()
        isWhole = try root["whole"]?.truth() ?? false
        let dates = try root["dateFormats"].map(readDateFormats) ?? DateFormat.usual
        var tables: [String: ValueTable] = [:]
        if let node = root["tables"] {
            for (name, node) in try node.freeMembers() {
                tables[name] = try readTable(name, node)
            }
        }
        var files: [FileMapping] = []
        var seen = Set<String>()
        for node in try root.required("files").list() {
            var reader = FileMappingReader(tables: tables, dateFormats: dates, commands: commands)
            var file = try reader.read(node)
            file.isFilledIn = isTyped
            guard seen.insert(file.name).inserted else { throw .repeatedFile(name: file.name) }
            files.append(file)
        }
        self.files = files
    }
}

func readDateFormats(_ node: MappingNode) throws(MappingFault) -> [DateFormat] {
    var formats: [DateFormat] = []
    for node in try node.list() {
        let name = try node.text()
        guard let format = DateFormat(named: name) else {
            throw .unknownDateFormat(at: node.at, name: name)
        }
        formats.append(format)
    }
    return formats
}

private func readTable(_ name: String, _ node: MappingNode) throws(MappingFault) -> ValueTable {
    _ = try node.members(["values", "blank", "otherwise"])
    var values: [ExactText: String?] = [:]
    for (key, node) in try node.required("values").freeMembers() {
        values.updateValue(node.value.isNull ? nil : try node.text(), forKey: ExactText(key))
    }
    var otherwise = ValueTable.Otherwise.refuse
    if let node = node["otherwise"] {
        switch node.value.string {
        case "refuse": otherwise = .refuse
        case "keep": otherwise = .keep
        case "leaveOut": otherwise = .leaveOut
        default:
            guard let value = node["value"] else {
                throw node.fault("\"refuse\" / \"keep\" / \"leaveOut\" / {\"value\":\"…\"}")
            }
            _ = try node.members(["value"])
            otherwise = .value(try value.text())
        }
    }
    var blank: String?
    if let node = node["blank"] { blank = try node.text() }
    return ValueTable(name: name, values: values, otherwise: otherwise, blank: blank)
}
