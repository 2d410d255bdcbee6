import ArgumentParser

/// The words in which help is written while a command line is parsed.
///
/// ArgumentParser asks types, not values, for their help, so the language cannot be handed in; it
/// is bound around the parse, and only there.
enum SpokenHelp {
    @TaskLocal static var text: Text?

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
