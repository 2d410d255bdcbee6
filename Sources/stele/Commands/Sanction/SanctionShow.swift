import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele sanction show`: the life of one sanction.
struct SanctionShow: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: abstract("help.sanction.show"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Argument(help: help("help.sanction.id"))
    var sanction: String

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        guard let id = SanctionID(sanction) else {
            throw Failure(
                status: .usage, message: program.text("usage.badSubject", ["what": sanction]))
        }
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        guard let row = try ledger.sanction(id, asOf: asked.asOf, knownAt: asked.knownAt) else {
            throw Failure(
                status: .inputMissing,
                message: program.text("sanction.nothing", ["sanction": id.text]))
        }
        if options.json {
            var fields = JSONFields()
            row.write(to: &fields)
            program.out.json(fields.object)
        } else {
            let renderer = SanctionRenderer(
                text: program.text, paint: Paint(program.out.terminal),
                columns: program.out.terminal.columns,
                names: try ledger.names(of: [row.subject], knownAt: asked.knownAt))
            program.out.write(renderer.page(row))
        }
        return .sound
    }
}

/// `stele sanction list`: the register of sanctions (处分台账).
struct SanctionList: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: abstract("help.sanction.list"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Option(help: help("help.sanction.unit"))
    var unit: String?

    @Option(help: help("help.sanction.person"))
    var person: String?

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let unit = try self.unit.map { typed throws(Failure) in
            try subjectID(typed, in: program)
        }
        let person = try self.person.map { typed throws(Failure) in
            try subjectID(typed, in: program)
        }
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        let register = try ledger.sanctions(
            asOf: asked.asOf, knownAt: asked.knownAt, unit: unit, person: person)
        if options.json {
            var fields = JSONFields()
            register.write(to: &fields)
            program.out.json(fields.object)
            return .sound
        }
        guard !register.rows.isEmpty else {
            program.out.line(program.text("sanctions.none"))
            return .sound
        }
        let text = program.text
        var table = Table(columns: [
            .init(text("sanctions.column.sanction")), .init(text("sanctions.column.person")),
            .init(text("sanctions.column.measure")), .init(text("sanctions.column.state")),
            .init(text("sanctions.column.since")), .init(text("sanctions.column.until")),
            .init(text("sanctions.column.remedy")), .init(text("sanctions.column.restoration")),
        ])
        for row in register.rows {
            table.add([
                row.sanction.text, row.subject.text, text.label(.measure, row.life.measure),
                text.label(.sanctionState, row.state), "\(row.life.since)",
                row.life.lastDay.map { "\($0)" } ?? "",
                row.life.service.map { service in
                    [service.fact.route, service.fact.remedyUntil.map { "\($0)" }]
                        .compactMap { $0 }.joined(separator: " ")
                } ?? "", text.restoration(row.restoration),
            ])
        }
        program.out.write(table.rendered(with: Paint(program.out.terminal)))
        return .sound
    }
}
