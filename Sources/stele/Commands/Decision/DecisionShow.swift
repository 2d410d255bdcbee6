import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele decision show`: one decision's dossier.
struct DecisionShow: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: abstract("help.decision.show"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Argument(help: help("help.decision.id"))
    var decision: String

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let id = try decisionID(decision, in: program)
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        guard
            let dossier = try ledger.dossier(of: id, asOf: asked.asOf, knownAt: asked.knownAt)
        else { throw nothing(about: id, in: program) }
        if options.json {
            var fields = JSONFields()
            dossier.write(to: &fields)
            program.out.json(fields.object)
        } else {
            let renderer = DossierRenderer(
                text: program.text, paint: Paint(program.out.terminal),
                columns: program.out.terminal.columns,
                names: try ledger.names(of: dossier.subjects, knownAt: asked.knownAt))
            program.out.write(renderer.page(dossier))
        }
        return .sound
    }
}

/// `stele decision responsible`: who answers for a decision, and where they are (责任倒查).
struct DecisionResponsible: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "responsible", abstract: abstract("help.decision.responsible"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Argument(help: help("help.decision.id"))
    var decision: String

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let id = try decisionID(decision, in: program)
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        guard
            let trace = try ledger.backTrace(of: id, asOf: asked.asOf, knownAt: asked.knownAt)
        else { throw nothing(about: id, in: program) }
        if options.json {
            var fields = JSONFields()
            trace.write(to: &fields)
            program.out.json(fields.object)
        } else {
            let renderer = BackTraceRenderer(
                text: program.text, paint: Paint(program.out.terminal),
                columns: program.out.terminal.columns,
                names: try ledger.names(
                    of: (trace.persons + trace.others).map(\.subject), knownAt: asked.knownAt))
            program.out.write(renderer.page(trace))
        }
        return .sound
    }
}

/// The decision meant by an argument, or a usage failure that says what an identifier looks like.
private func decisionID(_ typed: String, in program: Program) throws(Failure) -> DecisionID {
    guard let id = DecisionID(typed) else {
        throw Failure(status: .usage, message: program.text("usage.badSubject", ["what": typed]))
    }
    return id
}

private func nothing(about id: DecisionID, in program: Program) -> Failure {
    Failure(
        status: .inputMissing, message: program.text("decision.nothing", ["decision": id.text]))
}
