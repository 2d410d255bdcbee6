/// What a person is told, without the words: those stand in the catalogues of the room `Wording`, in two
/// languages, under ``key``. Here stands what a machine needs, and what fills the holes.
public struct Message: Hashable, Sendable {
    /// Stable, for machines.
    public let code: String
    /// The rule that it rests on (I9), as ``Basis`` spells it; empty where it cites none.
    public let source: String
    /// `refusal.notPrevious`; with a variant, where one code has several sentences:
    /// `refusal.appealInTime.unclocked`.
    public let key: String
    /// What the sentence names, by the names of its holes.
    public let values: [String: Named]

    /// Why something is not recorded.
    public static func refusal(
        _ code: String, _ source: String, _ values: [String: any Nameable] = [:],
        variant: String? = nil
    ) -> Message {
        Message("refusal", code, source, values, variant)
    }

    /// Why a document, a delivery or the law itself is of no use.
    public static func fault(
        _ code: String, _ source: String, _ values: [String: any Nameable] = [:],
        variant: String? = nil
    ) -> Message {
        Message("fault", code, source, values, variant)
    }

    /// The same of what cites no rule.
    public static func fault(
        _ code: String, _ values: [String: any Nameable] = [:], variant: String? = nil
    ) -> Message {
        Message("fault", code, "", values, variant)
    }

    /// The same, said within another sentence.
    public func within(_ key: String, as hole: String, _ values: [String: Named]) -> Message {
        Message(
            code: code, source: source, key: key, values: values.merging([hole: named]) { $1 })
    }

    /// The same, resting on another rule.
    public func citing(_ source: String) -> Message {
        Message(code: code, source: source, key: key, values: values)
    }

    private init(
        _ family: String, _ code: String, _ source: String, _ values: [String: any Nameable],
        _ variant: String?
    ) {
        self.init(
            code: code, source: source,
            key: [family, code, variant].compactMap(\.self).joined(separator: "."),
            values: values.mapValues(\.named))
    }

    private init(code: String, source: String, key: String, values: [String: Named]) {
        self.code = code
        self.source = source
        self.key = key
        self.values = values
    }
}

/// What has a message for people: a refusal, a fault.
public protocol Explained {
    var message: Message { get }
}

extension Explained {
    /// Stable, for machines.
    public var code: String { message.code }
    /// The rule that it rests on (I9); empty where it cites none.
    public var source: String { message.source }
}

/// A value as a sentence names it.
public indirect enum Named: Hashable, Sendable {
    /// The same in every language: an identifier, a day, a number, a code.
    case text(String)
    /// What the law calls it.
    case title(chinese: String, english: String)
    /// What the catalogues say under a key, with its own holes.
    case words(String, [String: Named] = [:])
    /// Several, with what the catalogues put between them.
    case list([Named], between: String = "list.comma")

    /// A code as a sentence says it: `said.departure.retired`.
    public static func said(_ family: String, _ code: some RawRepresentable<String>) -> Named {
        .words("said.\(family).\(code.rawValue)")
    }
}

/// What a sentence may name.
public protocol Nameable {
    var named: Named { get }
}

extension Nameable where Self: CustomStringConvertible {
    public var named: Named { .text(description) }
}

extension Named: Nameable {
    public var named: Named { self }
}
extension Message: Nameable {
    /// Without what it cites.
    public var named: Named { .words(key, values) }
}
extension String: Nameable {}
extension Int: Nameable {}
extension CalendarDate: Nameable {}

extension Array: Nameable where Element: Nameable {
    public var named: Named { .list(map(\.named)) }
}

extension CalendarDate?: Nameable {
    /// The day, or that it is not known.
    public var named: Named { .text(self?.description ?? "—") }
}

extension Weekday: Nameable {
    public var named: Named { .title(chinese: chinese, english: english) }
}
