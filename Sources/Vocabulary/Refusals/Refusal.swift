public import Law

/// Why a command is not recorded.
///
/// A refusal is a reason of some duty, or of the house itself (``GeneralRefusal``). It tells the person
/// what happened, what to do next, and by which rule. Carries identifiers and days, never names or
/// free text.
public struct Refusal: Error, Explained, Hashable, Sendable {
    private let reason: any RefusalReason
    /// What is cited in the place of the rule that the reason names: the article of the organ and day.
    private var citation: String?

    public init(_ reason: some RefusalReason) { self.reason = reason }

    /// The same, resting on the article that binds the organ whose act it is.
    public func citing(_ citation: String) -> Refusal {
        var cited = self
        cited.citation = citation
        return cited
    }

    /// The reason, if it is one of that duty.
    public func reason<R: RefusalReason>(_ kind: R.Type = R.self) -> R? { reason as? R }

    public var message: Message {
        citation.map { reason.message.citing($0) } ?? reason.message
    }
    /// Stable, for machines.
    public var code: String { message.code }
    /// The rule it rests on (I9).
    public var source: String { message.source }

    public static func == (left: Refusal, right: Refusal) -> Bool {
        left.reason.isSame(as: right.reason)
    }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// The reasons for which one duty refuses, in order of precedence: what was asked is read first, then
/// who and what it is about, then whether the law allows it.
///
/// What it says stands in the catalogues, under `refusal.` and its code.
public protocol RefusalReason: Explained, Hashable, Sendable {}

extension RefusalReason {
    fileprivate func isSame(as other: any RefusalReason) -> Bool { other as? Self == self }
}
