import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

extension AppealShow: Asked {
    static let help = ["": "help.appeal.show", "appeal": "help.appeal.id"]

    func page(_ reply: AppealTimeline, in program: Program) -> String {
        AppealRenderer(text: program.text, paint: Paint(program.out.terminal)).page(reply)
    }

    func nothing(in application: Application, _ text: Text) -> String {
        text("appeal.nothing", ["appeal": appeal.text])
    }
}

extension AppealList: Asked {
    static let help = [
        "": "help.appeal.list", "open": "help.appeal.open", "person": "help.appeal.person",
    ]

    func page(_ reply: AppealsAnswer, in program: Program) -> String {
        let text = program.text
        guard !reply.appeals.isEmpty else { return text("appeals.none") + "\n" }
        var table = Table(columns: [
            .init(text("appeals.column.sanction")),
            .init(text("appeals.column.person")),
            .init(text("appeals.column.measure")),
            .init(text("appeals.column.stage")),
            .init(text("appeals.column.state")),
            .init(text("appeals.column.due")),
        ])
        for one in reply.appeals { table.add(cells(of: one, in: text)) }
        return table.rendered(with: Paint(program.out.terminal))
    }

    private func cells(of one: AppealTimeline, in text: Text) -> [String] {
        let last = one.stages.last
        let title = text.language == .chinese ? last?.titleChinese : last?.titleEnglish
        let stage = [last?.appeal.text, title].compactMap { $0 }.joined(separator: " ")
        let measure =
            one.measure.map { text.label(.measure, $0) }
            ?? text.label(.appealState, AppealState.annulled)
        let state = last.map { text.label(.appealState, $0.state) } ?? ""
        let due = one.clocks.last { $0.isOpen }?.due.map { "\($0)" }
        let final = one.finalSince.map { text("appeal.final", ["day": "\($0)"]) }
        return [one.sanction.text, one.subject.text, measure, stage, state, due ?? final ?? ""]
    }
}

extension DeadlinesQuestion: Asked {
    static let help = [
        "": "help.deadlines", "explain": "help.deadlines.explain",
        "overdue": "help.deadlines.overdue", "person": "help.deadlines.person",
        "unit": "help.deadlines.unit",
    ]

    func page(_ reply: DeadlineBoard, in program: Program) -> String {
        DeadlineRenderer(text: program.text, paint: Paint(program.out.terminal))
            .page(reply, explain: explain)
    }
}
