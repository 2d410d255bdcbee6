public import Vocabulary

extension Past {
    /// What a delivered row says anew is guarded as a correction by hand is (I15), and what it says no
    /// longer as a withdrawal.
    ///
    /// - Parameters:
    ///   - standing: The entry that falls.
    ///   - draft: What takes its place; nil: nothing.
    ///   - act: How the command line calls what is asked, for a refusal.
    public func checkRedelivery(
        of standing: RecordedEvent, as draft: inout Draft?, _ circumstances: Circumstances,
        act: String
    ) throws(Refusal) {
        try checkUndoing(standing, isReplaced: draft != nil, circumstances, as: act)
        guard var changed = draft else { return }
        try checkChange(of: standing, to: &changed, circumstances, as: act)
        draft = changed
    }

    /// I15: undoing is guarded like doing, whichever verb undoes it. A second person stands behind it
    /// where one stood behind what is undone, where taking it away is an act that needs one, and where
    /// something rests on it that two decided.
    ///
    /// - Parameters:
    ///   - isReplaced: Whether something takes its place: then nothing is taken away.
    ///   - act: How the command line calls what is asked, for a refusal.
    func checkUndoing(
        _ entry: RecordedEvent, isReplaced: Bool, _ circumstances: Circumstances, as act: String
    ) throws(Refusal) {
        if entry.approver != nil || isRestedOn(entry)
            || (!isReplaced
                && (entry.isUndoneByTwo || namesSomebodyDecidedOn(entry)
                    || opensForSomebody(entry)))
        {
            try circumstances.checkApprover(act)
        }
    }

    /// I15: whose name a decision bears is not changed by one alone. A correction of anything else that
    /// a registration says is.
    func checkNaming(
        of entry: RecordedEvent, as replacement: Draft, _ circumstances: Circumstances,
        _ act: String
    ) throws(Refusal) {
        guard namesSomebodyDecidedOn(entry), let after = replacement.event.naming,
            opened(entry).event.naming?.isCalledAlike(after) != true
        else { return }
        try circumstances.checkApprover(act)
    }

    /// Whether it says how somebody is called of whom something was decided.
    private func namesSomebodyDecidedOn(_ entry: RecordedEvent) -> Bool {
        guard let naming = entry.event.naming else { return false }
        return file(naming.subject.tag)?.log.standing.contains { $0.event.decidesOnSomebody }
            ?? false
    }

    /// A correction that changes what the entry does: who conducts the case, whether an appeal is
    /// examined, how heavy the sanction is. A second person stands behind the first two; never does a
    /// sanction become heavier after the person's own appeal.
    ///
    /// - Refusals: ``GeneralRefusal/needsApprover(_:)``, ``SanctionRefusal/heavierAfterAppeal(_:by:before:proposed:)``.
    func checkChange(
        of standing: RecordedEvent, to draft: inout Draft, _ circumstances: Circumstances,
        as act: String
    ) throws(Refusal) {
        if let opened = standing.event[CaseOpened.self], let other = draft.event[CaseOpened.self],
            !opened.isConductedLike(other)
        {
            try circumstances.checkApprover(act)
        }
        if let ruled = standing.event[AdmissibilityRuled.self],
            let other = draft.event[AdmissibilityRuled.self], ruled.admitted != other.admitted
        {
            try circumstances.checkApprover(act)
        }
        if let imposed = standing.event[SanctionImposed.self] {
            try checkCorrected(imposed, at: standing, to: &draft, circumstances)
        }
    }

    /// Whether it opened a case in which somebody is named: opened anew, it could be conducted by another.
    private func opensForSomebody(_ entry: RecordedEvent) -> Bool {
        guard let opened = entry.event[CaseOpened.self] else { return false }
        return caseFile(opened.case)?.past().facts(PersonNamed.self).isEmpty == false
    }

    /// Whether a decision that two made came after it in its case or appeal: who takes away the opening,
    /// the hearing or the panel takes away what that decision stands on.
    private func isRestedOn(_ entry: RecordedEvent) -> Bool {
        entry.tags.contains { tag in
            guard [CaseID.tagKind, AppealID.tagKind].contains(tag.kind),
                let log = file(tag)?.log
            else { return false }
            return log.standing.contains { decided in
                decided.position != entry.position && decided.approver != nil
                    && decided.event.decidesOnSomebody && decided.canRest(on: entry)
            }
        }
    }
}

extension RecordedEvent {
    /// Whether taking it away is what an act of two does: a closing, whose withdrawal reopens the case;
    /// a suspected ground, whose withdrawal dismisses it; an exclusion, whose withdrawal lets somebody in
    /// again on whose exclusion the head of the organ decides (政务处分法 Art. 48); an appeal, its admission
    /// and its being taken back, on which hangs whether anything may become heavier (Art. 56).
    fileprivate var isUndoneByTwo: Bool {
        event.is(CaseClosed.self) || event.is(GroundDetected.self)
            || event.is(RecusalDeclared.self) || event.is(PanelRecusalDeclared.self)
            || event.is(AppealFiled.self) || event.is(AdmissibilityRuled.self)
            || event.is(AppealWithdrawn.self)
    }

    /// Whether it came no later, and is about the same person or about the case as a whole.
    fileprivate func canRest(on entry: RecordedEvent) -> Bool {
        if let on, let day = entry.on, on < day { return false }
        let theirs = entry.tags.filter { $0.kind == SubjectID.tagKind }
        return theirs.isEmpty || !Set(theirs).isDisjoint(with: tags)
    }
}

extension Naming {
    /// Whether name and number are known to be the same.
    fileprivate func isCalledAlike(_ other: any Naming) -> Bool {
        name == other.name && shapedNumber == other.shapedNumber
    }

    /// As it is compared: written otherwise, it is the same number.
    private var shapedNumber: Sealed? {
        guard case .clear(let number)? = idNumber else { return idNumber }
        return .clear(NumberShape.identityNumber.shaped(number))
    }
}

extension Event {
    /// Where it names somebody.
    fileprivate var naming: (any Naming)? {
        self[SubjectRegistered.self] ?? self[SubjectRenamed.self]
    }

    fileprivate var decidesOnSomebody: Bool {
        `is`(FindingMade.self) || `is`(UnitFindingMade.self) || `is`(SanctionImposed.self)
            || `is`(SanctionRectified.self) || `is`(BenefitsAdjusted.self)
            || `is`(AppealDecided.self)
    }
}

extension CaseOpened {
    private var isConductedHere: Bool {
        (authority != nil || decision != nil) && recordedFrom == nil
    }

    /// Whether both say the same of who conducts it: an organ, on a decision, or one elsewhere.
    fileprivate func isConductedLike(_ other: CaseOpened) -> Bool {
        authority == other.authority && decision == other.decision
            && isConductedHere == other.isConductedHere
    }
}
