import ArgumentParser

/// `stele rules`: the law by which a ledger judges.
struct RulesCommand: NounCommand {
    static let noun = "rules"
    static var about: String { abstract("help.rules") }
    static var questions: [any ParsableCommand.Type] {
        [RulesList.self, RulesShow.self, RulesCheck.self]
    }
    static var recordings: [any ParsableCommand.Type] {
        [RulesActivate.self, RulesCalendar.self]
    }
}
