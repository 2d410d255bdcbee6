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
            let rules = past.law.decisionBodies(on: on)
        {
            let items = rules.catalogue.kinds.map(\.code)
            guard items.contains(item) else { throw .decision(.notInCatalogue(item, items)) }
        }
        return past.record(self, circumstances)
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
        try checkCause(over: past, on: circumstances.on)
        var fact = self
        if let on = circumstances.on {
            fact.headRole = headFile.role(on: on)
            fact.leadOfficerRole = officerFile?.role(on: on)
        }
        let caused = causedBy.map { cause in
            circumstances.consequence(
                DecisionCaused(decision: cause, caused: decision), under: Basis.lifelong)
        }
        return past.record(fact, circumstances) + [caused].compactMap(\.self)
    }
}

extension ConsultationOpened {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        try checkOrder(from: on, to: until, "until")
    }
}

extension ConsultationClosed {
    /// Only what was opened ends, and not before it began.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        let opened = file.past().facts(ConsultationOpened.self).compactMap(\.on)
        guard let on, let first = opened.min() else {
            throw .decision(.consultationNotOpened(decision))
        }
        try checkOrder(from: first, to: on)
    }
}

extension HearingHeld {
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        try checkOrder(from: materialsSentOn, to: on)
        if let participants, !(0...1_000_000).contains(participants) {
            throw .outOfRange(field: "participants", lowest: 0, highest: 1_000_000)
        }
    }
}

extension OpinionReceived {
    /// A number stands for one comment.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        let taken = file.log.standing(OpinionReceived.self).first { $0.fact.opinion == opinion }
        if let day = taken?.on, !file.stands(self, on: on) {
            throw .decision(.recordedOtherwise(decision, Self.type, on: day))
        }
    }
}

extension OpinionDisposed {
    /// Only a comment that was received is answered.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        let received = file.log.standing(OpinionReceived.self).first {
            $0.fact.opinion == opinion
        }
        guard let received else { throw .decision(.opinionUnknown(opinion)) }
        try checkOrder(from: received.on, to: on)
    }
}

extension StepWaived {
    /// Only a step that the rules in force allow to do without, and with a second person. I14: before
    /// any rules it is recorded that it was not done, and why.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        guard let on, let rules = past.law.decisionBodies(on: on) else { return }
        guard let rule = rules.step(step.rawValue), rule.isWaivable else {
            let source = rules.step(step.rawValue)?.source ?? Self.rule
            throw .decision(.stepNotWaivable(step, source: source))
        }
    }
}

extension LegalityReviewCompleted {
    /// An opinion does not come before the submission it answers.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        let submitted = file.past().facts(LegalityReviewSubmitted.self).compactMap(\.on)
        try checkOrder(from: submitted.min(), to: on, source: "713#26")
    }
}

extension MeetingHeld {
    /// Everyone once, one head at most; the role each held that day is copied.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let file = try past.prepared(decision, by: .collectiveDiscussion, on: circumstances.on)
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
        return past.record(meeting, circumstances)
    }
}

extension Past {
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
        return !headReasons.isKnownToDiffer(from: other.headReasons)
            && who(self) == who(other) && headSpokeLast == other.headSpokeLast
            && minutesDigest == other.minutesDigest
    }
}
