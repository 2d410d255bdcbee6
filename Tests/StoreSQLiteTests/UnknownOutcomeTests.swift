import Glibc
import Store
import StoreContract
import StoreSQLite
import Testing

@Suite("A commit that the device cuts short is passed off neither as done nor as undone")
struct UnknownOutcomeTests {
    @Test("the writer is told so, writes nothing more, and finds out by opening the ledger anew")
    func cutShort() async throws {
        let place = try SQLitePlace()
        // In a process of its own: a file may grow no further than the process is allowed.
        await #expect(processExitsWith: .success) { [path = place.path as String] in
            let store = try SQLiteStore(path, for: .writing(as: "the test"))
            try store.write { try $0.append(Sample.batch(0..<5)) }
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let unlimited = limit
            limit.rlim_cur = 200_000
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            for more in [Sample.batch(5..<9_000), Sample.batch(5..<6)] {
                let fault = #expect(throws: StoreFault.self) {
                    try store.write { try $0.append(more) }
                }
                guard case .unknownOutcome = fault else {
                    Issue.record("\(String(describing: fault)) claims to know")
                    continue
                }
            }
            var limits = unlimited
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
            // Not even when the device works again: what was remembered may be wrong.
            #expect(throws: StoreFault.self) {
                try store.write { try $0.append(Sample.batch(5..<6)) }
            }
            #expect(try store.read { try $0.size() } == 5)
            try store.close()
            let again = try SQLiteStore(path, for: .writing(as: "the test"))
            try again.write { (writer) throws in
                let size = try writer.size()
                #expect(size == 5)
                try writer.append(Sample.batch(size..<8))
            }
            #expect(try again.structureFaults().isEmpty)
            try again.close()
        }
        let store = try place.reader()
        #expect(try store.read { try $0.lines(0..<99).map(\.line) } == (0..<8).map(Sample.line))
        try store.close()
    }
}
