internal import Law
internal import Vocabulary

/// A case as of a day, as known at a moment: what every question about it is asked of.
struct CasePast {
    let file: CaseFile
    /// Nil: whenever it happened, the undated too.
    let date: CalendarDate?
    private let known: Knowledge

    init(_ file: CaseFile, _ date: CalendarDate?, knownAt moment: Instant?) {
        self.file = file
        self.date = date
        known = file.log.knowledge(at: moment)
    }

    /// The facts of one kind that count, in the order in which they happened.
    func facts<F: Fact>(_ kind: F.Type) -> [Recorded<F>] { counting(file.log.facts(kind)) }

    /// Those of them that count, in the order in which they happened.
    func counting<F: Fact>(_ facts: [Recorded<F>]) -> [Recorded<F>] {
        if facts.isEmpty { return [] }
        return facts.filter { fact in
            date.map { known.counts(fact, by: $0) } ?? known.counts(fact)
        }.sorted { $0.isBefore($1) }
    }

    var opening: Recorded<CaseOpened>? { facts(CaseOpened.self).last }

    /// Whether it was opened by an organ or on a decision: then the rights of the person are kept step
    /// by step. What is delivered from elsewhere is recorded as it is.
    var isGoverned: Bool {
        opening.map {
            ($0.fact.authority != nil || $0.fact.decision != nil) && $0.fact.recordedFrom == nil
        } ?? false
    }

    /// What somebody here finds or imposes belongs to a case that was opened.
    func checkConducted(_ circumstances: Circumstances) throws(Refusal) {
        if !circumstances.isDelivered && opening == nil { throw .case(.nobodyConducts(file.case)) }
    }

    /// The naming that counts for the person: the last one.
    func naming(of subject: SubjectID) -> Recorded<PersonNamed>? {
        facts(PersonNamed.self).last { $0.fact.subject == subject }
    }

    /// The persons named, each once, in the order in which they were.
    var persons: [SubjectID] {
        var seen: Set<SubjectID> = []
        return facts(PersonNamed.self).map(\.fact.subject).filter { seen.insert($0).inserted }
    }

    func finding(on subject: SubjectID) -> Recorded<FindingMade>? {
        facts(FindingMade.self).last { $0.fact.subject == subject }
    }

    /// The closing that stands, unless the case was reopened since.
    var closing: Recorded<CaseClosed>? {
        guard let last = facts(CaseClosed.self).last else { return nil }
        let isReopened =
            facts(CaseReopened.self).contains { last.moment <% $0.moment }
            || facts(SanctionAnnulled.self).contains {
                $0.fact.finding == .remitted && last.moment <% $0.moment
            }
        return isReopened ? nil : last
    }

    /// The transfer by which the person, or the whole case, lies with another organ; nil once that
    /// organ declined or gave it back.
    func transfer(of subject: SubjectID) -> Recorded<CaseTransferred>? {
        transfer { $0 == nil || $0 == subject }
    }

    /// The transfer by which the whole case lies with another organ.
    var wholeTransfer: Recorded<CaseTransferred>? { transfer { $0 == nil } }

    private func transfer(where concerns: (SubjectID?) -> Bool) -> Recorded<CaseTransferred>? {
        guard let last = facts(CaseTransferred.self).last(where: { concerns($0.fact.subject) })
        else { return nil }
        let answer = facts(TransferAnswered.self).last {
            concerns($0.fact.subject) && $0.fact.organ == last.fact.organ
                && last.moment <% $0.moment
        }
        switch answer?.fact.outcome {
        case .declined, .returned: return nil
        case .accepted, .sanctioned, .notSanctioned, nil: return last
        }
    }

    /// The last notification of the facts to the person.
    func notification(to subject: SubjectID) -> Recorded<FactsNotified>? {
        facts(FactsNotified.self).last { $0.fact.subject == subject }
    }

    /// When the person was heard, or waived that, after the last notification.
    func defence(of subject: SubjectID) -> (CalendarDate?, Position)? {
        guard let notified = notification(to: subject)?.moment else { return nil }
        let heard = facts(DefenceHeard.self).filter { $0.fact.subject == subject }.map(\.moment)
        let waived = facts(DefenceWaived.self).filter { $0.fact.subject == subject }.map(\.moment)
        return (heard + waived).filter { notified <% $0 }.max { $0 <% $1 }
    }

    func mitigations(for subject: SubjectID) -> [Recorded<MitigationFound>] {
        facts(MitigationFound.self).filter { $0.fact.subject == subject }
    }

    /// When the person last said something for themselves, or something was found for them.
    func lastWord(for subject: SubjectID) -> (CalendarDate?, Position)? {
        let found = mitigations(for: subject).map(\.moment)
        return (found + [defence(of: subject)].compactMap(\.self)).max { $0 <% $1 }
    }
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
            throw .case(.beforeOpening(file.case, opened: opened))
        }
        if let closing {
            throw .case(.closed(file.case, on: closing.on))
        }
    }

    /// What lies with another organ is decided there.
    func checkHere(_ subject: SubjectID, _ day: CalendarDate?) throws(Refusal) {
        guard let transfer = transfer(of: subject) else { return }
        if let day, let since = transfer.on, day < since { return }
        throw .case(.transferred(subject, to: transfer.fact.organ, on: transfer.on))
    }

    /// The organ that manages the official is the one that decides (干部管理权限): the one named by the
    /// post held then, or by the latest that names one.
    func checkManaged(_ person: SubjectFile, over past: some Past) throws(Refusal) {
        guard let authority = opening?.fact.authority else { return }
        let then =
            opening?.fact.decision.flatMap(past.decision)?.past().decisiveDay
            ?? past.incidentOn(of: file)
        if let managing = person.managingAuthority(on: then), managing != authority {
            throw .case(.managedElsewhere(person.subject, by: managing, authority))
        }
    }

    /// D2 17: told, and then heard, or waived in writing.
    func checkHeard(_ subject: SubjectID) throws(Refusal) {
        guard notification(to: subject) != nil else {
            throw .case(.notNotified(subject, file.case))
        }
        guard defence(of: subject) != nil else {
            throw .case(.notHeard(subject, file.case))
        }
    }
}

extension SubjectFile {
    /// Who manages the official by the post held on that day; failing that by the latest post that
    /// says so.
    func managingAuthority(on day: CalendarDate?) -> UnitID? {
        if let entry = day.flatMap({ post(on: $0) }).flatMap({ log.entry(at: $0.position) }) {
            let named =
                entry[PositionAssumed.self]?.fact.managingAuthority
                ?? entry[PositionTransferred.self]?.fact.managingAuthority
            if let named { return named }
        }
        let all =
            standing(\.assumptions).map { ($0.moment, $0.fact.managingAuthority) }
            + standing(\.transfers).map { ($0.moment, $0.fact.managingAuthority) }
        return all.filter { $0.1 != nil }.max { $0.0 <% $1.0 }?.1
    }
}
