extension Rulebook {
    /// Reads a document of `schema/rules`, and refuses one that contradicts itself or cites
    /// nothing.
    public init(from reader: some DocumentReader) throws(RulebookFault) {
        self = try Rulebook(unchecked: reader)
        if let fault = faults().first { throw fault }
    }

    /// Everything that keeps a document from being a rulebook: what makes it unreadable stands
    /// alone, what contradicts itself stands whole.
    public static func faults(in reader: some DocumentReader) -> [RulebookFault] {
        do throws(RulebookFault) {
            return try Rulebook(unchecked: reader).faults()
        } catch {
            return [error]
        }
    }

    /// Reads without weighing one entry against another.
    init(unchecked reader: some DocumentReader) throws(RulebookFault) {
        let book = RuleEntry(reader, at: "rulebook")
        try book.only([
            "code", "version", "title", "source", "inForceFrom", "inForceUntil", "parent",
            "articles", "tasks", "steps", "grounds", "families", "measures", "combination",
            "mitigations",
            "aggravations", "conduct", "routes", "clocks", "catalogue", "settings", "personnel",
            "ranks", "floors", "credit",
        ])
        code = try book.code("code")
        version = try book.number("version", atLeast: 1)
        (titleChinese, titleEnglish) = try book.both("title")
        source = try book.source()
        inForceFrom = try book.day("inForceFrom")
        inForceUntil =
            reader.memberNames.contains("inForceUntil") ? try book.day("inForceUntil") : nil
        parent = try book.optionalText("parent") == nil ? nil : try book.code("parent")
        articles = try book.list("articles")
        tasks = try book.list("tasks")
        steps = try book.list("steps")
        grounds = try book.list("grounds")
        families = try book.list("families")
        measures = try book.list("measures")
        combination = try Combination(book.entry("combination"))
        mitigations = try book.list("mitigations")
        aggravations = try book.list("aggravations")
        // Editions of before that was said have none.
        conduct = reader.memberNames.contains("conduct") ? try book.list("conduct") : []
        routes = try book.list("routes")
        clocks = try book.list("clocks")
        catalogue = try Catalogue(book.entry("catalogue"))
        settings = try book.list("settings")
        personnel = try book.optionalList("personnel")
        ranks = try book.optionalList("ranks")
        floors = try book.optionalList("floors")
        credit =
            reader.memberNames.contains("credit")
            ? try CreditRules(book.entry("credit")) : nil
    }
}

/// One object of the document, and where it stands.
struct RuleEntry<Reader: DocumentReader> {
    let reader: Reader
    let at: String

    init(_ reader: Reader, at place: String) {
        self.reader = reader
        at = place
    }

    /// A member that means nothing is refused: a misspelt one must not be silently lost.
    func only(_ known: [String]) throws(RulebookFault) {
        for name in reader.memberNames where !known.contains(name) {
            throw .unknownMember(at: at, member: name)
        }
    }

    func text(_ name: StaticString) throws(RulebookFault) -> String {
        guard let text = reader.string(name), text.contains(where: { !$0.isWhitespace }) else {
            throw .missing(at: at, member: "\(name)")
        }
        return text
    }

    /// The code of a body of law.
    func code(_ name: StaticString) throws(RulebookFault) -> RulebookCode {
        let text = try text(name)
        guard isWellFormedIdentifier(text) else {
            throw .codeMisspelt(at: at, member: "\(name)", value: text)
        }
        return RulebookCode(text)
    }

    func day(_ name: StaticString) throws(RulebookFault) -> CalendarDate {
        let text = try text(name)
        guard let day = CalendarDate(text) else {
            throw .impossibleDay(member: "\(name)", text)
        }
        return day
    }

    func optionalDay(_ name: StaticString) throws(RulebookFault) -> CalendarDate? {
        reader.memberNames.contains("\(name)") ? try day(name) : nil
    }

    /// Absent, or a text. Anything else is refused rather than taken for absent.
    func optionalText(_ name: StaticString) throws(RulebookFault) -> String? {
        reader.memberNames.contains("\(name)") ? try text(name) : nil
    }

