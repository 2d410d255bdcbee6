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
                "": "help.subject.find", "asOf": "help.subject.find.asOf",
                "complete": "help.list.complete",
                "limit": "help.subject.limit",
                "words": "help.subject.words",
            ], defaults: ["limit": "50"]
        ) { asked, reply, sheet in
            let text = sheet.text
            let citing = reply.citing.map { one in
                sheet.folded(
                    text(
                        "subject.citing",
                        [
                            "entry": "\(one.position)", "what": text.heading(of: one.event),
                            "on": text.day(one.on),
                            "about": one.tags.map { harmless($0.description) }
                                .joined(separator: text("list.comma")),
                        ]))
            }.joined()
            if reply.subjects.isEmpty && !citing.isEmpty { return citing }
            let found =
                sheet.register(
                    reply.subjects, none: text("subject.none", ["words": harmless(asked.words)]),
                    columns(of: reply.subjects, text)) + citing
            return reply.subjects.count == asked.limit
                ? found + sheet.folded(text("subject.more", ["limit": text.number(asked.limit)]))
                : found
        },
        Choice(
            SubjectList.self,
            listHelp([
                "": "help.subject.list", "unit": "help.subject.list.unit",
                "kind": "help.subject.list.kind",
            ])
        ) { asked, reply, sheet in
            let text = sheet.text
            return sheet.register(
                reply.subjects, after: asked.window.after,
                none: asked.isEverySubject ? text("subjects.none") : text("subjects.noneSuch"),
                [
                    .init(text("subject.column.id")) { $0.subject.text },
                    .init(text("subject.column.kind")) { text.label(.subjectKind, $0.kind) },
                    .init(text("subject.column.name")) {
                        $0.name.map(text.words) ?? text("name.sealed")
                    },
                    .init(text("subject.column.post")) { one in
                        one.posts.map { text.words($0.post) }.joined(separator: text("list.comma"))
                    },
                    .init(text("subjects.column.since")) { one in
                        one.posts.map { text.day($0.since, isImputed: $0.isImputed, $0.precision) }
                            .joined(separator: text("list.comma"))
                    },
                    .init(text("subjects.column.state")) { one in
                        one.kind == .person ? text.label(.state, one.employment.code) : ""
                    },
                ])
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

    /// What only some of those found have stands in columns of its own.
    private static func columns(
        of found: [FoundSubject], _ text: Text
    ) -> [Table<FoundSubject>.Column] {
        var columns: [Table<FoundSubject>.Column] = [
            .init(text("subject.column.id")) { $0.subject.text },
            .init(text("subject.column.kind")) { text.label(.subjectKind, $0.kind) },
            .init(text("subject.column.name")) {
                $0.name.map(text.words) ?? text("name.sealed")
            },
        ]
        if found.contains(where: { $0.called != nil }) {
            columns.append(
                .init(text("subject.column.called")) { $0.called.map(text.called) ?? "" })
        }
        if found.contains(where: { $0.apart != nil }) {
            columns.append(
                .init(text("subject.column.post")) { one in
                    one.apart?.post.map(text.words) ?? ""
                })
            columns.append(
                .init(text("subject.column.number")) { one in
                    one.apart?.numberEnding.map { "…" + harmless($0) } ?? ""
                })
        }
        return columns + [
            .init(text("subject.column.entries"), .trailing) { text.number($0.entries) },
            .init(text("subject.column.findings"), .trailing) { text.number($0.findings) },
        ]
    }

    private static func nobody(_ subject: SubjectID, _ text: Text) -> String {
        text("subject.nothing", ["subject": subject.text])
    }
}

extension Text {
    /// `示例旧称局（旧称，至 2024-05-31）`: a name that is not the one of the day, and what it is.
    fileprivate func called(_ called: FoundSubject.Called) -> String {
        let name = harmless(called.name)
        let day = called.day.map { "\($0)" }
        switch called.reason {
        case .former:
            return day.map { self("subject.called.former", ["name": name, "day": $0]) }
                ?? self("subject.called.once", ["name": name])
        case .corrected: return self("subject.called.corrected", ["name": name])
        case .later: return self("subject.called.later", ["name": name, "day": day ?? ""])
        }
    }
}
