import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele subject`: people, organisations and units, and the posts they hold.
struct SubjectCommand: NounCommand {
    static let noun = "subject"
    static var about: String { abstract("help.subject") }
    static var questions: [any ParsableCommand.Type] { [SubjectFind.self] }
}

/// `stele subject find`: finds people, organisations and units by identifier, title or name.
struct SubjectFind: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "find", abstract: abstract("help.subject.find"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(help: help("help.subject.limit"))
    var limit = 50

    @Argument(help: help("help.subject.words"))
    var words: String

    func run(in program: Program) async throws -> ExitStatus {
        guard limit > 0 else {
            throw Failure(status: .usage, message: program.text("usage.limit"))
        }
        let ledger = try options.ledger(in: program).reading()
        let found = try ledger.subjects(matching: words, limit: limit)
        if options.json {
            var object = CanonicalObject()
            object.set("subjects", found.map(Self.json))
            program.out.json(object)
            return .sound
        }
        guard !found.isEmpty else {
            program.out.line(program.text("subject.none", ["words": harmless(words)]))
            return .sound
        }
        var table = Table(columns: [
            .init(program.text("subject.column.id")), .init(program.text("subject.column.kind")),
            .init(program.text("subject.column.name")),
            .init(program.text("subject.column.entries"), alignment: .trailing),
            .init(program.text("subject.column.findings"), alignment: .trailing),
        ])
        for subject in found {
            table.add([
                subject.subject.text, program.text.label(.subjectKind, subject.kind),
                subject.name.map(harmless) ?? program.text("name.sealed"),
                program.text.number(subject.entries), program.text.number(subject.findings),
            ])
        }
        program.out.write(table.rendered(with: Paint(program.out.terminal)))
        if found.count == limit {
            program.out.line(program.text("subject.more", ["limit": program.text.number(limit)]))
        }
        return .sound
    }

    private static func json(_ subject: FoundSubject) -> CanonicalObject {
        var object = CanonicalObject()
        if let code = subject.code { object.set("code", code) }
        object.set("entries", subject.entries)
        object.set("findings", subject.findings)
        object.set("kind", subject.kind.rawValue)
        if let name = subject.name { object.set("name", name) }
        object.set("subject", subject.subject.text)
        return object
    }
}
