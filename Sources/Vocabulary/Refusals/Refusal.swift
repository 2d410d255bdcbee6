internal import Law

/// Why a command is not recorded.
///
/// A refusal is a reason of some duty, or of the house itself (``GeneralRefusal``). It tells the person
/// what happened, what to do next, and by which rule. Carries identifiers and days, never names or
/// free text.
public struct Refusal: Error, Hashable, Sendable {
    private let box: any AnyReason

    public init<R: RefusalReason>(_ reason: R) { box = ReasonBox(reason: reason) }

    /// The reason, if it is one of that duty.
    public func reason<R: RefusalReason>(_ kind: R.Type = R.self) -> R? {
        (box as? ReasonBox<R>)?.reason
    }

    /// Stable, for machines.
    public var code: String { box.wording.code }
    /// The rule it rests on (I9).
    public var source: String { box.wording.source }
    /// What happened, what to do next, and why: for officers.
    public var messageChinese: String { "\(box.wording.chinese)（\(Basis.chinese(source))）" }
    /// The same in English.
    public var messageEnglish: String { "\(box.wording.english) (\(Basis.english(source)))" }

    public static func == (left: Refusal, right: Refusal) -> Bool { left.box.isSame(as: right.box) }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// The reasons for which one duty refuses, in order of precedence: what was asked is read first, then
/// who and what it is about, then whether the law allows it.
public protocol RefusalReason: Hashable, Sendable {
    var wording: RefusalWording { get }
}

/// What a refusal says: stable for machines, with its source, in both languages.
public struct RefusalWording: Hashable, Sendable {
    public let code: String
    public let source: String
    public let chinese: String
    public let english: String

    public init(_ code: String, _ source: String, _ chinese: String, _ english: String) {
        self.code = code
        self.source = source
        self.chinese = chinese
        self.english = english
    }
}

private protocol AnyReason: Sendable {
    var wording: RefusalWording { get }
    func isSame(as other: any AnyReason) -> Bool
}

private struct ReasonBox<R: RefusalReason>: AnyReason {
    let reason: R

    var wording: RefusalWording { reason.wording }

    func isSame(as other: any AnyReason) -> Bool {
        (other as? ReasonBox<R>)?.reason == reason
    }
}
