import ArgumentParser

/// `stele sanction`.
struct SanctionCommand: NounCommand {
    static let noun = "sanction"
    static var about: String { abstract("help.sanction") }
    static var questions: [any ParsableCommand.Type] { [SanctionShow.self, SanctionList.self] }
}
