public import Law
import Records
import Store
public import Vocabulary

/// Where something was recorded, and when. Whoever holds one has it durable.
public struct Receipt: Hashable, Sendable {
    /// The positions of its entries; empty when there was nothing to record.
    public let positions: Range<Int>
    /// What the entries say of when they were recorded.
    public let recordedAt: Instant
}

/// Writing from outside an import.
extension Ledger {
    /// Appends entries in a durable commit of their own.
    ///
    /// - Precondition: They are spelled as the format asks; see ``UnsealedEntry``.
    public func append(_ entries: [UnsealedEntry]) throws -> Receipt {
        try transact { transaction in try transaction.take(.entries(entries)) }
    }

    /// Appends entries; callers that come while another commit is under way share the next one.
    ///
    /// - Precondition: As for ``append(_:)``.
    public func submit(_ entries: [UnsealedEntry]) async throws -> Receipt {
        try await share(.entries(entries))
    }

    /// Decides a command and records what follows from it, in a commit that it may share. Commands
    /// that share one are decided one after the other, each over what the ones before it gave.
    ///
    /// - Parameter superseding: The entry whose place it takes; nil: it is new.
    /// - Throws: ``Refusal``, which concerns this command alone, or why nothing was recorded.
    public func submit(
        _ command: Command, superseding: Position? = nil, actor: Officer, unit: UnitID,
        approver: Officer? = nil
    ) async throws -> Receipt {
        let recorder = LedgerTransaction.Recorder(
            actor: actor.text, unit: unit.text, approver: approver?.text)
        let command = command.signed(by: actor, of: unit, approvedBy: approver)
        if let correction = command.act as? ClockCorrected {
            return try transact(correctingClock: true) { transaction in
                try transaction.checkAhead(correction.entry)
                return try transaction.take(.command(command, superseding: superseding, recorder))
            }
        }
        return try await share(.command(command, superseding: superseding, recorder))
    }

    /// One command among several, and who stands behind it.
    public struct Signed: Sendable {
        public let command: Command
        public let actor: Officer
        public let unit: UnitID
        public let approver: Officer?

        public init(_ command: Command, by actor: Officer, of unit: UnitID, approver: Officer?) {
            self.command = command.signed(by: actor, of: unit, approvedBy: approver)
            self.actor = actor
            self.unit = unit
            self.approver = approver
        }
    }

    /// Decides commands one after the other, each over what the ones before it gave, and records all
    /// of them in one commit, or none.
    ///
    /// - Parameter rehearsing: Whether everything is decided and nothing kept; the ledger may then be
    ///   open for reading only.
    /// - Throws: ``ManyRefused`` with every one that is refused, or why nothing was recorded.
    public func submit(_ all: [Signed], rehearsing: Bool) throws -> Receipt {
        func take(_ transaction: LedgerTransaction) throws -> Receipt {
            let first = transaction.nextPosition
            var refused: [(index: Int, reason: any Error)] = []
            for (index, one) in all.enumerated() {
                let recorder = LedgerTransaction.Recorder(
                    actor: one.actor.text, unit: one.unit.text, approver: one.approver?.text)
                do {
                    _ = try transaction.take(.command(one.command, superseding: nil, recorder))
                } catch let refusal as Refusal {
                    refused.append((index, refusal))
                } catch LedgerFault.entryTooLarge(let bytes, let limit) {
                    let fault = LedgerFault.entryTooLarge(bytes: bytes, limit: limit)
                    refused.append((index, fault))
                }
            }
            if !refused.isEmpty { throw ManyRefused(refused: refused) }
            return Receipt(
                positions: first..<transaction.nextPosition, recordedAt: transaction.now)
        }
        return try rehearsing ? rehearse(take) : transact { try take($0) }
    }

    private func share(_ work: LedgerWork) async throws -> Receipt {
        try await sharedCommit.perform(work) { batch in
            do {
                return try self.transact { transaction in
                    try batch.map { work in
                        do {
                            return .success(try transaction.take(work))
                        } catch let refusal as Refusal {
                            return .failure(refusal)
                        } catch LedgerFault.entryTooLarge(let bytes, let limit) {
                            return .failure(LedgerFault.entryTooLarge(bytes: bytes, limit: limit))
                        }
                    }
                }
            } catch {
                return batch.map { _ in .failure(error) }
            }
        }
    }
}

/// Why several commands were not recorded together: which of them were refused.
public struct ManyRefused: Error {
    /// In their order; never empty.
    public let refused: [(index: Int, reason: any Error)]

    public init(refused: [(index: Int, reason: any Error)]) { self.refused = refused }
}

/// What one caller wants recorded.
enum LedgerWork: Sendable {
    case entries([UnsealedEntry])
    case command(Command, superseding: Position?, LedgerTransaction.Recorder)
}

extension LedgerTransaction {
    /// Whether an entry is the first that lies ahead of the clock.
    fileprivate func checkAhead(_ entry: Position) throws {
        var first: Position?
        var position = nextPosition
        while position > 0 {
            position -= 1
            let at = try store.withLine(at: position) { line in
                try EntryReader.recordedAt(line, at: position)
            }
            guard let at = at.flatMap({ Instant($0) }) else {
                throw LedgerFault.damaged(entry: position)
            }
            if at.milliseconds <= now.milliseconds + Ledger.patience { break }
            first = position
        }
        guard first == entry else { throw LedgerFault.notFirstAhead(entry: entry, first: first) }
    }

    /// What has not happened yet is not recorded.
    func checkDay(of command: Command) throws(Refusal) {
        let today = now.dateInChina
        if let on = command.on, on > today, !command.mayLieAhead {
            throw .notYet(on, today: today)
        }
    }

    /// Keeps one caller's work, whole or not at all.
    fileprivate func take(_ work: LedgerWork) throws -> Receipt {
        let first = nextPosition
        switch work {
        case .entries(let entries): keep(entries)
        case .command(let command, let superseded, let recorder):
            do {
                try checkDay(of: command)
                let drafts =
                    try superseded.map { try decide(command, superseding: $0) } ?? decide(command)
                for draft in drafts { stage(draft, by: recorder) }
                try checkSizes()
            } catch {
                discard()
                throw error
            }
            keep(by: recorder)
            noteEdge()
        }
        return Receipt(positions: first..<nextPosition, recordedAt: now)
    }
}
