import Application
import Law
import Records
import Vocabulary
import Wording

extension FileShow: Asked {
    static let help = ["": "help.file.show", "file": "help.file.id"]

    func page(_ reply: FileAnswer, in program: Program) -> String {
        TraceRenderer(
            text: program.text, paint: Paint(program.out.terminal),
            columns: program.out.terminal.columns, law: reply.law
        ).page(reply.trail, of: reply.file)
    }

    func nothing(in application: Application, _ text: Text) -> String {
        text("file.nothing", ["file": file.text])
    }
}

extension FileList: Asked {
    static let help = ["": "help.file.list"]

    func page(_ reply: FilesAnswer, in program: Program) -> String {
        let text = program.text
        guard !reply.files.isEmpty else { return text("files.none") + "\n" }
        var table = Table(columns: [
            .init(text("files.column.file")),
            .init(text("files.column.entries"), alignment: .trailing),
            .init(text("files.column.on")), .init(text("files.column.last")),
        ])
        for one in reply.files {
            table.add([
                one.file.identifier, text.number(one.entries), text.day(one.last.on),
                text.heading(of: one.last.recorded.event),
            ])
        }
        return table.rendered(with: Paint(program.out.terminal))
    }
}
