internal import Law
public import Vocabulary

extension DishonestyProposed {
    /// D2 15: on an effective document that names the one concerned, for an act of office, by a unit
    /// that records on such documents.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (instrument, registration) = try past.registered(instrument)
        if let there = past.dishonesty(record)?.course()?.proposal {
            guard there.on == on, asksTheSame(as: there.fact) else {
                throw .dishonesty(.proposedOtherwise(record, at: there.position))
            }
            return []  // Asked twice, recorded once.
        }
        let document = registration.fact
        if on < document.effectiveFrom {
            throw .dishonesty(.notEffective(self.instrument, from: document.effectiveFrom))
        }
        if let annulled = instrument.annulment(by: on) {
            throw .dishonesty(.instrumentAnnulled(self.instrument, on: annulled.on ?? on))
        }
        guard instrument.subjects(by: on).contains(subject) else {
            throw .dishonesty(.wrongSubject(subject, self.instrument))
        }
        if nexus == .outsideOffice { throw .dishonesty(.notInOffice) }
        if document.dated < actOn {
            throw .dishonesty(.actAfterInstrument(dated: document.dated))
        }
        let law = try past.creditLaw(on: document.dated)
        guard let kind = law.credit.instrumentKind(document.kind) else {
            throw .instrument(.unknownKind(document.kind, known: []))
        }
        try kind.checkAdmitted(under: law, datedOn: document.dated)
        try checkRecorder(kind, of: document, circumstances, under: law, over: past)
        if let other = past.standingRecords(on: instrument).first(where: {
            $0.subject == subject && $0.record != record
        }) {
            throw .dishonesty(.recordedAlready(subject, as: other.record))
        }
        var fact = self
        fact.irregularities = try past.checkItem(catalogue, edition, item, on: document.dated)
        fact.kind = kind.code
        fact.role = past.roleThen(of: subject, on: actOn)
        fact.regime =
            law.credit.profile(
                inside: catalogue.isInside, kind: kind.code, on: document.dated)?.code ?? ""
        return [circumstances.draft(fact, under: kind.source)]
    }

    private func asksTheSame(as there: DishonestyProposed) -> Bool {
        there.instrument == instrument && there.subject == subject && there.actOn == actOn
            && there.nexus == nexus && there.catalogue == catalogue && there.edition == edition
            && there.item == item && there.safety == safety
            && !there.act.isKnownToDiffer(from: act)
    }

    /// Task 8 names who records on which documents; task 9 has each unit collect its own.
    private func checkRecorder(
        _ kind: CreditRules.InstrumentKind, of document: InstrumentRegistered,
        _ circumstances: Circumstances, under law: CreditLaw, over past: some Past
    ) throws(Refusal) {
        guard let unit = circumstances.unit else { throw .dishonesty(.nobodyRecords) }
        var recorders = kind.recorders
        if let setting = kind.recordersSetting, let more = law.rules.text(setting) {
            recorders.append(more)
        }
        let imposes = recorders.contains(CreditRules.InstrumentKind.imposer)
        if imposes && unit == document.organ { return }
        if !Set(recorders).isDisjoint(with: past.sorts(of: unit, under: law)) { return }
        if past.line(of: unit).contains(subject) || past.line(of: subject).contains(unit) { return }
        if let person = past.subject(subject), person.registration?.kind == .person {
            let units = [actOn, circumstances.on].compactMap { day in
                day.flatMap { person.post(on: $0)?.post.unit }
            }
            if units.contains(where: { past.line(of: unit).contains($0) }) { return }
        }
        throw .dishonesty(
            .notEntitled(unit, kind: kind.chinese, recorders: law.names(of: recorders)))
    }
}

extension Past {
    /// What a person was on a day; of a unit nothing.
    func roleThen(of subject: SubjectID, on day: CalendarDate) -> RoleSnapshot? {
        guard let file = self.subject(subject), file.registration?.kind == .person else {
            return nil
        }
        return file.role(on: day)
    }

    /// An item stands in a loaded edition; where none is loaded, that is marked.
    func checkItem(
        _ scope: CatalogueScope, _ edition: String?, _ item: String?, on day: CalendarDate
    ) throws(Refusal) -> [Irregularity] {
        guard let wanted = CreditRules.CatalogueItem.Scope(rawValue: scope.rawValue) else {
            if edition != nil || item != nil { throw .dishonesty(.itemOutside) }
            return []
        }
        guard let edition, let item else { throw .dishonesty(.itemMissing) }
        guard let law = law.creditLaw(on: day) else { return [.catalogueNotLoaded] }
        let found = law.credit.item(item, of: edition, wanted, on: day)
        if !found.isLoaded { return [.catalogueNotLoaded] }
        if found.item == nil { throw .dishonesty(.unknownItem(item, edition: edition)) }
        return []
    }
}

extension DishonestyEntered {
    /// By the unit that proposed it; who proposed it does not approve it.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, course) = try past.proposed(record)
        if let entry = course.entry {
            guard entry.on == on else {
                throw .dishonesty(.enteredAlready(record, on: entry.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        try course.checkStanding(on: on)
        let (instrument, registration) = try past.registered(course.proposal.fact.instrument)
        if let annulled = instrument.annulment(by: on) {
            throw .dishonesty(
                .instrumentAnnulled(instrument.instrument, on: annulled.on ?? on))
        }
        let law = try past.creditLaw(on: registration.fact.dated)
        if let kind = law.credit.instrumentKind(registration.fact.kind) {
            try kind.checkAdmitted(under: law, datedOn: registration.fact.dated)
        }
        let proposed = file.log.entry(at: course.proposal.position)
        if let approver = circumstances.approver, let proposer = proposed?.actor,
            approver == Officer(proposer)
        {
            throw .dishonesty(.approverProposed(approver))
        }
        if let unit = circumstances.unit?.text, let own = proposed?.unit, unit != own {
            throw .dishonesty(.otherUnit(record, unit: own))
        }
        return drafts(in: course, circumstances, under: Basis.integrityRecord)
    }
}
