/// A case as of a day, as known at a moment: what every question about it is asked of.
struct CasePast {
    let file: CaseFile
    /// Nil: whenever it happened, the undated too.
    let date: CalendarDate?
    private let known: Knowledge

    init(_ file: CaseFile, _ date: CalendarDate?, knownAt moment: Instant?) {
        self.file = file
        self.date = date
        known = file.supersessions.knowledge(at: moment)
    }

    /// The facts that count, in the order in which they happened.
    func counting<Payload: EventPayload>(_ facts: Facts<Payload>) -> [Fact<Payload>] {
        counting(facts.all)
    }

    /// The same, of a kind that has no list of its own.
    func facts<Payload: EventPayload>(_ kind: Payload.Type) -> [Fact<Payload>] {
        counting(file.acts.facts(kind))
    }

    private func counting<Payload: EventPayload>(_ facts: [Fact<Payload>]) -> [Fact<Payload>] {
        facts.filter { fact in
            date.map { known.counts(fact, by: $0) } ?? known.counts(fact)
        }.sorted { $0.isBefore($1) }
    }

    var opening: Fact<CaseOpened>? { counting(file.openings).last }

    /// Whether it was opened by an organ or on a decision: then the rights of the person are kept step
    /// by step. What is delivered from elsewhere is recorded as it is.
    var isGoverned: Bool {
        opening.map { $0.payload.authority != nil || $0.payload.decision != nil } ?? false
    }

    /// The naming that counts for the person: the last one.
    func naming(of subject: SubjectID) -> Fact<PersonNamed>? {
        counting(file.namings).last { $0.payload.subject == subject }
    }

    /// The persons named, each once, in the order in which they were.
    var persons: [SubjectID] {
        var seen: Set<SubjectID> = []
        return counting(file.namings).map(\.payload.subject).filter { seen.insert($0).inserted }
    }

    func finding(on subject: SubjectID) -> Fact<FindingMade>? {
        counting(file.findings).last { $0.payload.subject == subject }
    }

    /// The closing that stands, unless the case was reopened since.
    var closing: Fact<CaseClosed>? {
        guard let last = counting(file.closings).last else { return nil }
        let isReopened = facts(CaseReopened.self).contains { last.moment <% $0.moment }
        return isReopened ? nil : last
    }

    /// The transfer by which the person, or the whole case, lies with another organ; nil once that
    /// organ declined or gave it back.
    func transfer(of subject: SubjectID) -> Fact<CaseTransferred>? {
        func concerns(_ one: SubjectID?) -> Bool { one == nil || one == subject }
        guard
            let last = facts(CaseTransferred.self).last(where: { concerns($0.payload.subject) })
        else { return nil }
        let answer = facts(TransferAnswered.self).last {
            concerns($0.payload.subject) && $0.payload.organ == last.payload.organ
                && last.moment <% $0.moment
        }
        switch answer?.payload.outcome {
        case .declined, .returned: return nil
        case .accepted, .sanctioned, .notSanctioned, nil: return last
        }
    }

    /// The last notification of the facts to the person.
    func notification(to subject: SubjectID) -> Fact<FactsNotified>? {
        facts(FactsNotified.self).last { $0.payload.subject == subject }
    }

    /// When the person was heard, or waived that, after the last notification.
    func defence(of subject: SubjectID) -> (CalendarDate?, Position)? {
        guard let notified = notification(to: subject)?.moment else { return nil }
        let heard = facts(DefenceHeard.self).filter { $0.payload.subject == subject }.map(\.moment)
        let waived = facts(DefenceWaived.self).filter { $0.payload.subject == subject }.map(
            \.moment)
        return (heard + waived).filter { notified <% $0 }.last
    }

    func mitigations(for subject: SubjectID) -> [Fact<MitigationFound>] {
        facts(MitigationFound.self).filter { $0.payload.subject == subject }
    }

    /// When the person last said something for themselves, or something was found for them.
    func lastWord(for subject: SubjectID) -> (CalendarDate?, Position)? {
        let found = mitigations(for: subject).map(\.moment)
        return (found + [defence(of: subject)].compactMap(\.self)).max { $0 <% $1 }
    }
}

extension Fact {
    /// When it happened, for comparison with facts of other kinds.
    var moment: (CalendarDate?, Position) { (on, position) }
}

extension CaseFile {
    func past(by date: CalendarDate? = nil, knownAt moment: Instant? = nil) -> CasePast {
        CasePast(self, date, knownAt: moment)
    }
}

// MARK: What a step in a case needs

extension CasePast {
    /// Not before the opening, and not once it is closed.
    func checkOpen(on day: CalendarDate?) throws(Refusal) {
        if let day, let opened = opening?.on, day < opened {
            throw .proceeding(.beforeOpening(file.case, opened: opened))
        }
        if let closing {
            throw .proceeding(.closed(file.case, on: closing.on))
        }
    }

    /// What lies with another organ is decided there.
    func checkHere(_ subject: SubjectID, _ day: CalendarDate?) throws(Refusal) {
        guard let transfer = transfer(of: subject) else { return }
        if let day, let since = transfer.on, day < since { return }
        throw .proceeding(.transferred(subject, to: transfer.payload.organ, on: transfer.on))
    }

    /// The organ that manages the official is the one that decides (干部管理权限): the one named by the
    /// post held then, or by the latest that names one.
    func checkManaged(_ person: SubjectFile, over past: some Past) throws(Refusal) {
        guard let authority = opening?.payload.authority else { return }
        let then =
            opening?.payload.decision.flatMap(past.decision)?.past().decisiveDay
            ?? file.incidentOn
        if let managing = person.managingAuthority(on: then), managing != authority {
            throw .proceeding(.managedElsewhere(person.subject, by: managing, authority))
        }
    }

    /// D2 17: told, and then heard, or waived in writing.
    func checkHeard(_ subject: SubjectID) throws(Refusal) {
        guard notification(to: subject) != nil else {
            throw .proceeding(.notNotified(subject, file.case))
        }
        guard defence(of: subject) != nil else {
            throw .proceeding(.notHeard(subject, file.case))
        }
    }
}

extension Circumstances {
    /// A weighty act has a second person behind it (双人复核).
    func checkApprover(_ act: String) throws(Refusal) {
        guard let approver else { throw .needsApprover(act) }
        if approver == actor { throw .approverIsRecorder(approver) }
    }
}

extension SubjectFile {
    /// Who manages the official by the post held on that day; failing that by the latest post that
    /// says so.
    func managingAuthority(on day: CalendarDate?) -> UnitID? {
        let known = supersessions.knowledge(at: nil)
        if let held = day.flatMap({ post(on: $0) }) {
            let named =
                assumptions[held.position]?.payload.managingAuthority
                ?? transfers[held.position]?.payload.managingAuthority
            if let named { return named }
        }
        let all =
            assumptions.all.filter { known.counts($0) }
            .map { ($0.moment, $0.payload.managingAuthority) }
            + transfers.all.filter { known.counts($0) }
            .map { ($0.moment, $0.payload.managingAuthority) }
        return all.filter { $0.1 != nil }.max { $0.0 <% $1.0 }?.1
    }
}
