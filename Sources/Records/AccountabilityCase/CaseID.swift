public import Vocabulary

/// An accountability case (责任追究案件).
public struct CaseID: Identifier {
    public static let tagKind: TagKind = .case
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}
