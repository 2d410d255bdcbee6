public import Vocabulary

/// A record of dishonesty (政务失信记录).
public struct CreditRecordID: Identifier {
    public static let tagKind: TagKind = .dishonesty
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

extension TagKind {
    public static let dishonesty: TagKind = "dishonesty"
}
