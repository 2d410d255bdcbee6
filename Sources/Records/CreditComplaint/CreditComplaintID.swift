public import Vocabulary

/// A complaint of how credit work was done (信用投诉).
public struct CreditComplaintID: Identifier {
    public static let tagKind: TagKind = .creditComplaint
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

extension TagKind {
    public static let creditComplaint: TagKind = "creditcomplaint"
}
