public import Vocabulary

/// A document on which somebody is put on record (依据文书).
public struct InstrumentID: Identifier {
    public static let tagKind: TagKind = .instrument
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

extension TagKind {
    public static let instrument: TagKind = "instrument"
}
