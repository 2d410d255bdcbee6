import Dispatch
import Synchronization

/// Many writers, one disk flush.
///
/// Whoever arrives while a commit is under way waits in a queue; the next commit takes the whole
/// queue. With one writer nothing waits; with sixty-four, sixty-four share one flush. Nobody is
/// told "done" before the transaction that holds their work is durable (I10).
final class GroupCommit<Work: Sendable, Answer: Sendable>: Sendable {
    /// Makes all of the work durable in one transaction and answers each piece in order. A piece
    /// that is refused fails alone; a storage fault fails them all.
    typealias Commit = @Sendable ([Work]) -> [Result<Answer, any Error>]

    private struct State {
        var waiting: [(work: Work, waiter: CheckedContinuation<Answer, any Error>)] = []
        var isCommitting = false
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "stele.group-commit")

    /// How many wait for the next commit.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// - Parameter commit: The same for every piece of work. It is handed over each time so that
    ///   the queue does not keep its owner alive.
    func perform(_ work: Work, commit: @escaping Commit) async throws -> Answer {
        try await withCheckedThrowingContinuation { waiter in
            let isFirst = state.withLock { state in
                state.waiting.append((work, waiter))
                defer { state.isCommitting = true }
                return !state.isCommitting
            }
            if isFirst { queue.async { self.drain(commit) } }
        }
    }

    private func drain(_ commit: Commit) {
        while true {
            let batch = state.withLock { state in
                let batch = state.waiting
                state.waiting.removeAll(keepingCapacity: true)
                if batch.isEmpty { state.isCommitting = false }
                return batch
            }
            if batch.isEmpty { return }
            let answers = commit(batch.map(\.work))
            precondition(answers.count == batch.count, "every piece of work has its answer")
            for (piece, answer) in zip(batch, answers) { piece.waiter.resume(with: answer) }
        }
    }
}
