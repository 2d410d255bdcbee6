import Store
import Synchronization

/// A store whose device fails at the very end of each commit until it is mended: what was written
/// is there or not, and the caller is not told which.
final class DoubtfulStore: BrittleStore {
    private struct Failed: Error {}

    let base: any EntryStore
    private let happens: Bool
    private let isMended = Atomic(false)

    init(_ base: any EntryStore, happens: Bool) {
        self.base = base
        self.happens = happens
    }

    func mend() { isMended.store(true, ordering: .relaxed) }

    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        if isMended.load(ordering: .relaxed) { return try base.write(body) }
        do {
            try base.write { (writer) throws in
                _ = try body(writer)
                if !happens { throw Failed() }
            }
        } catch is Failed {}
        throw StoreFault.unknownOutcome(detail: "the device failed")
    }
}
