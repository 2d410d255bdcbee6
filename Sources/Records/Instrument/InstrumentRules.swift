internal import Law
public import Vocabulary

extension InstrumentRegistered {
    /// A document is registered once, of a kind that the rules of its day admit, with everybody whom it
    /// names.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let law = try past.creditLaw(on: dated)
        guard let kind = law.instrumentKind(called: self.kind) else {
            let known = law.credit.instrumentKinds.map(\.chinese)
            throw .instrument(.unknownKind(self.kind, known: known))
        }
        var fact = self
        fact.kind = kind.code
        if fact.effectiveOn == dated { fact.effectiveOn = nil }
        fact.sanctions = []
        if let there = past.instrument(instrument)?.registration() {
            var said = there.fact
            said.sanctions = []
            guard said == fact else {
                throw .instrument(.registeredOtherwise(instrument, at: there.position))
            }
            return []  // Asked twice, recorded once.
        }
        if on < dated { throw .instrument(.registeredBeforeDated(dated: dated)) }
        if let effectiveOn, effectiveOn < dated {
            throw .instrument(.effectiveBeforeDated(dated: dated))
        }
        try kind.checkAdmitted(under: law, datedOn: dated)
        try fact.check(kind, under: law, over: past)
        return [circumstances.draft(fact, under: kind.source)]
    }

    private func check(
        _ kind: CreditRules.InstrumentKind, under law: CreditLaw, over past: some Past
    ) throws(Refusal) {
        try past.checkUnit(organ)
        if !kind.organs.isEmpty,
            Set(kind.organs).isDisjoint(with: past.sorts(of: organ, under: law))
        {
            throw .instrument(
                .organUnfit(organ, kind: kind.chinese, organs: law.names(of: kind.organs)))
        }
        for subject in subjects {
            guard let registered = past.subject(subject)?.registration else {
                throw .unknownSubject(subject)
            }
            guard kind.subjects.contains(where: { $0.is(registered.kind) }) else {
                throw .instrument(.subjectUnfit(subject, kind: kind.chinese))
            }
        }
        if !kind.bases.isEmpty && !(provision.map(kind.bases.contains) ?? false) {
            throw .instrument(.provisionNeeded(kind: kind.chinese, provisions: kind.bases))
        }
        if kind.needsBreach { try checkBreach(over: past) }
    }

    /// Verified, then ordered to be put right, then refused or not done by the day; never by whoever
    /// broke the promise.
    private func checkBreach(over past: some Past) throws(Refusal) {
        let lacking = [
            verifiedOn == nil ? "verifiedOn" : nil, orderedOn == nil ? "orderedOn" : nil,
            orderedUntil == nil ? "orderedUntil" : nil,
        ].compactMap(\.self)
        guard let verifiedOn, let orderedOn, let orderedUntil else {
            throw .missing(all: lacking)
        }
        let inOrder = verifiedOn <= orderedOn && orderedOn <= orderedUntil
        let isSettled =
            refusedOn.map { orderedOn <= $0 && $0 <= dated } ?? (orderedUntil < dated)
        guard inOrder, isSettled else {
            throw .instrument(.breachNotSettled(until: orderedUntil))
        }
        let promisers = subjects.flatMap { [$0] + past.line(of: $0) }
        if past.line(of: organ).contains(where: promisers.contains) {
            throw .instrument(.ownBreach(organ))
        }
    }
}

extension CreditRules.InstrumentKind {
    func checkAdmitted(
        under law: CreditLaw, datedOn day: CalendarDate
    ) throws(Refusal) {
        if let from, day < from {
            throw .instrument(.kindNotYet(chinese, from: from, source: source))
        }
        if let setting, law.rules.flag(setting) != true {
            throw .instrument(.kindNotAdmitted(chinese, setting: setting, source: source))
        }
    }
}

extension CreditRules.Concerned {
    func `is`(_ kind: SubjectKind) -> Bool {
        switch (self, kind) {
        case (.unit, .unit), (.person, .person): true
        case (.unit, _), (.person, _): false
        }
    }
}

extension InstrumentVaried {
    /// What it says now carries every record on it; those whom it names no longer are taken off.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, registration) = try past.registered(instrument)
        if file.log.stands(self, on: on) { return [] }
        try file.checkChangeable(registration, on: on)
        try past.checkUnit(organ)
        let named = file.subjects(by: on)
        for subject in released where !named.contains(subject) {
            throw .instrument(.notNamed(subject, instrument))
        }
        if named.allSatisfy(released.contains) { throw .instrument(.nobodyLeft(instrument)) }
        let own = circumstances.draft(self, under: Basis.integrityRecord)
        return [own]
            + past.standingRecords(on: file).map { record in
                released.contains(record.proposal.fact.subject)
                    ? record.fallen(.instrumentAnnulled, circumstances)
                    : circumstances.consequence(
                        DishonestyVaried(
                            record: record.record, instrument: instrument,
                            subject: record.proposal.fact.subject, remains: remains),
                        under: Basis.integrityRecord)
            }
    }
}

extension InstrumentAnnulled {
    /// No record stands on it any more, from that day.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let (file, registration) = try past.registered(instrument)
        if let there = file.annulment() {
            guard there.on == on, there.fact == self else {
                throw .instrument(.annulledAlready(instrument, on: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        try file.checkChangeable(registration, on: on)
        try past.checkUnit(organ)
        let own = circumstances.draft(self, under: Basis.integrityRecord)
        return [own]
            + past.standingRecords(on: file).map { $0.fallen(.instrumentAnnulled, circumstances) }
    }
}

extension InstrumentFile {
    fileprivate func checkChangeable(
        _ registration: Recorded<InstrumentRegistered>, on day: CalendarDate
    ) throws(Refusal) {
        if let there = annulment(by: day) {
            throw .instrument(.annulledAlready(instrument, on: there.on ?? day))
        }
        let dated = registration.fact.dated
        if day < dated { throw .instrument(.beforeInstrument(instrument, dated: dated)) }
    }
}

extension Past {
    /// The records on a document that were not annulled.
    func standingRecords(on file: InstrumentFile) -> [DishonestyCourse] {
        file.records().compactMap { dishonesty($0.fact.record)?.course() }.filter {
            $0.annulment == nil
        }
    }
}

extension DishonestyCourse {
    /// The annulment of the record, as a consequence of something else.
    func fallen(_ ground: DishonestyFall, _ circumstances: Circumstances) -> Draft {
        circumstances.consequence(
            DishonestyAnnulled(record: record, ground: ground, subject: proposal.fact.subject),
            under: Basis.integrityRecord)
    }
}
