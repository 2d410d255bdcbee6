/// What was typed.
struct Arguments {
    var bundle: String?
    var checkpoints: [String] = []
    var key: String?
    var isJSON = false
    var isHelp = false

    /// Why the command line cannot be understood.
    enum Fault: Error {
        case unknownOption(String)
        case missingValue(String)
        case unknownLanguage(String)
        case severalBundles(String)
        case noBundle
        case severalKeys
    }

    init(_ words: [String]) throws(Fault) {
        var rest = words[...]
        var onlyNames = false
        while let word = rest.popFirst() {
            guard word.hasPrefix("-"), word != "-", !onlyNames else {
                if bundle != nil { throw .severalBundles(word) }
                bundle = word
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            var given = parts.count == 2 ? String(parts[1]) : nil
            func value() throws(Fault) -> String {
                if given == nil { given = rest.popFirst() }
                guard let given else { throw .missingValue(name) }
                return given
            }
            switch name {
            case "--" where given == nil: onlyNames = true
            case "--checkpoint": checkpoints.append(try value())
            case "--key":
                if key != nil { throw .severalKeys }
                key = try value()
            case "--lang":
                let code = try value()
                guard Language(rawValue: code) != nil else { throw .unknownLanguage(code) }
            case "--json" where given == nil: isJSON = true
            case "--help" where given == nil, "-h" where given == nil: isHelp = true
            default: throw .unknownOption(name)
            }
        }
        if bundle == nil, !isHelp { throw .noBundle }
    }

    /// Looked for first, so that a mistake in the rest is explained in the right language.
    static func language(_ words: [String], preset: String?) -> Language {
        var asked: Language?
        for (index, word) in words.enumerated() {
            if word == "--lang", index + 1 < words.count {
                asked = Language(rawValue: words[index + 1]) ?? asked
            } else if word.hasPrefix("--lang=") {
                asked = Language(rawValue: String(word.dropFirst(7))) ?? asked
            }
        }
        return asked ?? preset.flatMap(Language.init(rawValue:)) ?? .chinese
    }
}

/// The language of everything a person reads.
enum Language: String {
    case chinese = "zh"
    case english = "en"
}
