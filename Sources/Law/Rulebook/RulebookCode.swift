/// Which rules are meant, whatever their edition: `XZZ-2020-26`.
///
/// - Invariant: Whoever reads it from a document has found a text that ``isWellFormedIdentifier(_:)``:
///   entries are found by it.
public struct RulebookCode: Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    public let text: String

    public init(_ text: String) { self.text = text }

    public init(stringLiteral text: String) { self.init(text) }

    /// The rules that an edition is one of: `XZZ-2020-26` of `XZZ-2020-26/1`. What names no edition
    /// is a code.
    public init(ofEdition edition: String) {
        let version = edition.lastIndex(of: "/").map { edition[$0...].dropFirst() }
        guard let version, !version.isEmpty, version.allSatisfy(\.isWholeNumber) else {
            self.init(edition)
            return
        }
        self.init(String(edition.dropLast(version.count + 1)))
    }

    public var description: String { text }

    /// 新左政发〔2020〕26号: the notice with its accountability rules (追责制度).
    public static let notice: RulebookCode = "XZZ-2020-26"
    /// 国务院令第713号: 重大行政决策程序暂行条例.
    public static let order713: RulebookCode = "713"
}
