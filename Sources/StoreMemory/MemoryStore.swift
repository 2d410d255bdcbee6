import Dispatch
import Glibc
public import Store
import Synchronization

/// A ledger in memory, for as long as somebody holds it: what tests and trials write to. It keeps
/// the contract but for the power cut.
public final class MemoryLedger: Sendable {
    fileprivate let contents = Mutex(MemoryContents())
    fileprivate let holder = Mutex<String?>(nil)
    fileprivate let turns = DispatchQueue(label: "stele.memory")

    public init() {}
}

/// One opening of a ledger in memory.
public final class MemoryStore: EntryStore {
    /// What a ledger is opened for.
    public enum Opening: Hashable, Sendable {
        case reading
        /// Holds the one right to write. The name is shown to a second writer that is refused.
        case writing(as: String)
    }

    private let ledger: MemoryLedger
    private let opening: Opening
    private let underWay = DispatchGroup()
    private let closed = Mutex(false)

    /// - Throws: ``StoreFault/busy(writer:pid:)`` when another opening of it writes.
    public init(_ ledger: MemoryLedger, for opening: Opening) throws(StoreFault) {
        self.ledger = ledger
        self.opening = opening
        guard case .writing(let name) = opening else { return }
        let other = ledger.holder.withLock { holder in
            defer { holder = holder ?? name }
            return holder
        }
        if let other {
            closed.withLock { $0 = true }
            throw .busy(writer: other, pid: Int(getpid()))
        }
    }

    deinit { close() }

    public func read<Result>(
        _ access: ReadAccess, _ body: (any StoreReader) throws -> Result
    ) throws -> Result {
        enter()
        defer { underWay.leave() }
        return try body(MemorySnapshot(ledger.contents.withLock(\.self)))
    }

    public func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        guard case .writing = opening else { throw StoreFault.readOnly(path: "memory") }
        enter()
        defer { underWay.leave() }
        return try ledger.turns.sync {
            let transaction = MemoryTransaction(ledger.contents.withLock(\.self))
            let result = try body(transaction)
            ledger.contents.withLock { $0 = transaction.contents }
            return result
        }
    }

    public func rehearse<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        enter()
        defer { underWay.leave() }
        return try body(MemoryTransaction(ledger.contents.withLock(\.self)))
    }

    /// Nothing lies anywhere but in memory, so nothing of it can be damaged.
    public func structureFaults() throws(StoreFault) -> [String] { [] }

    public func close() {
        guard
            closed.withLock({ was in
                defer { was = true }; return !was
            })
        else { return }
        underWay.wait()
        if case .writing = opening { ledger.holder.withLock { $0 = nil } }
    }

    private func enter() {
        underWay.enter()
        precondition(!closed.withLock(\.self), "the store was used after it was closed")
    }
}
