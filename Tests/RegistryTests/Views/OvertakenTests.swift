import Chain
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// A store in which somebody else is quicker: before the first write of a run that was folded, the
/// views follow the whole log.
private final class OvertakenStore: BrittleStore {
    let base: any EntryStore
    private let isOvertaken = Atomic(false)
    /// How far the views had followed when each write began.
    let seen = Mutex<[Int]>([])

    init(_ base: any EntryStore) { self.base = base }

    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        if !isOvertaken.exchange(true, ordering: .relaxed) {
            try Projector(store: base, suite: .sha256, duties: Duties.register, cores: 1)
                .catchUp { _ in }
        }
        return try base.write { (writer) throws in
            let followed = try Projector.followed(in: writer)
            seen.withLock { $0.append(followed) }
            return try body(writer)
        }
    }
}

@Suite("Two threads that follow the same run write it once")
struct OvertakenTests {
    @Test("who comes later finds it written, and turns nothing back")
    func overtaken() throws {
        let bare = try WholeLedger.copy(
            meddling:
                "DELETE FROM view; DELETE FROM view_position; DELETE FROM meta WHERE name LIKE 'view.%'"
        )
        let store = OvertakenStore(bare.store)
        var slow = Projector(store: store, suite: .sha256, duties: Duties.register, cores: 1)
        slow.step = 97
        try slow.catchUp { _ in }
        let size = try bare.store.read { try $0.size() }
        let seen = store.seen.withLock(\.self)
        #expect(seen.count > 2 && seen.allSatisfy { $0 == size }, "\(seen)")
        #expect(try bare.verify().damages == [])
    }
}
