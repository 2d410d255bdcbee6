internal import Law
public import Vocabulary

extension ObjectionFiled {
    /// Against the record, on a ground that the rules name; what re-argues the document is sent to the
    /// remedy against that.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let on = try circumstances.day()
        let file = try past.proposed(record).file
        let law = try past.creditLaw(on: on)
        let known = law.credit.objectionGrounds
        guard let found = known.first(where: { $0.code == ground || $0.chinese == ground }) else {
            throw .objection(
                .unknownGround(
                    ground, known: known.map { .title(chinese: $0.chinese, english: $0.english) }))
        }
        var fact = self
        fact.ground = found.code
        if let there = past.objection(objection)?.course()?.filing {
            guard there.on == on, fact.asksTheSame(as: there.fact) else {
                throw .objection(.filedOtherwise(objection, at: there.position))
            }
            return []  // Asked twice, recorded once.
        }
        let course = try past.entered(record, on: on)
        if target == .instrument { throw past.reargued(course, under: law) }
        let other = file.log.objections(to: record, by: nil, knownAt: nil).first {
            $0.isPending && $0.filing.fact.ground == fact.ground
        }
        if let other { throw .objection(.pending(other.objection, record: record)) }
        fact.subject = course.subject
        fact.recordingUnit = file.recordingUnit
        return [circumstances.draft(fact, under: Basis.objection)]
    }

    private func asksTheSame(as there: ObjectionFiled) -> Bool {
        let isSame =
            there.record == record && there.ground == ground && there.target == target
            && there.by == by && there.channel == channel
        switch (there.statement, statement) {
        case (nil, nil): return isSame
        case (let one?, let other?): return isSame && !one.isKnownToDiffer(from: other)
        case (nil, .some), (.some, nil): return false
        }
    }
}

extension Past {
    /// Where to turn against the document itself.
    fileprivate func reargued(_ course: DishonestyCourse, under law: CreditLaw) -> Refusal {
        let code = course.proposal.fact.kind
        let kind = law.credit.instrumentKind(code)
        return .objection(
            .reargues(
                course.proposal.fact.instrument,
                kind: kind.map { .title(chinese: $0.chinese, english: $0.english) } ?? .text(code),
                remedy: kind?.remedy.map { .title(chinese: $0.chinese, english: $0.english) }
                    ?? .words("said.remedyOfIssuer")))
    }
}

extension DishonestyFile {
    /// The unit that proposed it; nil: nobody said which.
    var recordingUnit: UnitID? {
        let proposal = log.standing(DishonestyProposed.self).last { $0.fact.record == record }
        let unit = proposal.flatMap { log.entry(at: $0.position) }?.unit
        return unit == DatedEntry.unsaid ? nil : unit.flatMap { UnitID($0) }
    }

    /// Everybody who recorded what it says, or approved that (列入经办人、审批人).
    var recorders: [Officer] {
        let entries = log.entries.filter {
            $0.event.is(DishonestyProposed.self) || $0.event.is(DishonestyEntered.self)
                || $0.event.is(DishonestyCorrected.self)
        }
        return entries.flatMap { [$0.actor, $0.approver] }.compactMap { $0 }
            .compactMap { Officer($0) }
    }

    /// D2 18: who decides on a record had no hand in it.
    func recorder(among circumstances: Circumstances) -> Officer? {
        let recorders = Set(recorders)
        return circumstances.signatories.first(where: recorders.contains)
    }
}

// MARK: Until it is decided

extension ObjectionAccepted {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        if try course.took(course.acceptance, on: on) { return [] }
        try past.checkRecording(course, circumstances)
        try course.checkPending(on: on)
        return drafts(in: course, circumstances)
    }
}

extension ObjectionRefused {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        if try course.took(course.refusal, on: on) { return [] }
        try past.checkRecording(course, circumstances)
        if let accepted = course.acceptance {
            throw .objection(.acceptedAlready(objection, on: accepted.on ?? on))
        }
        try course.checkPending(on: on)
        return drafts(in: course, circumstances)
    }
}

extension ObjectionFlagged {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        if try course.took(course.flag, on: on) { return [] }
        try past.checkRecording(course, circumstances)
        try course.checkPending(on: on)
        return drafts(in: course, circumstances, under: "河南省社会信用条例#41")
    }
}

extension ObjectionSourceAsked {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        try past.checkUnit(source)
        if course.asked.contains(where: { $0.on == on && $0.fact.source == source }) { return [] }
        try past.checkRecording(course, circumstances)
        try course.checkPending(on: on)
        var fact = self
        fact.filedOn = course.filing.on
        return fact.drafts(in: course, circumstances, under: "河南省社会信用条例#41")
    }
}

extension ObjectionSourceAnswered {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        guard let asked = course.asked.first(where: { $0.fact.source == source }) else {
            throw .objection(.sourceNotAsked(source, objection))
        }
        if let day = asked.on, on < day { throw .objection(.beforeStep(objection, day: day)) }
        let there = course.answers.contains {
            $0.on == on && $0.fact.source == source
                && !$0.fact.answer.isKnownToDiffer(from: answer)
        }
        if there { return [] }
        return drafts(in: course, circumstances, under: "河南省社会信用条例#41")
    }
}

extension ObjectionAppraisalBegan {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        if course.appraisals.contains(where: { $0.on == on && $0.fact.matter == matter }) {
            return []
        }
        if let running = course.appraisal {
            throw .objection(.appraisalRuns(objection, since: running.on ?? on))
        }
        try past.checkRecording(course, circumstances)
        try course.checkPending(on: on)
        return drafts(in: course, circumstances, under: "河南省社会信用条例#41")
    }
}

extension ObjectionAppraisalEnded {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        if course.appraised.contains(where: { $0.on == on }) { return [] }
        guard let began = course.appraisal else { throw .objection(.noAppraisal(objection)) }
        if let day = began.on, on < day { throw .objection(.beforeStep(objection, day: day)) }
        try past.checkRecording(course, circumstances)
        try course.checkPending(on: on)
        return drafts(in: course, circumstances, under: "河南省社会信用条例#41")
    }
}

// MARK: What steps share

extension ObjectionCourse {
    /// Whether a step was taken on that day; on another, it is refused.
    func took<F: ObjectionFact>(
        _ there: Recorded<F>?, on day: CalendarDate
    ) throws(Refusal) -> Bool {
        guard let there else { return false }
        guard there.on == day else {
            throw .objection(.stepTaken(objection, on: there.on ?? day))
        }
        return true
    }

    /// Something can still be done in it.
    func checkPending(on day: CalendarDate) throws(Refusal) {
        if let decision {
            throw .objection(.decidedAlready(objection, on: decision.on ?? day))
        }
        if let refusal { throw .objection(.refusedAlready(objection, on: refusal.on ?? day)) }
    }
}

extension Past {
    /// The unit that recorded what is objected to, or took over from it; where both are said.
    func checkRecording(
        _ course: ObjectionCourse, _ circumstances: Circumstances
    ) throws(Refusal) {
        guard let unit = circumstances.unit, let own = course.filing.fact.recordingUnit,
            !line(of: unit).contains(own)
        else { return }
        throw .objection(.notRecordingUnit(course.objection, unit: own))
    }
}
