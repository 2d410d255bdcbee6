import Chain
import Registry
import StoreSQLite

/// Where the program's ledgers lie: one SQLite file, its signing key beside it as `<ledger>.key`.
struct LedgerAccess {
    let path: String
    let text: Text

    var keyPath: String { path + ".key" }

    /// Opens the ledger for any number of readers beside one writer.
    func reading() throws -> Ledger {
        try Ledger(SQLiteStore(path, for: .reading))
    }

    /// The store alone, whatever its entries say.
    func store() throws -> SQLiteStore { try SQLiteStore(path, for: .reading) }

    /// Opens the ledger as its one writer; `command` is what a second writer is told.
    func writing(as command: String) throws -> Ledger {
        try Ledger(SQLiteStore(path, for: .writing(as: command)))
    }

    /// Makes a ledger and its key. The key is on disk before the ledger gets its name, so that no
    /// ledger is ever without one.
    ///
    /// - Parameter clock: Dates entry 0; the ledger is then open under the system's clock.
    func create(
        _ suite: Suite, origin: String?, actor: String, clock: any Clock = SystemClock()
    ) throws -> Ledger {
        let number = String(UInt32.random(in: .min ... .max), radix: 16)
        let padded = String(repeating: "0", count: 8 - number.count) + number
        let origin = origin ?? "stele.local/\(padded)/\(suite.rawValue)"
        let key = try Self.newKey(suite, origin: origin)
        try SQLiteStore.create(at: path) { writer in
            try Ledger.found(
                in: writer, key: key.verifier, actor: actor, unit: "SYS", clock: clock)
            // The last thing that can fail before the ledger gets its name.
            try SmallFile.create(keyPath, Array(key.pem.utf8), isSecret: true, text)
        }
        return try writing(as: "stele init")
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
