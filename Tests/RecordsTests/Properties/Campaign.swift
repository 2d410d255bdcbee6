import Foundation
import Law
import LawSupport
import Vocabulary

@testable import Records

/// Thirty thousand random commands over small worlds, and what was found wrong.
///
/// The seed is printed and taken from `STELE_SEED`, else 9: the same seed gives the same commands.
struct Campaign {
    static let commands = 30_000
    private static let commandsPerWorld = 500

    /// What became of the commands of one name.
    struct Tally {
        var recorded = 0
        var alreadyThere = 0
        var refused = 0
    }

    /// The promises that are checked, each by its number in the domain's list.
    enum Promise: String, CaseIterable {
        case replay, appendOnly, neverHeavier, inEffectMeanwhile, neverAggravated, annulment
        case groundsOnce, missingStep, groundsTouchNothing, rolesStay, nobodyDeparted
        case sanctionedOnce, heardFirst, fourEyes, undoneByTwo, dissentSurfaces, calendar,
            fortyEightMonths
        case neverLonger, deciderApart, repairedCountsNot
        case settledAnswers, refusalExplains, deterministic, askedTwice
    }

    private(set) var tally: [String: Tally] = [:]
    private(set) var violations: [Promise: [String]] = [:]
    private(set) var refusals: [String: Int] = [:]
    /// How often each promise was put to the test: one that never was says nothing.
    private(set) var checks: [Promise: Int] = [:]
    let seed: UInt64
    private(set) var seconds = 0.0

    /// Run once; every promise has a test of its own that reads from here.
    static let shared: Result<Campaign, any Error> = Result {
        let environment = ProcessInfo.processInfo.environment
        let seed = environment["STELE_SEED"].flatMap(UInt64.init) ?? 9
        var campaign = Campaign(seed: seed)
        try campaign.run(commands: commands)
        FileHandle.standardError.write(Data(campaign.summary.utf8))
        return campaign
    }

    init(seed: UInt64) { self.seed = seed }

    mutating func run(commands: Int) throws {
        let start = ContinuousClock.now
        let law = try LawDocuments.law()
        var random = SeededGenerator(seed: seed)
        var done = 0
        while done < commands {
            var world = try World(SeededGenerator(seed: random.next()), law: law)
            var told = Telling(&world)
            var answers = SettledAnswers()
            for step in 0..<min(Self.commandsPerWorld, commands - done) {
                let asked = told.next(&world)
                perform(asked, in: &world, "world \(done / Self.commandsPerWorld) step \(step)")
                if step % 60 == 30 { answers.ask(&world) }
                world.pass(days: world.random.pick([0, 0, 0, 0, 1, 1, 2, 4]))
            }
            for (question, answer) in answers.changed(in: world) {
                note(.settledAnswers, "\(question): \(answer)")
            }
            checks[.settledAnswers, default: 0] += answers.count
            checkReplay(of: world)
            done += Self.commandsPerWorld
        }
        seconds = (ContinuousClock.now - start) / .seconds(1)
    }

    private mutating func perform(_ asked: Asked, in world: inout World, _ place: String) {
        var drafts: [Draft]
        let command: Command
        do throws(Refusal) {
            command = try asked.command()
            drafts = try command.decide(over: world.register, correcting: asked.corrects)
        } catch {
            tally[asked.name, default: Tally()].refused += 1
            refusals[error.code, default: 0] += 1
            checkRefusal(error, asked)
            return
        }
        if world.random.chance(10) {
            let again = try? command.decide(over: world.register, correcting: asked.corrects)
            check(.deterministic, again == drafts) { "\(place): \(asked)" }
        }
        guard !drafts.isEmpty else {
            tally[asked.name, default: Tally()].alreadyThere += 1
            return
        }
        tally[asked.name, default: Tally()].recorded += 1
        let before = Before(of: drafts, in: world)
        let circumstances = command.circumstances
        let events = world.register.record(
            drafts, by: circumstances.actor ?? "clerk", of: circumstances.unit ?? "U-TEST",
            approvedBy: circumstances.approver)
        // Who presses the key twice records once: the second time it is there, or refused.
        let twice = (try? command.decide(over: world.register, correcting: asked.corrects)) ?? []
        check(.askedTwice, twice.isEmpty) { "\(place): \(asked)" }
        var step = StepChecks(asked: asked, events: events, before: before, world: world)
        step.run()
        for (promise, count) in step.checks { checks[promise, default: 0] += count }
        for (promise, text) in step.violations { note(promise, "\(place): \(text)\n  \(asked)") }
    }

    private mutating func check(_ promise: Promise, _ holds: Bool, _ text: () -> String) {
        checks[promise, default: 0] += 1
        if !holds { note(promise, text()) }
    }

