import Law
import LawSupport
import Vocabulary

@testable import Records

/// A ledger in memory: commands in, files and trails out. Every person and unit is invented.
struct Register: Past {
    private(set) var events: [RecordedEvent] = []
    private var past = FoldedPast()
    /// What is activated in it.
    var law: Law {
        get { past.law }
        set { past.law = newValue }
    }
    /// The moment at which the next entries are recorded.
    var now: Instant

    init(now: String = "2026-01-01T00:00:00.000Z") { self.now = instant(now) }

    func file(_ tag: Vocabulary.Tag) -> RecordFile? { past.file(tag) }
    func entry(_ position: Position) -> RecordedEvent? { past.entry(position) }
    func entries(numbered number: String, as shape: NumberShape) -> [Position] {
        past.entries(numbered: number, as: shape)
    }

    /// The file of a subject known to be there.
    func file(_ id: SubjectID) -> SubjectFile { past.subject(id) ?? SubjectFile(about: id) }

    /// Decides and records, whoever asks; returns the recorded events.
    @discardableResult
    mutating func perform(
        _ act: some Act, _ circumstances: Circumstances = .init()
    ) throws(Refusal) -> [RecordedEvent] {
        record(
            try act.decide(over: self, under: circumstances),
            approvedBy: circumstances.approver)
    }

    /// Corrects the entry at `position`.
    @discardableResult
    mutating func correct(
        _ position: Position, with command: Command
    ) throws(Refusal) -> [RecordedEvent] {
        record(
            try command.decide(over: self, superseding: position),
            approvedBy: command.circumstances.approver)
    }

    /// Records without deciding.
    @discardableResult
    mutating func record(
        _ drafts: [Draft], by actor: Officer = "clerk", of unit: UnitID = "U-TEST",
        approvedBy approver: Officer? = nil
    ) -> [RecordedEvent] {
        let first = events.count
        return drafts.map { draft in
            let recorded = RecordedEvent(
                position: events.count, at: now, on: draft.on, onBasis: draft.onBasis,
                actor: actor.text, unit: unit.text, approver: approver?.text, basis: draft.basis,
                cause: draft.followsFirst ? first : draft.cause,
                supersedes: draft.supersedes, tags: draft.tags, event: draft.event)
            events.append(recorded)
            past.apply(recorded)
            return recorded
        }
    }

    /// The entries that carry the tag.
    func events(about tag: Vocabulary.Tag) -> [RecordedEvent] {
        events.filter { $0.tags.contains(tag) }
    }

    func trail(_ id: SubjectID, asOf: CalendarDate? = nil, knownAt: Instant? = nil) -> Trail {
        LifelongTrail.build(events: events(about: id.tag), asOf: asOf, knownAt: knownAt)
    }
}

/// In the suites that tell of its one director.
typealias R = Register

func day(_ text: String) -> CalendarDate { CalendarDate(written: text) }
func instant(_ text: String) -> Instant { Instant(written: text) }

func on(_ text: String) -> Circumstances { Circumstances(on: day(text)) }
/// The same, with a second person.
func approved(_ text: String) -> Circumstances {
    Circumstances(on: day(text), actor: "clerk.a", approver: "chief.b")
}

extension Command {
    /// The act as its verb asks for it.
    init(_ act: some Act, _ circumstances: Circumstances = .init()) {
        self.init(act, circumstances, in: Duties.register)
    }
}

extension Officer: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(named: text) }
    /// Nobody types an officer that is none in a test.
    init(named text: String) { self.init(SubjectID(wellFormed: text)) }
}

extension Identifier where Self: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}

extension SubjectID: ExpressibleByStringLiteral {}
extension CaseID: ExpressibleByStringLiteral {}
extension ComplaintID: ExpressibleByStringLiteral {}
extension SanctionID: ExpressibleByStringLiteral {}
extension DecisionID: ExpressibleByStringLiteral {}
extension AppealID: ExpressibleByStringLiteral {}
extension InstrumentID: ExpressibleByStringLiteral {}
extension CreditRecordID: ExpressibleByStringLiteral {}
extension ObjectionID: ExpressibleByStringLiteral {}
extension RepairID: ExpressibleByStringLiteral {}
extension RuleID: ExpressibleByStringLiteral {}

extension Register {
    static let waterBureau: UnitID = "U-WATER"
    static let forestBureau: UnitID = "U-FOREST"
    static let director: SubjectID = "P-0003"
    static let file: CaseID = "C-1"
    /// Two moments at which something was recorded.
    static let spring = instant("2026-03-01T00:00:00.000Z")
    static let summer = instant("2026-06-01T00:00:00.000Z")

    /// Two bureaus, and a director of the first from 2018-01-01 who was never transferred.
    static func withDirector(now: String = "2026-01-01T00:00:00.000Z") throws -> Register {
        var register = Register(now: now)
        try register.perform(
            SubjectRegistered(subject: waterBureau, kind: .unit, title: "云上旗水利局（虚构）"))
        try register.perform(
            SubjectRegistered(subject: forestBureau, kind: .unit, title: "云上旗林草局（虚构）"))
        try register.perform(
            SubjectRegistered(subject: director, kind: .person, name: .clear("虚构甲")))
        try register.perform(EmploymentBegan(subject: director), on("2010-07-01"))
        try register.perform(
            TakePost(subject: director, unit: waterBureau, post: "局长", rank: "乡科级正职"),
            on("2018-01-01"))
        return register
    }

    /// The same, named in case C-1 about an incident of 2021-04-20.
    static func withCase() throws -> Register {
        var register = try withDirector()
        try register.openCase()
        try register.perform(
            PersonNamed(
                case: file, subject: director, category: "经审查认定不合法，仍作出决策", categoryCode: "G9.2"),
            on("2024-05-20"))
        return register
    }

    mutating func openCase(_ id: CaseID = file, incident: String = "2021-04-20") throws {
        try perform(
            ComplaintReceived(
                complaint: ComplaintID(wellFormed: "T-\(id.text)"), case: id,
                incidentOn: day(incident), filedBy: .public), on("2024-05-10"))
        var told = on("2024-05-20")
        told.isDelivered = true
        try perform(CaseOpened(case: id), told)
    }

    mutating func retire(on text: String) throws {
        try perform(EmploymentEnded(subject: Self.director, reason: .retired), on(text))
    }

    mutating func sustain(on text: String) throws {
        try perform(
            FindingMade(case: Self.file, subject: Self.director, finding: .sustained), on(text))
    }

    @discardableResult
    mutating func impose(
        _ measure: Measure, days: Int? = nil, months: Int? = nil, on text: String,
        as number: SanctionID = "S-1"
    ) throws(Refusal) -> [RecordedEvent] {
        try perform(
            SanctionImposed(
                sanction: number, case: Self.file, subject: Self.director, measure: measure,
                days: days, months: months), Circumstances(on: day(text)))
    }

    /// Corrects the sanction at that position, on the same day.
    @discardableResult
    mutating func correct(
        _ imposed: RecordedEvent, to measure: Measure, days: Int? = nil
    ) throws(Refusal) -> [RecordedEvent] {
        let right = SanctionImposed(
            sanction: "S-1", case: Self.file, subject: Self.director, measure: measure, days: days)
        return try correct(imposed.position, with: Command(right, Circumstances(on: imposed.on)))
    }
}
