import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

extension RulesList: Asked {
    static let help = ["": "help.rules.list"]

    func page(_ reply: LawAnswer, in program: Program) -> String {
        RulesRenderer(program).list(reply.law)
    }
}

extension RulesShow: Asked {
    static let help = [
        "": "help.rules.show", "code": "help.rules.code", "on": "help.rules.on",
    ]

    func page(_ reply: RulesAnswer, in program: Program) -> String {
        reply.bodies.map { body in
            RulesRenderer(program).page(
                body.activation,
                body.lines.map {
                    switch program.text.language {
                    case .chinese: $0.chinese
                    case .english: $0.english
                    }
                })
        }.joined(separator: "\n")
    }

    func nothing(in application: Application, _ text: Text) throws -> String {
        let day = on ?? application.ledger.today
        let books = try application.ledger.law().inForce(on: day).activations.map(\.content)
        return text(
            "rules.noSuchCode",
            [
                "code": code ?? "", "day": "\(day)",
                "rulebook": books.map { "\($0.code)/\($0.version)" }
                    .joined(separator: text("list.comma")),
            ])
    }
}