    private mutating func note(_ promise: Promise, _ text: String) {
        if violations[promise, default: []].count < 8 {
            violations[promise, default: []].append(text)
        }
    }

    private mutating func checkRefusal(_ refusal: Refusal, _ asked: Asked) {
        let message = refusal.message
        let explains =
            !message.source.isEmpty && !message.code.isEmpty
            && !message.values.values.contains(.text(""))
        check(.refusalExplains, explains) { "\(refusal): \(asked)" }
    }

    private mutating func checkReplay(of world: World) {
        var again = FoldedPast()
        for event in world.register.events { again.apply(event) }
        for tag in Set(world.register.events.flatMap(\.tags)) {
            check(.replay, again.file(tag) == world.register.file(tag)) { "\(tag)" }
        }
    }

    /// What a person reads after a run.
    var summary: String {
        let done = tally.values.reduce(0) { $0 + $1.recorded + $1.alreadyThere + $1.refused }
        let recorded = tally.values.reduce(0) { $0 + $1.recorded }
        let there = tally.values.reduce(0) { $0 + $1.alreadyThere }
        var lines = [
            "seed \(seed): \(done) commands in \(Int(seconds * 1000)) ms, "
                + "\(Int(Double(done) / max(seconds, 0.001))) a second; \(recorded) recorded, "
                + "\(there) there already, \(done - recorded - there) refused"
        ]
        for name in World.names {
            let one = tally[name] ?? Tally()
            lines.append("  \(name): \(one.recorded) + \(one.alreadyThere), \(one.refused) refused")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Command {
    func decide(over past: some Past, correcting position: Position?) throws(Refusal) -> [Draft] {
        guard let position else { return try decide(over: past) }
        return try decide(over: past, superseding: position)
    }
}

/// What is told in a world: several stories at once, and noise between their steps.
struct Telling {
    private var stories: [Story] = []

    init(_ world: inout World) {
        for _ in 0..<4 { stories.append(Self.story(&world)) }
    }

    private static func story(_ world: inout World) -> Story {
        world.refocus()
        switch Int.random(in: 0..<16, using: &world.random) {
        case 0...2: return .decision(&world)
        case 3...5: return .accountability(&world)
        case 6...9: return .sanction(&world)
        case 10: return .rejection(&world)
        case 11: return .departure(&world)
        case 12...14: return .record(&world)
        default: return .career(&world)
        }
    }

    mutating func next(_ world: inout World) -> Asked {
        if world.random.chance(12), let correction = world.correction() { return correction }
        if world.random.chance(5) {
            world.refocus()
            return world.ask(world.random.pick(World.names))
        }
        let index = Int.random(in: 0..<stories.count, using: &world.random)
        if stories[index].at >= stories[index].steps.count {
            stories[index] = Self.story(&world)
        }
        world.focus = stories[index].focus
        let step = stories[index].steps[stories[index].at]
        if !world.random.chance(8) { stories[index].at += 1 }
        if world.random.chance(12) { stories[index].at += 1 }
        return world.ask(step.name, step.fields)
    }
}

/// Answers given as of a day by what was known on it, and asked again at the end.
struct SettledAnswers {
    private var asked: [(date: CalendarDate, moment: Instant, answers: [AnyHashable])] = []
    var count: Int { asked.reduce(0) { $0 + $1.answers.count } }

    mutating func ask(_ world: inout World) {
        let moment = world.register.now
        asked.append((world.today, moment, Self.answers(world, world.today, moment)))
        world.pass(days: 0)
    }

    func changed(in world: World) -> [(String, String)] {
        asked.flatMap { one in
            let now = Self.answers(world, one.date, one.moment)
            return zip(one.answers, now).filter { $0 != $1 }.map { before, now in
                ("as of \(one.date) known at \(one.moment)", "\(before)\n  became \(now)")
            }
        }
    }

    private static func answers(_ world: World, _ date: CalendarDate, _ moment: Instant)
        -> [AnyHashable]
    {
        var answers: [AnyHashable] = []
        for id in World.subjects {
            let status = world.register.file(id).status(
                on: date, knownAt: moment, under: world.register.law)
            answers.append(status)
            let trail = world.register.trail(id, asOf: date, knownAt: moment)
            answers.append(
                trail.items.map { "\($0.recorded.position) \($0.kind) \($0.standing)" })
        }
        for id in World.decisions.map(DecisionID.init(wellFormed:)) {
            let file = world.register.decision(id) ?? DecisionFile(about: id)
            let dossier = file.dossier(
                on: date, knownAt: moment, under: world.register.law
            ) { world.register.decision($0) }
            answers.append(dossier)
            let trace = file.backTrace(
                on: date, knownAt: moment, under: world.register.law,
                decision: { world.register.decision($0) }, file: { world.register.subject($0) })
            answers.append(trace)
        }
        return answers
    }
}
