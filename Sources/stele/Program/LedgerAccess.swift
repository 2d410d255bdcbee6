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

    /// Makes a ledger and its key. The key comes first, so that no ledger is ever without one; it
    /// is taken away again when the ledger cannot be made.
    func create(_ suite: Suite, origin: String?, actor: String) throws -> Ledger {
        let number = String(UInt32.random(in: .min ... .max), radix: 16)
        let padded = String(repeating: "0", count: 8 - number.count) + number
        let origin = origin ?? "stele.local/\(padded)/\(suite.rawValue)"
        let key: SigningKey
        do {
            key = try SigningKey.generate(suite: suite, name: origin)
        } catch KeyFault.invalidName {
            throw LedgerFault.unusableOrigin(origin)
        }
        try SQLiteStore.create(at: path) { _ in }
        try SmallFile.create(keyPath, Array(key.pem.utf8), isSecret: true, text)
        let store = try SQLiteStore(path, for: .writing(as: "stele init"))
        return try Ledger.create(in: store, key: key.verifier, actor: actor, unit: "SYS")
    }

    /// The key that signs this ledger's checkpoints, from `file` or from beside the ledger.
    func signingKey(_ file: String?, for identity: LedgerIdentity) throws -> SigningKey {
        let bytes = try SmallFile.read(file ?? keyPath, text)
        return try SigningKey(
            pem: String(decoding: bytes, as: UTF8.self), name: identity.origin)
    }
}
