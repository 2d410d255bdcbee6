import ArgumentParser

/// `stele decision`: everything that can be asked and recorded about one kind of thing.
protocol NounCommand: ParsableCommand {
    static var noun: String { get }
    /// What the help page says of it.
    static var about: String { get }
    /// What can be asked: `show`, `list`.
    static var questions: [any ParsableCommand.Type] { get }
    /// What can be recorded.
    static var recordings: [any ParsableCommand.Type] { get }
}

extension NounCommand {
    static var recordings: [any ParsableCommand.Type] { [] }

    static var configuration: CommandConfiguration {
        // The parser names groups in English; `HelpPage` gives them their headings.
        CommandConfiguration(
            commandName: noun, abstract: about,
            groupedSubcommands: [
                CommandGroup(name: "Ask", subcommands: questions),
                CommandGroup(name: "Record", subcommands: recordings),
            ])
    }
}
