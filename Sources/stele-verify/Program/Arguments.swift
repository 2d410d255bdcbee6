/// What was typed.
struct Arguments {
    /// What is to be verified.
    enum Subject {
        case bundle(String)
        /// The proof of one entry, and the key that is trusted.
        case proof(String, key: String)
        case help
    }

    let subject: Subject
    private(set) var checkpoints: [String] = []
    private(set) var key: String?
    private(set) var isJSON = false

    /// Why the command line cannot be understood.
    enum Fault: Error {
        case unknownOption(String)
        case missingValue(String)
        case unknownLanguage(String)
        case severalBundles(String)
        case noBundle
        case severalKeys
        case noKey
    }

    init(_ words: [String]) throws(Fault) {
        var rest = words[...]
        var onlyNames = false
        var isHelp = false
        var named: [String] = []
        while let word = rest.popFirst() {
            guard word.hasPrefix("-"), word != "-", !onlyNames else {
                named.append(word)
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
        subject = isHelp ? .help : try Self.subject(named, key)
    }

    /// A bundle may be called `proof`; a proof is called by two words.
    private static func subject(_ named: [String], _ key: String?) throws(Fault) -> Subject {
        guard let first = named.first else { throw .noBundle }
        if named.count == 2, first == "proof" {
            guard let key else { throw .noKey }
            return .proof(named[1], key: key)
        }
        guard named.count == 1 else { throw .severalBundles(named[first == "proof" ? 2 : 1]) }
        return .bundle(first)
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
