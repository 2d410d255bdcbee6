import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele case show`: one case, with everybody named in it.
struct CaseShow: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: abstract("help.case.show"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Argument(help: help("help.case.id"))
    var file: String

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        guard let id = CaseID(file) else {
            throw Failure(status: .usage, message: program.text("usage.badSubject", ["what": file]))
        }
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        guard let view = try ledger.caseView(of: id, asOf: asked.asOf, knownAt: asked.knownAt)
        else {
            throw Failure(
                status: .inputMissing, message: program.text("case.nothing", ["case": id.text]))
        }
        if options.json {
            var fields = JSONFields()
            view.write(to: &fields)
            program.out.json(fields.object)
        } else {
            let renderer = CaseRenderer(
                text: program.text, paint: Paint(program.out.terminal),
                columns: program.out.terminal.columns,
                names: try ledger.names(of: view.subjects, knownAt: asked.knownAt))
            program.out.write(renderer.page(view))
        }
        return .sound
    }
}

/// `stele case list`: the cases of the ledger.
struct CaseList: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: abstract("help.case.list"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        let cases = try ledger.cases(asOf: asked.asOf, knownAt: asked.knownAt)
        if options.json {
            var object = CanonicalObject()
            object.set(
                "cases",
                cases.map { one in
                    var fields = JSONFields()
                    one.write(to: &fields)
                    return fields.object
                })
            program.out.json(object)
            return .sound
        }
        guard !cases.isEmpty else {
            program.out.line(program.text("cases.none"))
            return .sound
        }
        var table = Table(columns: [
            .init(program.text("cases.column.case")), .init(program.text("cases.column.state")),
            .init(program.text("cases.column.opened")),
            .init(program.text("cases.column.decision")),
            .init(program.text("cases.column.persons"), alignment: .trailing),
            .init(program.text("cases.column.sustained"), alignment: .trailing),
        ])
        for one in cases {
            table.add([
                one.case.text, program.text.label(.caseState, one.state),
                one.openedOn.map { "\($0)" } ?? "", one.decision?.text ?? "",
                program.text.number(one.persons.count), program.text.number(one.sustained),
            ])
        }
        program.out.write(table.rendered(with: Paint(program.out.terminal)))
        return .sound
    }
}
