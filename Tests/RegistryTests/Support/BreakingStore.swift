import Store
import Synchronization

/// A store whose disk fills up: the write that appends entry number `after` fails at its commit.
final class BreakingStore: BrittleStore {
    let base: any EntryStore
    private let after: Int
    private let isMended = Atomic(false)

    init(_ base: any EntryStore, after: Int) {
        self.base = base
        self.after = after
    }

    func mend() { isMended.store(true, ordering: .relaxed) }

    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        try base.write { (writer) throws in
            let before = try writer.size()
            let result = try body(writer)
            let isCrossed = try before <= after && writer.size() > after
            // After the body: to the caller this is a commit that failed.
            if isCrossed, !isMended.load(ordering: .relaxed) {
                throw StoreFault.diskFull(path: "")
            }
            return result
        }
    }
}
