public import Vocabulary

/// A major decision (重大行政决策).
public struct DecisionID: Identifier {
    public static let tagKind: TagKind = .decision
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

extension VaultOwner {
    /// Whoever is charged with the decision: the steps name no unit, and are known by it alone.
    static let decidingOrgan = VaultOwner.unit("decision")
}

/// All that is recorded about one major decision (重大行政决策).
public struct DecisionFile: FileView {
    public typealias ID = DecisionID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }
    public var decision: DecisionID { id }
}

extension Past {
    /// Nil when nothing is recorded under `decision:id`.
    func decision(_ id: DecisionID) -> DecisionFile? { view(id) }
}
