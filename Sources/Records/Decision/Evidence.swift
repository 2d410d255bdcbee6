public import Vocabulary

/// An entry that something rests on.
public struct Evidence: FieldPart {
    /// Its position in the ledger.
    public let entry: Position

    public init(_ entry: Position) { self.entry = entry }

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        entry = try fields.given("entry", \.entry)
    }

    public static var blank: Evidence { Evidence(0) }
}
