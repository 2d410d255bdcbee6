import Law
import Records
import Vocabulary

extension Ledger {
    /// Plays the demonstration into a ledger that holds nothing but entry 0: every step is decided
    /// over the past and recorded at the time the script gives it.
    ///
    /// - Returns: How many entries the ledger then has.
    /// - Throws: the refusal of the first step that is refused; a sound script has none.
    public func play(
        _ script: DemoScript, progress: (_ done: Int, _ total: Int) -> Void
    ) throws -> Int {
        var firstEntries: [Position?] = []
        for step in script.steps {
            let positions = try transact(at: step.at) { transaction in
                let recorder = LedgerTransaction.Recorder(
                    actor: step.actor, unit: step.unit, approver: step.approver)
                for draft in try decide(step, firstEntries, in: transaction) {
                    transaction.stage(draft, by: recorder)
                }
                return transaction.keep(by: recorder)
            }
            firstEntries.append(positions.first)
            progress(firstEntries.count, script.steps.count)
        }
        return try size()
    }

    private func decide(
        _ step: DemoStep, _ firstEntries: [Position?], in transaction: LedgerTransaction
    ) throws -> [Draft] {
        func entry(of step: Int) -> Position {
            guard let position = firstEntries[step] else {
                preconditionFailure("step \(step) recorded nothing that could be corrected")
            }
            return position
        }
        switch step.action {
        case .command(let command): return try transaction.decide(step.signed(command))
        case .correction(let wrong, let command):
            return try transaction.decide(step.signed(command), superseding: entry(of: wrong))
        case .withdrawal(let wrong, let reason, let subject, let file, let on):
            let withdrawal = WithdrawRecord(
                position: entry(of: wrong), reason: .clear(reason), subject: subject, case: file)
            return try transaction.decide(
                step.signed(Command(withdrawal, Circumstances(on: on), in: duties)))
        }
    }
}
