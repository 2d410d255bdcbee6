import Chain
import Store
import Vocabulary

/// What the views were folded without knowing: what a program that knows some of it has to make anew,
/// or nobody would ever see the clock that it started.
///
/// Each is a type whose kind was not known, or a type with a field and a code in it that was not:
/// `finding.made.v2:finding=suspended`. Of codes only those are named that a view depends on.
struct UnknownKinds: Hashable, Sendable {
    static let factName = "view.unknown"

    private(set) var types: Set<String> = []

    init() {}

    /// A code in a field of entries of a type.
    struct Coded: Hashable {
        let type: String
        let path: String
        let code: String

        init(_ type: String, _ unknown: UnknownCode) {
            self.type = type
            path = unknown.path
            code = unknown.code
        }

        /// Nil where the text names a type alone.
        init?(_ text: String) {
            guard let colon = text.firstIndex(of: ":"), let equals = text.lastIndex(of: "="),
                colon < equals
            else { return nil }
            type = String(text[..<colon])
            path = String(text[colon..<equals].dropFirst())
            code = String(text[equals...].dropFirst())
        }

        var text: String { "\(type):\(path)=\(code)" }

        /// Whether an entry's data holds it.
        func stands(in data: JSONCursor) -> Bool {
            Self.stands(code, at: path.split(separator: ".")[...], in: data)
        }

        private static func stands(
            _ code: String, at path: ArraySlice<Substring>, in value: JSONCursor
        ) -> Bool {
            if value.isArray { return value.elements.contains { stands(code, at: path, in: $0) } }
            guard let name = path.first else { return value.string == code }
            guard let member = value.member(named: String(name)) else { return false }
            return stands(code, at: path.dropFirst(), in: member)
        }
    }

    /// Reads them, in order, a blank between them.
    init?(_ text: String) {
        types = Set(text.split(separator: " ").map(String.init))
        if self.text != text { return nil }
    }

    var text: String { types.sorted().joined(separator: " ") }

    mutating func insert(_ type: String) { types.insert(type) }
    mutating func merge(_ more: UnknownKinds) { types.formUnion(more.types) }
    func contains(_ type: String) -> Bool { !types.isEmpty && types.contains(type) }
    func isSubset(of other: UnknownKinds) -> Bool { types.isSubset(of: other.types) }

    /// The codes among them, by type.
    var codes: [String: [Coded]] {
        Dictionary(grouping: types.compactMap { Coded($0) }, by: \.type)
    }

    /// Whether these duties know one of them, or it is none at all: then what is stored is what an
    /// earlier program made, or nobody's.
    func isOutgrown(by duties: DutyRegister) -> Bool {
        types.contains { text in
            guard let coded = Coded(text) else { return duties.kind(ofType: text) != nil }
            guard let kind = duties.kind(ofType: coded.type) else { return false }
            return kind.knows(coded.code, at: coded.path) || !kind.holdsCodes(at: coded.path)
        }
    }

    /// What the store says of its views.
    ///
    /// - Throws: ``LedgerFault/damagedView(_:)`` for what no program wrote.
    static func stored(in reader: any StoreReader) throws -> UnknownKinds {
        guard let text = try reader.fact(factName) else { return UnknownKinds() }
        guard let kinds = UnknownKinds(text) else { throw LedgerFault.damagedView(factName) }
        return kinds
    }

    /// The views are made anew: nothing is unknown in them yet.
    static func forget(in writer: any StoreWriter) throws {
        if try writer.fact(factName) != nil { try writer.setFact(factName, "") }
    }

    /// Notes that the views were folded without knowing these, too.
    static func note(_ more: UnknownKinds, in writer: any StoreWriter) throws {
        var kinds = try stored(in: writer)
        if more.isSubset(of: kinds) { return }
        kinds.merge(more)
        try writer.setFact(factName, kinds.text)
    }
}
