import Foundation
import Wording

/// A help page in the language being spoken.
///
/// ArgumentParser writes its headings in English and has no catalogue for them; there are few, and
/// `HelpTests` goes red when a new release of it changes one.
enum HelpPage {
    private static let headings = [
        ("OVERVIEW: ", "help.heading.overview"),
        ("USAGE: ", "help.heading.usage"),
        ("ARGUMENTS:", "help.heading.arguments"),
        ("OPTIONS:", "help.heading.options"),
        ("SUBCOMMANDS:", "help.heading.subcommands"),
        ("ASK SUBCOMMANDS:", "help.heading.ask"),
        ("RECORD SUBCOMMANDS:", "help.heading.record"),
    ]
    private static let phrases = [
        ("Show help information.", "help.showHelp"),
        ("Show the version.", "help.showVersion"),
        ("<subcommand>", "help.subcommand"),
        ("<options>", "help.options"),
        (" (values: ", "help.values"),
        (" (default: ", "help.default"),
        ("; default: ", "help.andDefault"),
    ]

    static func inLanguage(of text: Text, _ page: String) -> String {
        var lines: [String] = []
        for line in usageFirst(page).split(separator: "\n", omittingEmptySubsequences: false) {
            var line = String(line)
            if line.hasPrefix("  See '") {
                lines.append("  " + text("help.seeMore"))
                continue
            }
            for (heading, key) in headings where line.hasPrefix(heading) {
                line = text(key) + line.dropFirst(heading.count)
            }
            for (phrase, key) in phrases {
                line = line.replacing(phrase, with: text(key))
            }
            lines.append(line)
        }
        let joined = lines.joined(separator: "\n")
        return joined.hasSuffix("\n") ? joined : joined + "\n"
    }

    /// The parser writes what is to be said at length between the first line and the usage.
    private static func usageFirst(_ page: String) -> String {
        guard page.hasPrefix("OVERVIEW: "), let end = page.range(of: "\n\n"),
            let usage = page.range(of: "\n\nUSAGE: "), usage.lowerBound > end.lowerBound
        else { return page }
        let rest = page[usage.upperBound...]
        let usageEnd = rest.range(of: "\n\n")?.lowerBound ?? rest.endIndex
        return page[..<end.lowerBound] + "\n\nUSAGE: " + rest[..<usageEnd]
            + "\n\n" + page[end.upperBound..<usage.lowerBound] + rest[usageEnd...]
    }
}
