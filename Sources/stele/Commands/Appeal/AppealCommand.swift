import ArgumentParser

/// `stele appeal`.
struct AppealCommand: NounCommand {
    static let noun = "appeal"
    static var about: String { abstract("help.appeal") }
    static var questions: [any ParsableCommand.Type] { [AppealShow.self, AppealList.self] }
}
