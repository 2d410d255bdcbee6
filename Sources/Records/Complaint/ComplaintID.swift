public import Vocabulary

/// A complaint or tip (信访举报).
public struct ComplaintID: Identifier {
    public static let tagKind: TagKind = .complaint
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}
