import ArgumentParser

/// `stele case`.
struct CaseCommand: NounCommand {
    static let noun = "case"
    static var about: String { abstract("help.case") }
    static var questions: [any ParsableCommand.Type] { [CaseShow.self, CaseList.self] }
}
