import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of any noun that has no pages of its own (卷宗).
extension Choice {
    static func ofFiles(_ noun: Noun) -> [Choice] {
        [
            Choice(
                FileShow.self, ["": "help.file.show", "file": "help.file.id"], of: noun.name,
                meaning: { $0.about(noun.tag) },
                nothing: { asked, text, _ in text("file.nothing", ["file": asked.file.text]) }
            ) { _, reply, sheet in
                TraceRenderer(sheet: sheet, law: reply.law).page(reply.trail, of: reply.file)
            },
            Choice(
                FileList.self,
                listHelp(["": "help.file.list"]),
                of: noun.name,
                meaning: { $0.about(noun.tag) }
            ) { asked, reply, sheet in
                let text = sheet.text
                return sheet.register(
                    reply.files, after: asked.window.after, none: text("files.none"),
                    [
                        .init(text("files.column.file")) { $0.tag.identifier },
                        .init(text("files.column.entries"), .trailing) {
                            text.number($0.trail.items.count)
                        },
                        .init(text("files.column.on")) { text.day($0.trail.last?.on) },
                        .init(text("files.column.last")) {
                            $0.trail.last.map { text.heading(of: $0.recorded.event) } ?? ""
                        },
                    ])
            },
        ]
    }
}
