public import Law
public import Records
import Store
public import Vocabulary

/// What activating an edition changes: the edition that it replaces, from which day, and what is open
/// and is judged by it from now on.
///
/// - Invariant: I13: what is finished is never among it: a clock that ended, an appeal that was
///   decided, a decision that is closed, a sanction whose term is over. An edition whose first day is
///   still to come touches nothing.
public struct ActivationEffect: Hashable, Sendable {
    /// A clock that runs, in the file that it stands in.
    public struct Clock: Hashable, Sendable {
        public let tag: Tag
        /// `publication`.
        public let code: String
        public let start: CalendarDate
    }

    /// `XZZ-2020-26/7`.
    public let edition: String
    /// The first day that is judged by it.
    public let from: CalendarDate
    /// The last, where a later edition of its code is known.
    public let through: CalendarDate?
    /// The edition of its code that gives way; nil: none was in force on its first day, and none of
    /// another code ever is replaced.
    public let replaced: Law.Activation<Rulebook>?
    /// Adopted on one of its days and not closed.
    public let decisions: [DecisionID]
    /// Started on one of its days and running; those whose last day an entry gives are not among them.
    public let clocks: [Clock]
    /// Imposed on one of its days and in effect; what other law delivered is not among them.
    public let sanctions: [SanctionID]
    /// Filed on one of its days and pending.
    public let appeals: [AppealID]

    /// The open files that are touched, by name, each once.
    public var files: [Tag] {
        Tag.list(
            decisions.map(\.tag) + clocks.map(\.tag) + sanctions.map(\.tag) + appeals.map(\.tag))
    }
}

extension ActivationEffect {
    /// Writes it as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put(ids: "appeals", appeals)
        writer.array("clocks", count: clocks.count) { index, inner in
            inner.put("about", clocks[index].tag.description)
            inner.put("clock", clocks[index].code)
            inner.put("start", clocks[index].start.description)
        }
        writer.put(ids: "decisions", decisions)
        writer.put("edition", edition)
        writer.put("from", from.description)
        if let replaced {
            writer.object("replaced") { inner in
                inner.put("edition", replaced.content.edition)
                inner.put("entry", replaced.position)
            }
        }
        writer.put(ids: "sanctions", sanctions)
        writer.put("through", ifPresent: through)
    }
}

extension Ledger {
    /// What activating a document would change; nothing is written.
    ///
    /// - Returns: Nil for a calendar, and for what is the law already.
    /// - Throws: ``LawDocumentFault/activatedOtherwise(rulebook:version:at:)``, and
    ///   ``LedgerFault/damagedView(_:)`` for a view of clocks that was altered.
    public func effect(ofActivating document: LawDocument) throws -> ActivationEffect? {
        let law = try law()
        guard case .rulebook(let edition) = document.content, try !document.isLaw(under: law)
        else { return nil }
        let replacement = law.replacement(by: edition)
        let through = law.lastDay(of: edition)
        let today = today
        var touched = Touched()
        if edition.inForceFrom <= today {
            let days = edition.inForceFrom...max(edition.inForceFrom, through ?? today)
            let speaks = replacement != nil || law.becomesForemost(edition)
            touched = try read {
                try Touched(in: self, $0, by: law, days, on: today, besidesDecisions: speaks)
            }
        }
        return ActivationEffect(
            edition: edition.edition, from: edition.inForceFrom, through: through,
            replaced: replacement?.replaced, decisions: touched.decisions,
            clocks: touched.clocks, sanctions: touched.sanctions, appeals: touched.appeals)
    }
}

extension Law {
    /// Whether an edition of a code that is new would be asked first, on its first day: it carries
    /// out rules that nobody has carried out yet, or there are no others.
    fileprivate func becomesForemost(_ edition: Rulebook) -> Bool {
        var after = self
        after.activate(
            Activation(
                edition, digest: "", position: rulebooks.count, at: Instant(milliseconds: 0),
                by: ""))
        return after.bodies(on: edition.inForceFrom)?.foremost == edition
    }
}

/// What is open on a day and belongs to days that are judged anew.
private struct Touched {
    var decisions: [DecisionID] = []
    var clocks: [ActivationEffect.Clock] = []
    var sanctions: [SanctionID] = []
    var appeals: [AppealID] = []

    init() {}

    /// - Parameter law: As it is before. Of the rest a body beside others changes nothing.
    init(
        in ledger: Ledger, _ reader: ProvenReader, by law: Law,
        _ days: ClosedRange<CalendarDate>, on today: CalendarDate, besidesDecisions speaks: Bool
    ) throws {
        try reader.proveHeadsByLines()
        let files = FileReading(ledger, reader)
        try reader.eachTag(of: .decision) { tag in
            let id = DecisionID(wellFormed: tag.identifier)
            let file: DecisionFile? = try files.view(id)
            if file?.isOpen(adoptedOn: days) == true { decisions.append(id) }
        }
        guard speaks else { return }
        var clockReader = ClockReader(law: law, asOf: today)
        try ledger.eachClockLog(reader) { tag, log in
            for reading in clockReader.readings(of: log, under: tag)
            where reading.isOpen && reading.isOfLaw && days.contains(reading.start.on) {
                clocks.append(
                    ActivationEffect.Clock(
                        tag: tag, code: reading.clock, start: reading.start.on))
            }
        }
        clocks.sort { ($0.tag, $0.start, $0.code) < ($1.tag, $1.start, $1.code) }
        try takeSanctions(files, law, days, today)
        try reader.eachTag(of: .appeal) { tag in
            let id = AppealID(wellFormed: tag.identifier)
            let file: AppealFile? = try files.view(id)
            guard let course = file?.course(), !course.hasEnded,
                course.filing.on.map(days.contains) ?? false
            else { return }
            appeals.append(id)
        }
    }

    private mutating func takeSanctions(
        _ files: FileReading, _ law: Law, _ days: ClosedRange<CalendarDate>, _ today: CalendarDate
    ) throws {
        var persons: Set<SubjectID> = []
        try files.reader.eachTag(of: .sanction) { tag in
            for event in try files.trail(tag) {
                guard let fact = event.event[SanctionImposed.self],
                    fact.measure.family != .delivered, event.on.map(days.contains) ?? false
                else { continue }
                persons.insert(fact.subject)
            }
        }
        for person in persons.sorted() {
            let file: SubjectFile? = try files.view(person)
            for life in file?.sanctionLives(by: today, under: law) ?? []
            where days.contains(life.since) && life.isInEffect(on: today)
                && life.measure.family != .delivered
            {
                sanctions.append(life.sanction)
            }
        }
        sanctions.sort()
    }
}
