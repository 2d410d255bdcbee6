import Chain
import Glibc
import Law
import Records
import Registry
import Store
import StoreSQLite
import Vocabulary
import Wording

/// Where the program's ledgers lie: one SQLite file, its signing key beside it as `<ledger>.key`.
struct LedgerAccess {
    let path: String
    let text: Text
    let duties: DutyRegister

    var keyPath: String { path + ".key" }

    /// Opens the ledger for any number of readers beside one writer.
    ///
    /// - Parameter now: What time it is, in a practice ledger; nil: what the system says.
    func reading(at now: Instant? = nil) throws -> Ledger {
        try ledger(SQLiteStore(path, for: .reading), at: now)
    }

    /// The store alone, whatever its entries say.
    func store() throws -> SQLiteStore { try SQLiteStore(path, for: .reading) }

    /// Opens the ledger as its one writer; `command` is what a second writer is told.
    func writing(as command: String, at now: Instant? = nil) throws -> Ledger {
        try ledger(SQLiteStore(path, for: .writing(as: command)), at: now)
    }

    private func ledger(_ store: SQLiteStore, at now: Instant?) throws -> Ledger {
        guard let now else { return try Ledger(store, duties: duties) }
        let ledger = try Ledger(store, duties: duties, clock: FixedClock(now))
        guard ledger.identity.isPractice else {
            throw Failure(status: .usage, message: text("practice.onlyThere"))
        }
        return ledger
    }

    /// Makes a ledger that holds the built-in law, and its key. The key is on disk before the ledger
    /// gets its name, so that no ledger is ever without one.
    ///
    /// - Parameter clock: Dates entry 0; the ledger is then open under the system's clock.
    func create(
        _ suite: Suite, origin: String?, clock: any Clock = SystemClock()
    ) throws -> Ledger {
        let origin = origin ?? freshOrigin(suite)
        let left = try keyLeftBehind(suite, origin: origin)
        let key = try left ?? Self.newKey(suite, origin: origin)
        do {
            try SQLiteStore.create(at: path) { writer in
                try Ledger.found(
                    in: writer, key: key.verifier, actor: Program.actor, unit: "SYS",
                    law: BuiltInLaw.documents, duties: duties, clock: clock)
                // The last thing that can fail before the ledger gets its name.
                if left == nil {
                    try SmallFile.create(keyPath, Array(key.pem.utf8), isSecret: true, text)
                }
            }
        } catch StoreFault.missing(let folder) {
            throw Failure(
                status: .cannotCreate,
                message: text(
                    "fault.cannotCreate",
                    ["path": path, "reason": "\(folder): \(String(cString: strerror(ENOENT)))"]))
        }
        return try writing(as: "stele init")
    }

    /// A name that no other ledger has.
    func freshOrigin(_ suite: Suite) -> String {
        let number = String(UInt32.random(in: .min ... .max), radix: 16)
        let padded = String(repeating: "0", count: 8 - number.count) + number
        return "stele.local/\(padded)/\(suite.rawValue)"
    }

    /// The key of a ledger whose making was cut short after its key was written. It has signed
    /// nothing yet, so the ledger that is made now takes it; another's key is never replaced.
    private func keyLeftBehind(_ suite: Suite, origin: String) throws -> SigningKey? {
        var status = stat()
        guard lstat(path, &status) != 0, lstat(keyPath, &status) == 0 else { return nil }
        if status.st_size == 0, status.st_mode & S_IFMT == S_IFREG {
            unlink(keyPath)
            return nil
        }
        let bytes = try SmallFile.read(keyPath, text)
        let key = try? SigningKey(pem: String(decoding: bytes, as: UTF8.self), name: origin)
        return key?.suite == suite ? key : nil
    }

    private static func newKey(_ suite: Suite, origin: String) throws -> SigningKey {
        do {
            return try SigningKey.generate(suite: suite, name: origin)
        } catch KeyFault.invalidName {
            throw LedgerFault.unusableOrigin(origin)
        }
    }

    /// The key that signs this ledger's checkpoints, from `file` or from beside the ledger.
    func signingKey(_ file: String?, for identity: LedgerIdentity) throws -> SigningKey {
        let bytes = try SmallFile.read(file ?? keyPath, text)
        return try SigningKey(
            pem: String(decoding: bytes, as: UTF8.self), name: identity.origin)
    }
}
