/// An edition of a body of law, as an answer names it: `XZZ-2020-26/1` and its title.
public struct BodyName: Hashable, Sendable {
    public let code: RulebookCode
    /// 1 and up; nil where an entry names the body without an edition.
    public let version: Int?
    /// Nil where the ledger does not carry that edition.
    public let titleChinese: String?
    public let titleEnglish: String?

    public init(_ book: Rulebook) {
        code = book.code
        version = book.version
        titleChinese = book.titleChinese
        titleEnglish = book.titleEnglish
    }

    /// - Parameter edition: As an entry names it: `XZZ-2020-26/1`.
    init(unknown edition: String) {
        code = RulebookCode(ofEdition: edition)
        version = Int(edition.dropFirst(code.text.count + 1))
        titleChinese = nil
        titleEnglish = nil
    }

    /// `XZZ-2020-26/1`.
    public var edition: String { version.map { "\(code)/\($0)" } ?? code.text }
}

extension Law {
    /// The edition that an entry names, with the title under which it was activated.
    public func name(ofEdition edition: String) -> BodyName {
        rulebooks.last { $0.content.edition == edition }.map { BodyName($0.content) }
            ?? BodyName(unknown: edition)
    }
}

extension Bodies {
    /// The bodies that claim decisions, the one that is asked first first: those that ask for steps or
    /// name grounds.
    public var judging: [Rulebook] {
        asked.filter { !$0.steps.isEmpty || !$0.grounds.isEmpty }
    }
}
