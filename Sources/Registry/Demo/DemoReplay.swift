public import Records

extension DemoScript {
    /// What a new ledger records when the script is played: every command decided over what was
    /// recorded before it, in memory, from position 1 (position 0 is the ledger's own entry).
    ///
    /// - Throws: the refusal of the first step that is refused; a sound script has none.
    public func events() throws(Refusal) -> [RecordedEvent] {
        var register = DemoRegister()
        for step in steps { try register.take(step) }
        return register.events
    }
}

/// A register in memory: folds and nothing else.
private struct DemoRegister {
    var events: [RecordedEvent] = []
    private var past = FoldedPast()
    /// Position of the first entry of each step; nil where a step recorded nothing.
    private var firstEntries: [Position?] = []

    mutating func take(_ step: DemoStep) throws(Refusal) {
        let drafts = try decide(step.action)
        let position = events.count + 1
        firstEntries.append(drafts.isEmpty ? nil : position)
        for (offset, draft) in drafts.enumerated() {
            let recorded = RecordedEvent(
                position: position + offset, at: step.at, on: draft.on, onBasis: draft.onBasis,
                actor: step.actor, unit: step.unit, approver: step.approver, basis: draft.basis,
                cause: draft.cause, supersedes: draft.supersedes, event: draft.event)
            events.append(recorded)
            past.apply(recorded)
        }
    }

    private func decide(_ action: DemoStep.Action) throws(Refusal) -> [Draft] {
        switch action {
        case .command(let command): return try command.decide(over: past)
        case .correction(let step, let command):
            return try command.decide(over: past, superseding: entry(of: step))
        case .withdrawal(let step, let reason, let subject, let file, let on):
            let command = WithdrawRecord(
                position: entry(of: step), reason: .clear(reason), subject: subject, case: file,
                circumstances: Circumstances(on: on))
            return try command.decide(over: past)
        }
    }

    private func entry(of step: Int) -> Position {
        guard let position = firstEntries[step] else {
            preconditionFailure("step \(step) recorded nothing that could be corrected")
        }
        return position
    }
}
