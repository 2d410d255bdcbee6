/// The language of everything a person reads. What programs read (`--json`) has none.
public enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The language asked for: `--lang` first, then `STELE_LANG`, else Chinese.
    ///
    /// The arguments are looked through before they are parsed, so that help and parsing errors
    /// speak it too. An unknown code is not an error here: the parser reports it, in Chinese.
    public static func requested(by arguments: [String], environment: [String: String]) -> Language
    {
        var asked: Language?
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument == "--lang", index + 1 < arguments.count {
                asked = Language(rawValue: arguments[index + 1]) ?? asked
            } else if argument.hasPrefix("--lang=") {
                asked = Language(rawValue: String(argument.dropFirst("--lang=".count))) ?? asked
            }
        }
        return asked ?? environment["STELE_LANG"].flatMap(Language.init(rawValue:)) ?? .chinese
    }
}
