internal import Law
public import Vocabulary

/// A sanction that is kept here, or the decision of a case, becomes a document on which somebody can be
/// put on record: everything it says is there already (以本账本处分为依据文书).
///
/// It records ``InstrumentRegistered``.
///
/// - Source: 新左政发〔2020〕26号 task 8: 纪律处分、问责处理.
public struct AdoptInstrument: Act {
    public let instrument: InstrumentID
    public var sanction: SanctionID?
    /// Every sanction of it that stands, where one decision imposed all of them.
    public var `case`: CaseID?
}

extension AdoptInstrument {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        instrument = try fields.given("instrument", \.instrument, .tag)
        sanction = try fields.given("sanction", \.sanction, .tag)
        self.case = try fields.given("case", \.case, .tag)
    }

    public var acting: Acting { .none }

    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let lives = try decision(over: past, on: on)
        guard let first = lives.first else { throw .instrument(.oneSource) }
        let imposed = first.imposed.fact
        guard let organ = imposed.organ, let dated = first.imposed.on else {
            throw .instrument(.decisionUnknown(first.sanction))
        }
        let law = try past.creditLaw(on: dated)
        let kind = try kind(of: imposed, datedOn: dated, under: law)
        let sanctions = lives.map(\.sanction).sorted()
        let fact = InstrumentRegistered(
            instrument: instrument, kind: kind.code, organ: organ,
            number: imposed.instrument ?? first.sanction.text, dated: dated,
            subjects: lives.map(\.imposed.fact.subject).sorted(), sanctions: sanctions)
        if let there = past.instrument(instrument)?.registration() {
            guard there.fact == fact else {
                throw .instrument(.registeredOtherwise(instrument, at: there.position))
            }
            return []  // Asked twice, recorded once.
        }
        for sanction in sanctions {
            if let other = past.adopted(sanction) {
                throw .instrument(.adoptedAlready(sanction, as: other.fact.instrument))
            }
        }
        return [circumstances.draft(fact, under: kind.source)]
    }

    private func kind(
        of imposed: SanctionImposed, datedOn day: CalendarDate, under law: CreditLaw
    ) throws(Refusal) -> CreditRules.InstrumentKind {
        let family = imposed.measure.family.rawValue
        guard let kind = law.credit.instrumentKinds.first(where: { $0.families.contains(family) })
        else {
            throw .instrument(
                .noKind(
                    measure: MeasureName(imposed.measure, nil, in: law.rules),
                    source: Basis.integrityRecord))
        }
        try kind.checkAdmitted(under: law, datedOn: day)
        return kind
    }

    /// The sanctions that one decision imposed, as they stand.
    private func decision(
        over past: some Past, on day: CalendarDate
    ) throws(Refusal) -> [SanctionLife] {
        switch (sanction, self.case) {
        case (let sanction?, nil):
            guard let imposed = past.sanction(sanction)?.log.latest(SanctionImposed.self),
                let life = past.life(of: imposed.fact, on: day)
            else { throw .sanctionUnknown(sanction) }
            guard life.isValid else { throw .instrument(.notStanding(sanction)) }
            return [life]
        case (nil, let id?):
            let imposed = try past.opened(id).log.standing(SanctionImposed.self, by: day)
            let lives = imposed.compactMap { past.life(of: $0.fact, on: day) }.filter(\.isValid)
            let decisions = Set(
                lives.map { life in
                    [
                        life.imposed.fact.instrument ?? life.sanction.text,
                        life.imposed.fact.organ?.text, life.imposed.on?.description,
                    ]
                })
            guard decisions.count == 1 else {
                throw .instrument(.notOneDecision(id, sanctions: lives.map(\.sanction)))
            }
            return lives
        case (nil, nil), (.some, .some): throw .instrument(.oneSource)
        }
    }
}

extension Past {
    fileprivate func life(of imposed: SanctionImposed, on day: CalendarDate) -> SanctionLife? {
        subject(imposed.subject)?.sanctionLives(by: day, under: law)
            .first { $0.sanction == imposed.sanction }
    }

    /// The document that the sanction became.
    func adopted(_ sanction: SanctionID) -> Recorded<InstrumentRegistered>? {
        self.sanction(sanction)?.log.standing(InstrumentRegistered.self).last
    }
}
