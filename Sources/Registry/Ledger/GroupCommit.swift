import Dispatch
import Synchronization

/// Many writers, one disk flush.
///
/// Whoever arrives while a commit is under way waits in a queue; the next commit takes the whole
/// queue. With one writer nothing waits; with sixty-four, sixty-four share one flush. Nobody is
/// told "done" before the transaction that holds their work is durable (I10).
final class GroupCommit<Work: Sendable, Receipt: Sendable>: Sendable {
    typealias Waiter = CheckedContinuation<Receipt, any Error>

    private struct State {
        var waiting: [(work: Work, waiter: Waiter)] = []
        var committing = false
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "stele.group-commit")
    private let commit: @Sendable ([Work]) -> [Result<Receipt, any Error>]

    /// - Parameter commit: Makes all of the work durable in one transaction and answers each piece
    ///   in order. A piece that is refused fails alone; a storage fault fails them all.
    init(commit: @escaping @Sendable ([Work]) -> [Result<Receipt, any Error>]) {
        self.commit = commit
    }

    func perform(_ work: Work) async throws -> Receipt {
        try await withCheckedThrowingContinuation { waiter in
            let isFirst = state.withLock { state in
                state.waiting.append((work, waiter))
                defer { state.committing = true }
                return !state.committing
            }
            if isFirst { queue.async { self.drain() } }
        }
    }

    private func drain() {
        while true {
            let batch = state.withLock { state in
                let batch = state.waiting
                state.waiting.removeAll(keepingCapacity: true)
                if batch.isEmpty { state.committing = false }
                return batch
            }
            if batch.isEmpty { return }
            for (piece, answer) in zip(batch, commit(batch.map(\.work))) {
                piece.waiter.resume(with: answer)
            }
        }
    }
}
