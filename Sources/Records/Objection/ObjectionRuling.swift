internal import Law
public import Vocabulary

extension ObjectionDecided {
    /// By two who had no hand in the record (D2 18); what is upheld changes the record in the same
    /// decision (D2 23), and of what cannot be verified both views stay.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        if let there = course.decision {
            guard there.on == on, says(what: there.fact) else {
                throw .objection(.decidedAlready(objection, on: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        try course.checkPending(on: on)
        try past.checkRecording(course, circumstances)
        return try ruled(on: course, over: past, circumstances)
    }
}

extension ObjectionViewersTold {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        let upheldOn =
            course.decision?.fact.outcome == .upheld
            ? course.decision?.on : course.review?.fact.outcome == .upheld ? course.review?.on : nil
        guard let upheldOn else { throw .objection(.notUpheld(objection)) }
        if on < upheldOn { throw .objection(.beforeStep(objection, day: upheldOn)) }
        if let there = course.told {
            guard there.on == on, there.fact.viewers == viewers else {
                throw .objection(.stepTaken(objection, on: there.on ?? on))
            }
            return []
        }
        return drafts(in: course, circumstances, under: "征信业管理条例#25")
    }
}

extension ObjectionReviewAsked {
    /// Of what was decided or refused, by the credit office, which did neither.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        if let there = course.reviewAsked {
            guard there.on == on, there.fact.reviewer == reviewer else {
                throw .objection(.stepTaken(objection, on: there.on ?? on))
            }
            return []
        }
        let ended = [
            course.decision.map { ($0.on, $0.position) },
            course.refusal.map { ($0.on, $0.position) },
        ].compactMap(\.self).first
        guard let ended else { throw .objection(.notDecided(objection)) }
        if let day = ended.0, on < day { throw .objection(.beforeStep(objection, day: day)) }
        try past.checkUnit(reviewer)
        let law = try past.creditLaw(on: on)
        guard past.sorts(of: reviewer, under: law).contains(CreditRules.Organ.creditOffice) else {
            let office = law.credit.organ(CreditRules.Organ.creditOffice)
            throw .objection(
                .reviewerUnfit(
                    reviewer,
                    organ: office.map { .title(chinese: $0.chinese, english: $0.english) }
                        ?? .text(CreditRules.Organ.creditOffice)))
        }
        // Who decided by its own unit, or recorded for that.
        let decider = past.entry(ended.1).flatMap { UnitID($0.unit) }
        if let decider, past.line(of: reviewer).contains(decider) {
            throw .objection(.reviewerDecided(reviewer))
        }
        return drafts(in: course, circumstances)
    }
}

extension ObjectionReviewed {
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let (on, course) = try past.course(of: objection, circumstances)
        if let there = course.review {
            guard there.on == on, says(what: there.fact) else {
                throw .objection(.stepTaken(objection, on: there.on ?? on))
            }
            return []  // Asked twice, recorded once.
        }
        guard let asked = course.reviewAsked else { throw .objection(.reviewNotAsked(objection)) }
        if let day = asked.on, on < day { throw .objection(.beforeStep(objection, day: day)) }
        let reviewer = asked.fact.reviewer
        if let unit = circumstances.unit, !past.line(of: unit).contains(reviewer) {
            throw .objection(.notReviewer(objection, unit: reviewer))
        }
        return try ruled(on: course, over: past, circumstances)
    }
}

extension ObjectionRuling {
    fileprivate func says(what there: Self) -> Bool {
        there.outcome == outcome && there.annulledFor == annulledFor && there.actOn == actOn
            && there.catalogue == catalogue && there.edition == edition && there.item == item
            && there.safety == safety
    }

    private var corrects: Bool {
        act != nil || actOn != nil || catalogue != nil || edition != nil || item != nil
            || safety != nil
    }

    fileprivate func ruled(
        on course: ObjectionCourse, over past: some Past, _ circumstances: Circumstances
    ) throws(Refusal) -> [Draft] {
        let (file, onRecord) = try past.proposed(course.record)
        if let officer = file.recorder(among: circumstances) {
            throw .objection(.deciderRecorded(officer, course.record))
        }
        return drafts(in: course, circumstances)
            + (try consequences(for: onRecord, over: past, circumstances))
    }

    /// What becomes of the record: upheld, it is annulled or corrected, one of both.
    private func consequences(
        for course: DishonestyCourse, over past: some Past, _ circumstances: Circumstances
    ) throws(Refusal) -> [Draft] {
        guard outcome == .upheld else {
            if annulledFor != nil || corrects { throw .objection(.nothingChanges) }
            return []
        }
        switch (annulledFor, corrects) {
        case (nil, false), (.some, true): throw .objection(.oneConsequence)
        case (let ground?, false):
            // It may have fallen with its document meanwhile.
            return course.annulment == nil ? [course.fallen(ground, circumstances)] : []
        case (nil, true):
            let corrected = DishonestyCorrected(
                record: course.record, reason: objection.text, act: act, actOn: actOn,
                catalogue: catalogue, edition: edition, item: item, safety: safety)
            return try corrected.decide(over: past, under: circumstances).map { draft in
                var draft = draft
                draft.followsFirst = true
                return draft
            }
        }
    }
}
