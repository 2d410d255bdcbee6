public import Law
public import Records
public import Vocabulary

/// One thing that somebody recorded on some day: what the registry would have been asked.
public struct DemoStep: Sendable, Hashable {
    /// What is asked. Corrections and withdrawals name the step whose first entry they concern; the
    /// entry's position is known only when the script is played.
    public enum Action: Sendable, Hashable {
        case command(Command)
        case correction(ofStep: Int, by: Command)
        case withdrawal(
            ofStep: Int, reason: String, subject: SubjectID?, case: CaseID?, on: CalendarDate)
    }

    /// When it was recorded; never decreases from step to step.
    public let at: Instant
    /// Who recorded it: a made-up account.
    public let actor: String
    /// The unit that recorded it.
    public let unit: String
    /// A second account, where two pairs of eyes are needed.
    public let approver: String?
    public let action: Action

    /// The command with who records and approves it: some rules ask.
    func signed(_ command: Command) -> Command {
        guard let actor = Officer(actor) else { preconditionFailure("\(actor) signs nothing") }
        return command.signed(
            by: actor, of: UnitID(unit), approvedBy: approver.flatMap { Officer($0) })
    }
}

/// The whole demonstration: one fictional banner (虚构旗) from 2019 to 2026.
///
/// Units are those of the notice's annex under invented titles; about sixty people with careers,
/// complaints, cases, sanctions and appeals, four major decisions and what came of them. Nobody in it
/// exists: every name begins with 示例·, every ID number was born in 1900, every unit code says FAKE.
///
/// Pure: the same seed gives the same script; there is no clock and no other source of chance.
public struct DemoScript: Sendable, Hashable {
    public let steps: [DemoStep]
    /// The person whose trail tells the most: a case about a decision opened after transfer and
    /// retirement, a finding later, two measures annulled on appeal.
    public let hero: SubjectID
    /// When the register opened: entry 0 of a ledger that the script is played into.
    public static let opened = DemoWriter.opened.start

    public init(seed: UInt64) {
        let writer = DemoWriter(random: SplitMix64(seed: seed))
        let units = DemoUnits.register(in: writer)
        let people = DemoPeople.register(among: units, in: writer)
        DemoHero.tell(in: writer)
        DemoCases.tell(about: people, in: writer)
        DemoCast.tell(in: writer)
        DemoDecisions.tell(in: writer)
        DemoRemedies.tell(in: writer)
        steps = writer.inOrder()
        hero = DemoHero.id
    }
}

/// Collects steps as the stories are told, then puts them in the order in which they were recorded.
final class DemoWriter {
    /// The day the register opened; what happened before is entered from paper.
    static let opened = day("2019-09-02")
    /// The stories end here.
    static let lastDay = day("2026-10-30")

    var random: SplitMix64
    private var told: [(step: DemoStep, id: Int)] = []

    init(random: SplitMix64) { self.random = random }

    /// Records `action` some days after `happened`, in office hours, and not before `moment`, which
    /// moves on: within one story things are recorded in the order in which they are told.
    @discardableResult
    func record(
        _ action: DemoStep.Action, happened: CalendarDate, lag: ClosedRange<Int> = 1...12,
        after moment: inout Instant, by unit: String, approved: Bool = false
    ) -> Int {
        let late = happened.adding(days: random.number(lag)) ?? happened
        var recorded = at(max(late, Self.opened))
        if recorded <= moment {
            recorded = Instant(
                milliseconds: moment.milliseconds + Int64(random.number(40_000...900_000)))
        }
        moment = recorded
        let account = unit.lowercased().split(separator: "-").last.map(String.init) ?? unit
        told.append(
            (
                DemoStep(
                    at: recorded, actor: "demo-\(account)-0\(random.number(1...3))", unit: unit,
                    approver: approved ? "demo-\(account)-09" : nil, action: action), told.count
            ))
        return told.count - 1
    }

    /// A moment of office hours (08:30–17:30 in UTC+8) on that day, or on the Monday after.
    private func at(_ day: CalendarDate) -> Instant {
        let weekday = (day.ordinal + 3) % 7
        let ordinal = weekday > 4 ? day.ordinal + 7 - weekday : day.ordinal
        let millisecond = random.number(1_800_000...34_200_000)
        return Instant(milliseconds: Int64(ordinal) * 86_400_000 + Int64(millisecond))
    }

    /// The steps by time recorded; references between them are moved along.
    func inOrder() -> [DemoStep] {
        let sorted = told.sorted { ($0.step.at, $0.id) < ($1.step.at, $1.id) }
        var place = [Int](repeating: 0, count: sorted.count)
        for (index, one) in sorted.enumerated() { place[one.id] = index }
        return sorted.map { one in
            let action: DemoStep.Action =
                switch one.step.action {
                case .command: one.step.action
                case .correction(let id, let command):
                    .correction(ofStep: place[id], by: command)
                case .withdrawal(let id, let reason, let subject, let file, let on):
                    .withdrawal(
                        ofStep: place[id], reason: reason, subject: subject, case: file, on: on)
                }
            return DemoStep(
                at: one.step.at, actor: one.step.actor, unit: one.step.unit,
                approver: one.step.approver, action: action)
        }
    }
}

/// A day written out in the script; one that does not exist is a mistake of ours.
func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return day
}

extension CalendarDate {
    /// So many days later; the script stays far from the end of the calendar.
    func later(_ days: Int) -> CalendarDate {
        guard let day = adding(days: days) else { preconditionFailure("beyond the calendar") }
        return day
    }

    /// The first moment of the day, UTC.
    var start: Instant { Instant(milliseconds: Int64(ordinal) * 86_400_000) }
}

extension Circumstances {
    /// Given that day, resting on that instrument.
    static func on(_ day: CalendarDate, _ instruments: String..., imputedFrom source: String? = nil)
        -> Circumstances
    {
        Circumstances(on: day, onBasis: source, basis: instruments)
    }
}