    func source() throws(RulebookFault) -> String {
        guard let text = reader.string("source"), text.contains(where: { !$0.isWhitespace }) else {
            throw .noSource(at: at)
        }
        return text
    }

    func both() throws(RulebookFault) -> (String, String) { (try text("zh"), try text("en")) }

    func both(_ name: StaticString) throws(RulebookFault) -> (String, String) {
        let entry = try entry(name)
        try entry.only(["zh", "en"])
        return try entry.both()
    }

    func number(_ name: StaticString, atLeast lowest: Int) throws(RulebookFault) -> Int {
        guard let number = reader.integer(name) else {
            throw .missing(at: at, member: "\(name)")
        }
        guard number >= lowest else {
            throw .outOfRange(at: at, member: "\(name)", lowest: lowest)
        }
        return number
    }

    func optionalNumber(_ name: StaticString, atLeast lowest: Int) throws(RulebookFault) -> Int? {
        reader.memberNames.contains("\(name)") ? try number(name, atLeast: lowest) : nil
    }

    func flag(_ name: StaticString) throws(RulebookFault) -> Bool {
        guard let flag = reader.bool(name) else { throw .missing(at: at, member: "\(name)") }
        return flag
    }

    func optionalFlag(_ name: StaticString) throws(RulebookFault) -> Bool? {
        reader.memberNames.contains("\(name)") ? try flag(name) : nil
    }

    func optionalTexts(_ name: StaticString) throws(RulebookFault) -> [String]? {
        reader.memberNames.contains("\(name)") ? try texts(name) : nil
    }

    func optionalCode<Code: RawRepresentable<String> & CaseIterable>(_ name: StaticString)
        throws(RulebookFault) -> Code?
    {
        reader.memberNames.contains("\(name)") ? try code(name) : nil
    }

    func texts(_ name: StaticString) throws(RulebookFault) -> [String] {
        guard let texts = reader.strings(name) else { throw .missing(at: at, member: "\(name)") }
        return texts
    }

    func code<Code: RawRepresentable<String> & CaseIterable>(_ name: StaticString)
        throws(RulebookFault) -> Code
    {
        let text = try text(name)
        guard let code = Code(rawValue: text) else {
            throw .notOneOf(
                at: at, member: "\(name)", value: text, allowed: Code.allCases.map(\.rawValue))
        }
        return code
    }

    /// High, unless the entry says otherwise.
    func confidence() throws(RulebookFault) -> Confidence {
        reader.memberNames.contains("confidence") ? try code("confidence") : .high
    }

    func entry(_ name: StaticString) throws(RulebookFault) -> RuleEntry {
        guard let object = reader.object(name) else { throw .missing(at: at, member: "\(name)") }
        return RuleEntry(object, at: at == "rulebook" ? "\(name)" : "\(at).\(name)")
    }

    /// Each of them one of the codes; absent: none.
    func codes<Code: RawRepresentable<String> & CaseIterable>(
        _ name: StaticString
    ) throws(RulebookFault) -> [Code] {
        guard reader.memberNames.contains("\(name)") else { return [] }
        var codes: [Code] = []
        for text in try texts(name) {
            guard let code = Code(rawValue: text) else {
                throw .notOneOf(
                    at: at, member: "\(name)", value: text, allowed: Code.allCases.map(\.rawValue))
            }
            codes.append(code)
        }
        return codes
    }

    /// Empty where the document has no such member.
    func optionalList<Part: RulebookPart>(
        _ name: StaticString
    ) throws(RulebookFault) -> [Part] {
        reader.memberNames.contains("\(name)") ? try list(name) : []
    }

    /// Each element, named by its code (or number) so that a fault can say where it is.
    func list<Part: RulebookPart>(_ name: StaticString) throws(RulebookFault) -> [Part] {
        guard let array = reader.array(name) else { throw .missing(at: at, member: "\(name)") }
        var parts: [Part] = []
        for (index, element) in array.enumerated() {
            let own = element.string("code") ?? element.integer("number").map(String.init)
            let place = "\(name) \(own ?? "[\(index)]")"
            parts.append(
                try Part(RuleEntry(element, at: at == "rulebook" ? place : "\(at), \(place)")))
        }
        return parts
    }
}
