import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of subjects (主体): who they are, everything about them, what binds them.
extension Choice {
    static let ofSubjects = [
        Choice(
            SubjectFind.self,
            [
                "": "help.subject.find", "complete": "help.list.complete",
                "limit": "help.subject.limit",
                "words": "help.subject.words",
            ], defaults: ["limit": "50"],
            objection: { asked, text in asked.limit > 0 ? nil : text("usage.limit") }
        ) { asked, reply, sheet in
            let text = sheet.text
            let found = sheet.register(
                reply.subjects, none: text("subject.none", ["words": harmless(asked.words)]),
                [
                    .init(text("subject.column.id")) { $0.subject.text },
                    .init(text("subject.column.kind")) { text.label(.subjectKind, $0.kind) },
                    .init(text("subject.column.name")) {
                        $0.name.map(text.words) ?? text("name.sealed")
                    },
                    .init(text("subject.column.entries"), .trailing) { text.number($0.entries) },
                    .init(text("subject.column.findings"), .trailing) { text.number($0.findings) },
                ])
            return reply.subjects.count == asked.limit
                ? found + text("subject.more", ["limit": text.number(asked.limit)]) + "\n" : found
        },
        Choice(
            TraceQuestion.self, ["": "help.trace", "subject": "help.trace.subject"],
            nothing: { asked, text, _ in nobody(asked.subject, text) }
        ) { _, reply, sheet in
            TraceRenderer(sheet: sheet, law: reply.law).page(
                reply.page.trail, status: reply.page.status, registration: reply.page.registration)
        },
        Choice(
            StatusQuestion.self, ["": "help.status", "subject": "help.trace.subject"],
            nothing: { asked, text, _ in nobody(asked.subject, text) }
        ) { _, reply, sheet in
            StatusRenderer(sheet: sheet).page(
                reply.page.status, registration: reply.page.registration)
        },
    ]

    private static func nobody(_ subject: SubjectID, _ text: Text) -> String {
        text("subject.nothing", ["subject": subject.text])
    }
}
