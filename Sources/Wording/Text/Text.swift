/// The words of one language, called like a function: `text("verify.sound", ["entries": "1044"])`.
///
/// A key that does not exist, or values that are not exactly the message's holes, are mistakes of
/// ours and stop the program; `CatalogueTests` reads every call in the sources and finds them first.
public struct Text: Sendable {
    public let catalogue: Catalogue

    public var language: Language { catalogue.language }

    /// - Parameter words: What duties say that are not of this house: their kinds
    ///   (`eventKind.well.dug`), fields (`field.depth`), codes (`colour.red`, where the field
    ///   `colour` holds one) and refusals (`refusal.wellDry`).
    public init(
        _ language: Language, adding words: [String: String] = [:]
    ) throws(CatalogueFault) {
        catalogue = try Catalogue(language).adding(words)
    }

    public func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let template = catalogue.templates[key] else {
            preconditionFailure("no message for \(key)")
        }
        return template.filled(with: values)
    }

    /// The words under a key that was put together at run time; nil when there are none, or they are
    /// a message with holes.
    public func lookUp(_ key: String) -> String? {
        guard let template = catalogue.templates[key], template.holes.isEmpty else { return nil }
        return template.filled(with: [:])
    }

    /// What is said in each language, of this house's words: for answers that programs read.
    public static func inBoth<Said>(_ say: (Text) -> Said) -> (chinese: Said, english: Said) {
        (say(chinese), say(english))
    }

    private static let chinese = embedded(.chinese)
    private static let english = embedded(.english)

    private static func embedded(_ language: Language) -> Text {
        do throws(CatalogueFault) {
            return try Text(language)
        } catch {
            preconditionFailure("the embedded catalogue: \(error)")
        }
    }

    /// One of two titles that the law has in both languages.
    public func choose(_ chinese: String, _ english: String) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// An integer as people read it, in groups of three.
    public func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return value < 0 ? "-" + grouped : grouped
    }
}
