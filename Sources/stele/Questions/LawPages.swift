import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of the rules (规则).
extension Choice {
    static let ofLaw = [
        Choice(RulesList.self, ["": "help.rules.list"]) { _, reply, sheet in
            RulesRenderer(sheet: sheet).list(reply.law, unread: reply.unread)
        },
        Choice(
            RulesShow.self,
            ["": "help.rules.show", "code": "help.rules.code", "on": "help.rules.on"],
            nothing: { asked, text, ledger in
                let day = asked.on ?? ledger.today
                let books = try ledger.law().inForce(on: day).activations.map(\.content)
                return text(
                    "rules.noSuchCode",
                    [
                        "code": asked.code ?? "", "day": "\(day)",
                        "rulebook": books.map { "\($0.code)/\($0.version)" }
                            .joined(separator: text("list.comma")),
                    ])
            }
        ) { _, reply, sheet in
            reply.bodies.map { body in
                RulesRenderer(sheet: sheet).page(
                    body.activation,
                    body.lines.map {
                        sheet.text.language == .chinese ? $0.chinese : $0.english
                    })
            }.joined(separator: "\n") + RulesRenderer(sheet: sheet).unread(reply.unread)
        },
    ]
}
