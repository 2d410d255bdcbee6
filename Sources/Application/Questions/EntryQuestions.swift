public import Law
public import Registry
public import Vocabulary

/// One entry, who stands behind it, what became of it and what proves it (查看一条记录).
public struct EntryShow: Question {
    public static let spoken = "show"
    public static let about: String? = "entry"
    public let entry: Position

    public var knownAt: Instant? { nil }

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        entry = try fields.given("entry", \.entry)
    }

    public func answer(in ledger: Ledger) throws -> Named<EntryAnswer>? {
        let page = try ledger.entryPage(at: entry)
        let answer = EntryAnswer(page: page, law: try ledger.law())
        return try ledger.naming(answer.subjects, in: answer, at: Times())
    }
}
