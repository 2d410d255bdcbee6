import Wording

/// Says in one sentence what is wrong with a command line.
///
/// ArgumentParser's own sentences are English and its error cases are not public, so the sentence
/// is recognised by its opening words and the quoted part carried over. What is not recognised is
/// shown as it is, behind an opening in the right language; `UsageTests` holds the table to the
/// release in use.
enum UsageMessage {
    private static let patterns: [(opening: String, key: String)] = [
        ("Unknown option '", "usage.unknownOption"),
        ("Missing expected argument '", "usage.missingArgument"),
        ("Missing value for '", "usage.missingValue"),
        ("Unexpected argument '", "usage.unexpectedArgument"),
        ("The value '", "usage.invalidValue"),
    ]

    static func spoken(_ message: String, in text: Text) -> String {
        var sentence = message
        if let line = message.split(separator: "\n").first { sentence = String(line) }
        if sentence.hasPrefix("Error: ") { sentence = String(sentence.dropFirst(7)) }
        for (opening, key) in patterns where sentence.hasPrefix(opening) {
            let quoted = harmless(quotedParts(of: sentence).first ?? "")
            return text(key, ["what": quoted])
        }
        if sentence.contains(" unexpected arguments: ") {
            let quoted = quotedParts(of: sentence).map(harmless).joined(separator: " ")
            return text("usage.unexpectedArgument", ["what": quoted])
        }
        return text("usage.other", ["message": harmless(sentence)])
    }

    private static func quotedParts(of sentence: String) -> [String] {
        let parts = sentence.split(separator: "'", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
