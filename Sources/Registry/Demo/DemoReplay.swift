import Law
import Records
public import Vocabulary

extension DemoScript {
    /// What a new ledger records when the script is played: every command decided over what was
    /// recorded before it, in memory, behind the ledger's own entry and those of the built-in law.
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
    private let founding = 1 + BuiltInLaw.documents.count
    /// Position of the first entry of each step; nil where a step recorded nothing.
    private var firstEntries: [Position?] = []

    init() {
        for (index, document) in BuiltInLaw.documents.enumerated() {
            switch document.content {
            case .rulebook(let book):
                past.law.activate(
                    .init(
                        book, digest: document.digest, position: 1 + index,
                        at: DemoScript.opened, by: "demo"))
            case .calendar(let calendar):
                past.law.load(
                    .init(
                        calendar, digest: document.digest, position: 1 + index,
                        at: DemoScript.opened, by: "demo"))
            }
        }
    }

    mutating func take(_ step: DemoStep) throws(Refusal) {
        let drafts = try decide(step)
        let position = events.count + founding
        firstEntries.append(drafts.isEmpty ? nil : position)
        for (offset, draft) in drafts.enumerated() {
            let recorded = RecordedEvent(
                position: position + offset, at: step.at, on: draft.on, onBasis: draft.onBasis,
                actor: step.actor, unit: step.unit, approver: step.approver, basis: draft.basis,
                cause: draft.followsFirst ? position : draft.cause, supersedes: draft.supersedes,
                event: draft.event)
            events.append(recorded)
            past.apply(recorded)
        }
    }

    private func decide(_ step: DemoStep) throws(Refusal) -> [Draft] {
        switch step.action {
        case .command(let command): return try step.signed(command).decide(over: past)
        case .correction(let wrong, let command):
            return try step.signed(command).decide(over: past, superseding: entry(of: wrong))
        case .withdrawal(let wrong, let reason, let subject, let file, let on):
            let withdrawal = WithdrawRecord(
                position: entry(of: wrong), reason: .clear(reason), subject: subject, case: file)
            return try step.signed(
                Command(withdrawal, Circumstances(on: on), in: Duties.register)
            ).decide(over: past)
        }
    }

    private func entry(of step: Int) -> Position {
        guard let position = firstEntries[step] else {
            preconditionFailure("step \(step) recorded nothing that could be corrected")
        }
        return position
    }
}
