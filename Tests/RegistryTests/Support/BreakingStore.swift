import Chain
import Store
import Synchronization

/// A store whose disk fills up: the write that appends entry number `after` fails at its commit.
final class BreakingStore: EntryStore {
    private let base: any EntryStore
    private let after: Int
    private let isMended = Atomic(false)

    init(_ base: any EntryStore, after: Int) {
        self.base = base
        self.after = after
    }

    func mend() { isMended.store(true, ordering: .relaxed) }

    func read<Result>(
        _ access: ReadAccess, _ body: (any StoreReader) throws -> Result
    ) throws -> Result {
        try base.read(access, body)
    }

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

    func rehearse<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        try base.rehearse(body)
    }

    func structureFaults() throws(StoreFault) -> [String] { try base.structureFaults() }

    func close() throws(StoreFault) { try base.close() }
}
