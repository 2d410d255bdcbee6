import ArgumentParser
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele appeal show`: the remedies against one sanction, with the clocks on them.
struct AppealShow: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: abstract("help.appeal.show"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Argument(help: help("help.appeal.id"))
    var appeal: String

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        guard let id = AppealID(appeal), let sanction = SanctionID(appeal) else {
            throw Failure(
                status: .usage, message: program.text("usage.badSubject", ["what": appeal]))
        }
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        let timeline =
            try ledger.appeals(with: id, asOf: asked.asOf, knownAt: asked.knownAt)
            ?? ledger.appeals(against: sanction, asOf: asked.asOf, knownAt: asked.knownAt)
        guard let timeline else {
            throw Failure(
                status: .inputMissing,
                message: program.text("appeal.nothing", ["appeal": id.text]))
        }
        if options.json {
            var fields = JSONFields()
            timeline.write(to: &fields)
            program.out.json(fields.object)
        } else {
            program.out.write(
                AppealRenderer(text: program.text, paint: Paint(program.out.terminal))
                    .page(timeline))
        }
        return .sound
    }
}

/// `stele appeal list`: every sanction that was appealed or can be.
struct AppealList: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: abstract("help.appeal.list"))
    }

    @OptionGroup var options: LedgerOptions
    @OptionGroup var moment: MomentOptions

    @Option(help: help("help.appeal.person"))
    var person: String?

    @Flag(help: help("help.appeal.open"))
    var open = false

    func run(in program: Program) async throws -> ExitStatus {
        let asked = try moment.read(in: program)
        let id = try person.map { typed throws(Failure) in try subjectID(typed, in: program) }
        let ledger = try options.ledger(in: program).reading(at: asked.now)
        let timelines = try ledger.appeals(
            of: id, openOnly: open, asOf: asked.asOf, knownAt: asked.knownAt)
        if options.json {
            var fields = JSONFields()
            fields.array("appeals", count: timelines.count) { timelines[$0].write(to: &$1) }
            program.out.json(fields.object)
            return .sound
        }
        guard !timelines.isEmpty else {
            program.out.line(program.text("appeals.none"))
            return .sound
        }
        var table = Table(columns: [
            .init(program.text("appeals.column.sanction")),
            .init(program.text("appeals.column.person")),
            .init(program.text("appeals.column.measure")),
            .init(program.text("appeals.column.stage")),
            .init(program.text("appeals.column.state")),
            .init(program.text("appeals.column.due")),
        ])
        for one in timelines { table.add(cells(of: one, in: program)) }
        program.out.write(table.rendered(with: Paint(program.out.terminal)))
        return .sound
    }

    private func cells(of one: AppealTimeline, in program: Program) -> [String] {
        let text = program.text
        let last = one.stages.last
        let title = text.language == .chinese ? last?.titleChinese : last?.titleEnglish
        let stage = [last?.appeal.text, title].compactMap { $0 }.joined(separator: " ")
        let measure =
            one.measure.map { text.label(.measure, $0) }
            ?? text.label(.appealState, AppealState.annulled)
        let state = last.map { text.label(.appealState, $0.state) } ?? ""
        let due = one.clocks.last { $0.isOpen }?.due.map { "\($0)" }
        let final = one.finalSince.map { text("appeal.final", ["day": "\($0)"]) }
        return [one.sanction.text, one.subject.text, measure, stage, state, due ?? final ?? ""]
    }
}
