import ArgumentParser

/// `stele complaint`.
struct ComplaintCommand: NounCommand {
    static let noun = "complaint"
    static var about: String { abstract("help.complaint") }
    static var questions: [any ParsableCommand.Type] { [] }
}
