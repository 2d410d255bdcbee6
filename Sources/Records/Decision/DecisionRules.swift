internal import Law
public import Vocabulary

extension DecisionProposed {
    /// A decision is proposed once; its item stands in the catalogue in force. I14: before any rules
    /// it is recorded as given.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkRepeat(self, of: decision, circumstances)
        if let item = catalogueItem, let on = circumstances.on,
            let rules = past.law.bodies(on: on)
        {
            let items = rules.catalogue.kinds.map(\.code)
            guard items.contains(item) else { throw .decision(.notInCatalogue(item, items)) }
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension DecisionInitiated {
    /// The procedure is opened once, with a head and a unit that are registered; what they were then
    /// is copied.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let headFile = try past.person(head)
        var officerFile: SubjectFile?
        if let leadOfficer { officerFile = try past.person(leadOfficer) }
        guard past.subject(lead)?.registration != nil else { throw .unknownSubject(lead) }
        let before = past.decision(decision)?.log.standing(DecisionInitiated.self).last
        if let before, let day = before.on {
            let isSame =
                day == circumstances.on && before.fact.lead == lead
                && before.fact.head == head && before.fact.leadOfficer == leadOfficer
            guard isSame else {
                throw .decision(.recordedOtherwise(decision, Self.type, on: day))
            }
            return []  // Asked twice, recorded once.
        }
        var fact = self
        if let on = circumstances.on {
            fact.headRole = headFile.role(on: on)
            fact.leadOfficerRole = officerFile?.role(on: on)
        }
        return past.record(fact, of: decision, circumstances, under: Self.rule)
    }
}

extension ConsultationOpened {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(.participation, of: decision, circumstances)
        try circumstances.checkOrder(of: until, "until", source: Self.rule)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension ConsultationClosed {
    /// Only what was opened ends, and not before it began.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkStep(.participation, of: decision, circumstances)
        let opened = file.past().facts(ConsultationOpened.self).compactMap(\.on)
        guard let on = circumstances.on, let first = opened.min() else {
            throw .decision(.consultationNotOpened(decision))
        }
        if on < first {
            throw .decision(.endBeforeStart(field: "on", start: first, end: on, source: Self.rule))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension HearingRequired {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(.participation, of: decision, circumstances)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension HearingHeld {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(.participation, of: decision, circumstances)
        if let sent = materialsSentOn, let on = circumstances.on, on < sent {
            throw .decision(
                .endBeforeStart(field: "on", start: sent, end: on, source: "713#16"))
        }
        if let participants, !(0...1_000_000).contains(participants) {
            throw .outOfRange(field: "participants", lowest: 0, highest: 1_000_000)
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension HearingNotHeld {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(.participation, of: decision, circumstances)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension OpinionReceived {
    /// A number stands for one comment.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkStep(.participation, of: decision, circumstances)
        let taken = file.log.standing(OpinionReceived.self).first { $0.fact.opinion == opinion }
        if let taken, let day = taken.on,
            !file.stands(self, on: circumstances.on)
        {
            throw .decision(.recordedOtherwise(decision, Self.type, on: day))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension OpinionDisposed {
    /// Only a comment that was received is answered.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkStep(.participation, of: decision, circumstances)
        let received = file.log.standing(OpinionReceived.self).first {
            $0.fact.opinion == opinion
        }
        guard let received else { throw .decision(.opinionUnknown(opinion)) }
        if let start = received.on, let on = circumstances.on, on < start {
            throw .decision(
                .endBeforeStart(field: "on", start: start, end: on, source: "713#18"))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension ExpertReviewCompleted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(.expertReview, of: decision, circumstances)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension RiskAssessed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(.riskAssessment, of: decision, circumstances)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension RiskConclusionHandled {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(.riskAssessment, of: decision, circumstances)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension StepWaived {
    /// Only a step that the rules in force allow to do without, and with a second person. I14: before
    /// any rules it is recorded that it was not done, and why.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(step, of: decision, circumstances)
        if let on = circumstances.on, let rules = past.law.bodies(on: on) {
            guard let rule = rules.step(step.rawValue), rule.isWaivable else {
                let source = rules.step(step.rawValue)?.source ?? Self.rule
                throw .decision(.stepNotWaivable(step, source: source))
            }
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension LegalityReviewSubmitted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        try past.checkStep(.legalityReview, of: decision, circumstances)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension LegalityReviewCompleted {
    /// An opinion does not come before the submission it answers.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkStep(.legalityReview, of: decision, circumstances)
        let submitted = file.past().facts(LegalityReviewSubmitted.self).compactMap(\.on)
        if let on = circumstances.on, let first = submitted.min(), on < first {
            throw .decision(
                .endBeforeStart(field: "on", start: first, end: on, source: "713#26"))
        }
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension MeetingHeld {
    /// Everyone once, one head at most; the role each held that day is copied.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.checkStep(.collectiveDiscussion, of: decision, circumstances)
        if attendees.isEmpty { throw .decision(.meetingOfNobody) }
        // The roles are derived: the same meeting told again may find other posts in the register.
        let isThere = file.log.standing(MeetingHeld.self).contains {
            $0.on == circumstances.on && $0.fact.saysTheSame(as: self)
        }
        if isThere { return [] }
        var head: SubjectID?
        var seen: Set<SubjectID> = []
        var meeting = self
        for (index, attendee) in attendees.enumerated() {
            guard seen.insert(attendee.subject).inserted else {
                throw .decision(.attendeeTwice(attendee.subject))
            }
            if attendee.part == .head {
                if let head { throw .decision(.twoHeads(head, attendee.subject)) }
                head = attendee.subject
            }
            let person = try past.person(attendee.subject)
            if let on = circumstances.on {
                meeting.attendees[index].role = person.role(on: on)
            }
        }
        return past.record(meeting, of: decision, circumstances, under: Self.rule)
    }
}

extension PartyCommitteeReported {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        _ = try past.recorded(decision)
        return past.record(self, of: decision, circumstances, under: Self.rule)
    }
}

extension Circumstances {
    /// What ends does not end before it starts, on the day of the fact.
    func checkOrder(
        of end: CalendarDate, _ field: String, source: String
    ) throws(Refusal) {
        if let on, end < on {
            throw .decision(
                .endBeforeStart(field: field, start: on, end: end, source: source))
        }
    }
}

extension Past {
    /// A step prepares an adoption: dated after it, it prepared nothing.
    @discardableResult
    func checkStep(
        _ step: ProceduralStep, of id: DecisionID, _ circumstances: Circumstances
    ) throws(Refusal) -> DecisionFile {
        let file = try recorded(id)
        let rounds = file.past().rounds()
        if let on = circumstances.on, !rounds.contains(where: { $0.covers(on) }) {
            let adopted = rounds.compactMap(\.adoption?.on).last { $0 < on }
            throw .decision(.stepAfterAdoption(step, adoptedOn: adopted ?? on))
        }
        return file
    }

    /// What happens once and is recorded otherwise is corrected, not recorded again.
    func checkRepeat<F: Fact>(
        _ fact: F, of id: DecisionID, _ circumstances: Circumstances
    ) throws(Refusal) {
        guard let file = decision(id), !file.stands(fact, on: circumstances.on) else { return }
        let known = file.log.knowledge()
        let there = file.log.facts(F.self).first { known.counts($0) }
        if let day = there?.on { throw .decision(.recordedOtherwise(id, F.type, on: day)) }
    }
}

extension MeetingHeld {
    /// Whether both tell of one meeting, whatever roles the register showed when each was told.
    func saysTheSame(as other: MeetingHeld) -> Bool {
        func who(_ meeting: MeetingHeld) -> [Attendee] {
            meeting.attendees.map {
                var attendee = $0
                attendee.role = RoleSnapshot(basis: .none)
                return attendee
            }
        }
        let differs =
            if let one = headReasons, let two = other.headReasons {
                one.isKnownToDiffer(from: two)
            } else {
                (headReasons == nil) != (other.headReasons == nil)
            }
        return !differs && who(self) == who(other) && headSpokeLast == other.headSpokeLast
            && minutesDigest == other.minutesDigest
    }
}
