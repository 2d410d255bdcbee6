extension GroundDetected {
    /// An official suspects a ground: it stands in the rules of the adoption's day, is not open
    /// already, and rests on entries of the decision.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        let round = file.past().round
        let day = round.adoption?.on ?? circumstances.on
        guard let day, let rules = past.law.rules(on: day) else {
            throw .law(.noRules(on: day ?? CalendarDate.first))
        }
        guard let rule = rules.ground(ground) else {
            throw .decision(.unknownGround(ground, rules.grounds.map(\.code)))
        }
        for one in evidence where file.log.entry(at: one.entry) == nil {
            throw .decision(.notEvidence(one.entry))
        }
        if file.isOpen(ground, in: round.number) { return [] }  // Asked twice, recorded once.
        let fact = GroundDetected(
            decision: decision, ground: ground, rulebook: "\(rules.code)/\(rules.version)",
            detectedBy: .people, round: round.number, evidence: evidence, exploratoryClaim: nil,
            note: note)
        return [circumstances.draft(.decision(.groundDetected(fact)), under: rule.source)]
    }
}

extension GroundDismissed {
    /// Only an open ground is dismissed, by the organ, with a second person.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.recorded(decision)
        let open = file.log.standing(GroundDetected.self).last {
            $0.payload.ground == ground && file.isOpen(ground, in: $0.payload.round)
        }
        guard let open else { throw .decision(.groundNotOpen(ground)) }
        var fact = self
        fact.round = open.payload.round
        return [circumstances.draft(.decision(.groundDismissed(fact)), under: Self.rule)]
    }
}

/// Asks the machine to look at a decision again, on a day: what runs on a clock is due then.
public struct DetectGrounds: DomainCommand, SignedCommand {
    public static let name = "detectGrounds"

    public let decision: DecisionID
    public internal(set) var circumstances: Circumstances

    public init(decision: DecisionID, circumstances: Circumstances) {
        self.decision = decision
        self.circumstances = circumstances
    }

    public init(from reader: some FieldReader) throws(Refusal) {
        decision = try reader.command.id("decision")
        circumstances = try Circumstances(from: reader)
    }

    public var concerns: [Tag] { [decision.tag] }

    /// Each ground exactly once a round; none that is there already.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let file = try past.recorded(decision)
        guard let on = circumstances.on else { throw .missing("on") }
        for round in file.past(by: on).rounds() {
            // Whether it is late cannot be told without the calendar.
            guard let adopted = round.adoption?.on, past.law.rules(on: adopted) != nil else {
                continue
            }
            do throws(LawFault) {
                _ = try past.law.deadline("publication", from: adopted)
            } catch {
                throw .law(error)
            }
        }
        return file.unraised(under: past.law, today: on).map { ground in
            var draft = file.draft(of: ground, circumstances)
            draft.followsFirst = false
            return draft
        }
    }
}

extension DecisionFile {
    /// Whether a ground was raised in that round and not dismissed since.
    func isOpen(_ ground: String, in round: Int) -> Bool {
        let raised = log.standing(GroundDetected.self).last {
            $0.payload.ground == ground && $0.payload.round == round
        }
        guard let raised else { return false }
        return !log.standing(GroundDismissed.self).contains {
            $0.payload.ground == ground && $0.payload.round == round
                && $0.position > raised.position
        }
    }
}
