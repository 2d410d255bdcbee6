public import Vocabulary

/// An appeal: a re-examination, review or appeal of a sanction (复审、复核、申诉).
public struct AppealID: Identifier {
    public static let tagKind: TagKind = .appeal
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// All that is recorded about one appeal (申诉类).
public struct AppealFile: FileView {
    public typealias ID = AppealID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }
    public var appeal: AppealID { id }
}

extension Past {
    /// Nil when nothing is recorded under `appeal:id`.
    func appeal(_ id: AppealID) -> AppealFile? { view(id) }
}
