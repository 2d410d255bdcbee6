internal import Vocabulary

extension Past {
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
        if entry.approver != nil || (entry.isUndoneByTwo && !isReplaced) || isRestedOn(entry) {
            try circumstances.checkApprover(act)
        }
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
    /// again on whose exclusion the head of the organ decides (政务处分法 Art. 48).
    fileprivate var isUndoneByTwo: Bool {
        event.is(CaseClosed.self) || event.is(GroundDetected.self)
            || event.is(RecusalDeclared.self) || event.is(PanelRecusalDeclared.self)
    }

    /// Whether it came no later, and is about the same person or about the case as a whole.
    fileprivate func canRest(on entry: RecordedEvent) -> Bool {
        if let on, let day = entry.on, on < day { return false }
        let theirs = entry.tags.filter { $0.kind == SubjectID.tagKind }
        return theirs.isEmpty || !Set(theirs).isDisjoint(with: tags)
    }
}

extension Event {
    fileprivate var decidesOnSomebody: Bool {
        `is`(FindingMade.self) || `is`(UnitFindingMade.self) || `is`(SanctionImposed.self)
            || `is`(SanctionRectified.self) || `is`(BenefitsAdjusted.self)
            || `is`(AppealDecided.self)
    }
}
