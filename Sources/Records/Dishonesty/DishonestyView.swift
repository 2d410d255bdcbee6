public import Law
public import Vocabulary

/// A record of dishonesty as a page shows it: as of a day, by what was known at a moment.
///
/// - Invariant: For `knownAt` in the past the answer never changes, whatever is recorded later.
public struct DishonestyView: Hashable, Sendable {
    public let date: CalendarDate
    public let knownAt: Instant?
    public let course: DishonestyCourse
    /// The document on which it rests; nil where its registration was withdrawn.
    public let document: Recorded<InstrumentRegistered>?
    /// Nil without a document: nobody can say from when it counts.
    public let period: PublicPeriod?
    /// The rule that keeps it shown beyond its longest time.
    public let continuing: Recorded<RuleInForce>?
    public let state: DishonestyState
    /// The unit that proposed it; nil: nobody said which.
    public let recordingUnit: UnitID?

    public var record: CreditRecordID { course.record }
    public var subject: SubjectID { course.subject }

    /// The last day on which it is shown, as far as one can say: that of its longest time, unless a rule
    /// carries it on; nil of what was repaired or annulled, which is shown no more.
    public var shownUntil: CalendarDate? {
        switch state {
        case .repaired, .annulled: nil
        case .proposed, .entered, .notified, .flagged, .stopped:
            continuing == nil ? period?.maximum : nil
        }
    }
    /// 届满未纠正: it is shown no longer, and was never put right.
    public var isUnrectified: Bool { state == .stopped && course.rectification == nil }
}

extension DishonestyFile {
    /// The page of the record; nil where nothing was proposed by then.
    ///
    /// - Parameters:
    ///   - document: The file of a document.
    ///   - organ: The log of an organ: its rules stand there.
    public func view(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        document: (InstrumentID) throws -> InstrumentFile?, organ: (UnitID) throws -> EventLog?
    ) rethrows -> DishonestyView? {
        guard let course = course(by: date, knownAt: moment) else { return nil }
        let law = law.known(at: moment)
        let registration = try document(course.proposal.fact.instrument)?
            .registration(knownAt: moment)
        let period = registration.map {
            course.publicPeriod(ofDocumentDated: $0.fact.dated, under: law)
        }
        var continuing: Recorded<RuleInForce>?
        if let registration, let maximum = period?.maximum, maximum < date {
            continuing = course.continuing(
                beyond: maximum, by: try organ(registration.fact.organ), knownAt: moment)
        }
        let state = course.state(
            on: date, period ?? .unknown, continues: continuing != nil)
        return DishonestyView(
            date: date, knownAt: moment, course: course, document: registration, period: period,
            continuing: continuing, state: state,
            recordingUnit: log.entry(at: course.proposal.position)
                .flatMap { $0.unit == DatedEntry.unsaid ? nil : UnitID($0.unit) })
    }
}

extension PublicPeriod {
    /// Nobody can say.
    static let unknown = PublicPeriod(
        regime: nil, grade: nil, minimum: nil, maximum: nil, isUngraded: false, settings: [])
}

extension SubjectFile {
    /// The records on the subject, as far as its own trail tells them, in the order in which they were
    /// proposed.
    func records(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        organ: (UnitID) -> EventLog?
    ) -> [DishonestyView] {
        let proposed = log.facts(DishonestyProposed.self).filter { $0.fact.subject == subject }
        if proposed.isEmpty { return [] }
        var ids: [CreditRecordID] = []
        for one in proposed where !ids.contains(one.fact.record) { ids.append(one.fact.record) }
        let entries = log.entries
        return ids.compactMap { id in
            DishonestyFile(about: id, of: entries.filter { $0.tags.contains(id.tag) }).view(
                on: date, knownAt: moment, under: law,
                document: { document in
                    InstrumentFile(
                        about: document, of: entries.filter { $0.tags.contains(document.tag) })
                }, organ: organ)
        }
    }
}

/// Which records a list is narrowed to.
public struct DishonestyFilter: Sendable {
    /// On this unit or person.
    public let subject: SubjectID?
    /// Recorded by this unit.
    public let unit: UnitID?
    public let state: DishonestyState?

    public init(
        subject: SubjectID? = nil, unit: UnitID? = nil, state: DishonestyState? = nil
    ) {
        self.subject = subject
        self.unit = unit
        self.state = state
    }

    /// - Parameter recorder: The unit that proposed it.
    public func holds(_ view: DishonestyView, recordedBy recorder: String?) -> Bool {
        (subject.map { view.subject == $0 } ?? true)
            && (unit.map { recorder == $0.text } ?? true)
            && (state.map { view.state == $0 } ?? true)
    }
}
