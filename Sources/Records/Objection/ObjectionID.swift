public import Vocabulary

/// An objection to a record of dishonesty (异议).
public struct ObjectionID: Identifier {
    public static let tagKind: TagKind = .objection
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

extension TagKind {
    public static let objection: TagKind = "objection"
}
