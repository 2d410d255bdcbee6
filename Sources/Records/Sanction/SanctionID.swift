public import Vocabulary

/// A sanction or measure imposed on one person in one case (处分、处理).
public struct SanctionID: Identifier {
    public static let tagKind: TagKind = .sanction
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// All that is recorded about one sanction (处分、处理).
public struct SanctionFile: FileView {
    public typealias ID = SanctionID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }
    public var sanction: SanctionID { id }
}

extension Past {
    /// Nil when nothing is recorded under `sanction:id`.
    func sanction(_ id: SanctionID) -> SanctionFile? { view(id) }
}
