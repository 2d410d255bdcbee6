/// The words of one language, called like a function: `text("verify.sound", ["entries": "1044"])`.
///
/// A key that does not exist, or values that are not exactly the message's holes, are mistakes of
/// ours and stop the program; `CatalogueTests` reads every call in the sources and finds them first.
struct Text: Sendable {
    let catalogue: Catalogue

    var language: Language { catalogue.language }

    init(_ language: Language) throws(CatalogueFault) {
        catalogue = try Catalogue(language)
    }

    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let template = catalogue.templates[key] else {
            preconditionFailure("no message for \(key)")
        }
        return template.filled(with: values)
    }

    /// The message of a key that was put together at run time, nil when there is none.
    func lookUp(_ key: String) -> String? {
        catalogue.templates[key]?.filled(with: [:])
    }

    /// An integer as people read it, in groups of three.
    func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return value < 0 ? "-" + grouped : grouped
    }
}
