import Store
import Vocabulary

/// The types that the views were folded without knowing their kinds: what a program that knows one
/// of them has to make anew, or nobody would ever see the clock that it started.
struct UnknownKinds: Hashable, Sendable {
    static let factName = "view.unknown"

    private(set) var types: Set<String> = []

    init() {}

    /// Reads the types, in order, a blank between them.
    init?(_ text: String) {
        types = Set(text.split(separator: " ").map(String.init))
        if self.text != text { return nil }
    }

    var text: String { types.sorted().joined(separator: " ") }

    mutating func insert(_ type: String) { types.insert(type) }
    mutating func merge(_ more: UnknownKinds) { types.formUnion(more.types) }
    func contains(_ type: String) -> Bool { !types.isEmpty && types.contains(type) }
    func isSubset(of other: UnknownKinds) -> Bool { types.isSubset(of: other.types) }

    /// Whether these duties know one of them: then what is stored is what an earlier program made.
    func isOutgrown(by duties: DutyRegister) -> Bool {
        types.contains { duties.kind(ofType: $0) != nil }
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
