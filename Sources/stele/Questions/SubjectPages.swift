import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

extension TraceQuestion: Asked {
    static let help = ["": "help.trace", "subject": "help.trace.subject"]

    func page(_ reply: TraceAnswer, in program: Program) -> String {
        TraceRenderer(
            text: program.text, paint: Paint(program.out.terminal),
            columns: program.out.terminal.columns, law: reply.law
        ).page(
            reply.page.trail, status: reply.page.status, registration: reply.page.registration)
    }

    func nothing(in application: Application, _ text: Text) -> String {
        text("subject.nothing", ["subject": subject.text])
    }
}

extension StatusQuestion: Asked {
    static let help = ["": "help.status", "subject": "help.trace.subject"]

    func page(_ reply: StatusAnswer, in program: Program) -> String {
        StatusRenderer(
            text: program.text, paint: Paint(program.out.terminal),
            columns: program.out.terminal.columns
        ).page(reply.page.status, registration: reply.page.registration)
    }

    func nothing(in application: Application, _ text: Text) -> String {
        text("subject.nothing", ["subject": subject.text])
    }
}

extension SubjectFind: Asked {
    static let help = [
        "": "help.subject.find", "limit": "help.subject.limit", "words": "help.subject.words",
    ]
    static let defaults = ["limit": "50"]

    func objection(in text: Text) -> String? { limit > 0 ? nil : text("usage.limit") }

    func page(_ reply: FoundSubjects, in program: Program) -> String {
        let text = program.text
        guard !reply.subjects.isEmpty else {
            return text("subject.none", ["words": harmless(words)]) + "\n"
        }
        var table = Table(columns: [
            .init(text("subject.column.id")), .init(text("subject.column.kind")),
            .init(text("subject.column.name")),
            .init(text("subject.column.entries"), alignment: .trailing),
            .init(text("subject.column.findings"), alignment: .trailing),
        ])
        for subject in reply.subjects {
            table.add([
                subject.subject.text, text.label(.subjectKind, subject.kind),
                subject.name.map(text.words) ?? text("name.sealed"),
                text.number(subject.entries), text.number(subject.findings),
            ])
        }
        let more =
            reply.subjects.count == limit
            ? text("subject.more", ["limit": text.number(limit)]) + "\n" : ""
        return table.rendered(with: Paint(program.out.terminal)) + more
    }
}
