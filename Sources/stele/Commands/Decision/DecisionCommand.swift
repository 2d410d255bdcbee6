import ArgumentParser

/// `stele decision`.
struct DecisionCommand: NounCommand {
    static let noun = "decision"
    static var about: String { abstract("help.decision") }
    static var questions: [any ParsableCommand.Type] {
        [DecisionShow.self, DecisionList.self, DecisionGrounds.self, DecisionResponsible.self]
    }
}
