public import Vocabulary

extension Command {
    /// Decides what takes the place of the entry at `position`: the same command over a past in
    /// which that entry had never been. An empty list: what stands is right already.
    ///
    /// - Refusals: ``CorrectionRefusal``, ``GeneralRefusal/opaqueEntry(_:type:)``, and those of the
    ///   command.
    public func decide(
        over past: some Past, superseding position: Position
    ) throws(Refusal) -> [Draft] {
        // Over the whole past: the entry itself may be what excludes somebody.
        try checkGuards(over: past)
        let contested = ContestedEntry(position, under: concerns, in: past)
        let standing = try contested.standing()
        try contested.checkFreestanding()
        try past.checkUndoing(standing, isReplaced: true, circumstances, as: name)
        let consequences = try contested.consequences()
        var drafts = try decide(over: PastWithout(past, [position] + consequences.map(\.position)))
        guard let first = drafts.first else { return [] }
        guard first.event.isSameKind(as: standing.event) else {
            throw .correctionOfAnotherKind(position)
        }
        // Changing whom a record is about would leave it standing in a trail that never hears of
        // the correction: such a record is withdrawn, and the right one made anew.
        guard first.tags == standing.tags else { throw .correctionOfOthers(position) }
        try past.checkNaming(of: standing, as: first, circumstances, name)
        if first.event == standing.event && first.on == standing.on { return [] }
        try past.checkChange(of: standing, to: &drafts[0], circumstances, as: name)
        drafts[0].supersedes = position
        // What followed from the old entry is replaced by what follows from the new one, and falls
        // where nothing does.
        for fallen in consequences {
            let successor = drafts.indices.dropFirst().first { drafts[$0].canReplace(fallen) }
            guard let successor else {
                try past.checkUndoing(fallen, isReplaced: false, circumstances, as: name)
                var withdrawal = circumstances.withdrawal(
                    of: fallen.position, tags: fallen.tags, .clear(Self.consequenceFell))
                withdrawal.followsFirst = true
                drafts.append(withdrawal)
                continue
            }
            if drafts[successor].event == fallen.event, drafts[successor].on == fallen.on {
                drafts.remove(at: successor)  // It follows from the new entry just the same.
            } else {
                drafts[successor].supersedes = fallen.position
            }
        }
        return drafts
    }

    /// Why a consequence is withdrawn with what it followed from.
    private static let consequenceFell = "所依据的记录已更正 (the entry it followed from was corrected)"
}

extension Draft {
    /// Whether it says anew what a consequence of the old entry said.
    fileprivate func canReplace(_ fallen: RecordedEvent) -> Bool {
        // Several grounds may follow from one adoption, of one code by several bodies.
        supersedes == nil && event.isSameKind(as: fallen.event) && tags == fallen.tags
            && event[GroundDetected.self].map { GroundName($0) }
                == fallen.event[GroundDetected.self].map { GroundName($0) }
    }
}
