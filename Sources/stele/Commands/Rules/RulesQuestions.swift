import ArgumentParser
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// `stele rules list`: the rulebooks and calendars that are activated.
struct RulesList: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: abstract("help.rules.list"))
    }

    @OptionGroup var options: LedgerOptions
    @Option(help: help("help.knownAt"))
    var knownAt: String?

    func run(in program: Program) async throws -> ExitStatus {
        let moment = try MomentOptions.moment(knownAt, in: program)
        let law = try options.ledger(in: program).reading().law(knownAt: moment)
        if options.json {
            program.out.json(RulesRenderer.json(law))
        } else {
            program.out.write(RulesRenderer(program).list(law))
        }
        return .sound
    }
}

/// `stele rules show`: the rulebook in force on a day, or what it says under one code.
struct RulesShow: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: abstract("help.rules.show"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var practice: PracticeOptions

    @Option(help: help("help.rules.on"))
    var on: String?

    @Argument(help: help("help.rules.code"))
    var code: String?

    func run(in program: Program) async throws -> ExitStatus {
        let text = program.text
        let ledger = try options.ledger(in: program).reading(at: practice.read(in: program))
        let day = try on.map { try MomentOptions.day($0, in: program) } ?? ledger.today
        guard let activation = try ledger.law().inForce(on: day).activations.last else {
            throw LawFault.noRules(on: day, first: nil)
        }
        let book = activation.content
        let lines =
            code.map { RuleLine.all(of: book, called: $0, in: text) }
            ?? RuleLine.all(of: book, in: text)
        if let code, lines.isEmpty {
            throw Failure(
                status: .inputMissing,
                message: text(
                    "rules.noSuchCode",
                    ["code": code, "rulebook": "\(book.code)/\(book.version)", "day": "\(day)"]))
        }
        if options.json {
            var object = RulesRenderer.json(activation)
            object.set("entries", lines.map(Self.json))
            program.out.json(object)
        } else {
            program.out.write(RulesRenderer(program).page(activation, lines))
        }
        return .sound
    }

    private static func json(_ line: RuleLine) -> CanonicalObject {
        var object = CanonicalObject()
        object.set("code", line.code)
        object.set("confidence", line.confidence.rawValue)
        object.set("facts", line.facts)
        object.set("kind", line.kind.rawValue)
        object.set("says", line.says)
        object.set("source", line.source)
        return object
    }
}

/// `stele rules check`: whether a file could be activated. Needs no ledger.
struct RulesCheck: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "check", abstract: abstract("help.rules.check"))
    }

    @Flag(help: help("help.json"))
    var json = false

    @OptionGroup var speech: SpeechOptions

    @Flag(help: help("help.rules.isCalendar"))
    var calendar = false

    @Argument(help: help("help.rules.file"))
    var file: String

    func run(in program: Program) async throws -> ExitStatus {
        let bytes = try SmallFile.read(file, program.text)
        guard
            let document = try LawFile(bytes, isCalendar: calendar).read(
                telling: program, json: json)
        else { return .dataRefused }
        if json {
            var object = CanonicalObject()
            object.set("digest", document.digest)
            object.set("faults", [String]())
            object.set("sound", true)
            program.out.json(object)
        } else {
            program.out.line(program.text("rules.sound", ["what": LawFile.name(of: document)]))
        }
        return .sound
    }
}
