internal import Law
public import Vocabulary

extension GroundDetected {
    /// An official suspects a ground: it stands in the rules of the adoption's day, is not open
    /// already, and rests on entries of the decision.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        try file.checkNotExcluded()
        let round = file.past().round
        let day: CalendarDate
        if let adopted = round.adoption?.on { day = adopted } else { day = try circumstances.day() }
        let (body, rule) = try past.law.rules(inForceOn: day).ground(meantBy: ground)
        for one in evidence where file.log.entry(at: one.entry) == nil {
            throw .decision(.notEvidence(one.entry))
        }
        if file.isOpen(GroundName(rule.code, of: body.code), in: round.number) {
            return []  // Asked twice, recorded once.
        }
        let fact = GroundDetected(
            decision: decision, ground: rule.code, rulebook: body.edition,
            detectedBy: .people, round: round.number, evidence: evidence, exploratoryClaim: nil,
            note: note)
        return [circumstances.draft(fact, under: rule.source)]
    }
}

extension GroundDismissed {
    /// Only an open ground is dismissed, by the organ, with a second person. The body is written
    /// where the code alone would not tell whose ground it is.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        let open = file.log.standing(GroundDetected.self).filter {
            file.isOpen(GroundName($0.fact), in: $0.fact.round)
        }
        if file.isDismissed(ground, reason, on: circumstances.on) {
            return []  // Asked twice, recorded once.
        }
        let name = try open.map { GroundName($0.fact) }.meant(by: ground)
        guard let name, let raised = open.last(where: { GroundName($0.fact) == name }) else {
            throw .decision(.groundNotOpen(ground))
        }
        var fact = self
        fact.ground = name.code
        fact.rulebook = file.isShared(name.code) ? raised.fact.rulebook : nil
        fact.round = raised.fact.round
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

extension DecisionFile {
    /// Whether the ground that the text means was dismissed on that day, for all that is known for the
    /// same reason, and was not raised again since.
    fileprivate func isDismissed(
        _ text: String, _ reason: Sealed, on day: CalendarDate?
    ) -> Bool {
        let mine = log.standing(GroundDetected.self).filter {
            GroundName($0.fact).isMeant(by: text)
        }
        // Of two bodies one may be open: then that one is meant.
        let isOfSeveral = Set(mine.map { GroundName($0.fact) }).count > 1
        if isOfSeveral && mine.contains(where: { isOpen(GroundName($0.fact), in: $0.fact.round) }) {
            return false
        }
        return log.standing(GroundDismissed.self).contains { dismissal in
            dismissal.on == day && !dismissal.fact.reason.isKnownToDiffer(from: reason)
                && mine.contains { dismissal.dismisses($0) }
                && !mine.contains { $0.position > dismissal.position }
        }
    }
}

/// Asks the machine to look at a decision again, on a day: what runs on a clock is due then.
public struct DetectGrounds: Act {
    public let decision: DecisionID
}

extension DetectGrounds {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        decision = try fields.given("decision", \.decision, .tag)
    }

    public var acting: Acting { .none }

    /// Each ground exactly once a round; none that is there already.
    ///
    /// - Refusals: ``GeneralRefusal/law(_:)``: no rules claim any of its adoptions, or whether it is
    ///   late cannot be told without the calendar.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        let on = try circumstances.day()
        let rounds = file.past(by: on)
        if rounds.exclusion != nil { return [] }
        let law = rounds.judging(past.law)
        let adoptions = rounds.rounds().compactMap(\.adoption?.on)
        let unjudged = adoptions.compactMap(law.decisionFault)
        if let fault = unjudged.last, unjudged.count == adoptions.count { throw .law(fault) }
        for adopted in adoptions {
            guard let rules = law.decisionBodies(on: adopted) else { continue }
            for (body, _) in rules.grounds(raisedBy: .notPublished) {
                do throws(CalendarMissing) {
                    _ = try law.publicationDue(adopted, by: body, among: rules)
                } catch {
                    throw .law(.calendarMissing(error.year))
                }
            }
        }
        return file.unraised(under: past.law, today: on).map { ground in
            var draft = file.draft(of: ground, circumstances)
            draft.followsFirst = false
            return draft
        }
    }
}
