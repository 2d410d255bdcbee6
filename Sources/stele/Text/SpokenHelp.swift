import ArgumentParser
import Wording

/// The words in which help is written while a command line is parsed.
///
/// ArgumentParser asks types, not values, for their help, so the language cannot be handed in; it
/// is bound around the parse, and only there.
enum SpokenHelp {
    @TaskLocal static var text: Text?
    /// The words of the command line; nil where the whole tree of commands is wanted.
    ///
    /// The parser builds every command before it reads a word, and most of them are verbs of nouns
    /// that were not typed: those are left out.
    @TaskLocal static var typed: [String]?

    /// Runs what asks types for their help.
    static func speaking<Result>(
        _ text: Text, of typed: [String], _ body: () throws -> Result
    ) rethrows -> Result {
        try $text.withValue(text) { try $typed.withValue(typed, operation: body) }
    }

    static func callAsString(_ key: String) -> String {
        text?(key) ?? key
    }
}

/// The help of one option, argument or command in the language being spoken.
func help(_ key: String) -> ArgumentHelp {
    ArgumentHelp(SpokenHelp.callAsString(key))
}

/// The one-line description of a command in the language being spoken.
func abstract(_ key: String) -> String {
    SpokenHelp.callAsString(key)
}
