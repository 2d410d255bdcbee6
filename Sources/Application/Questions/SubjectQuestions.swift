public import Law
internal import Records
public import Registry
public import Vocabulary

/// The lifelong trail of one subject (终身轨迹).
public struct TraceQuestion: TimedQuestion {
    public static let spoken = "trace"
    public static let about: String? = "subject"
    public let subject: SubjectID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> TraceAnswer? {
        try ledger.page(of: subject, at: times).map { page in
            TraceAnswer(page: page, law: try ledger.law(knownAt: times.knownAt))
        }
    }
}

/// What binds a subject on a day (现状).
public struct StatusQuestion: TimedQuestion {
    public static let spoken = "status"
    public static let about: String? = "subject"
    public let subject: SubjectID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> StatusAnswer? {
        try ledger.page(of: subject, at: times).map(StatusAnswer.init)
    }
}

/// People, organisations and units by identifier, title or name (主体查找).
public struct SubjectFind: Question {
    public static let spoken = "subject find"
    public static let about: String? = "words"
    public let words: String
    /// As of which names and posts are shown; nil: today.
    public let asOf: CalendarDate?
    /// At least 1.
    public let limit: Int
    public let completeness: Completeness
    public static let isList = true
    public var knownAt: Instant? { nil }

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        words = try fields.given("words", \.words)
        asOf = try fields.given("asOf", \.asOf)
        limit = try fields.given("limit", \.limit, or: 50)
        completeness = try fields.completeness()
    }

    public func answer(in ledger: Ledger) throws -> FoundSubjects? {
        FoundSubjects(
            subjects: try ledger.subjects(matching: words, limit: limit, asOf: asOf),
            citing: try ledger.entries(citing: words, limit: limit))
    }
}
