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
    let program: Program
    /// How long to wait for another writer. Units: seconds.
    var wait = Self.usualWait
    /// Whether somebody answers for the system's clock.
    var isClockConfirmed = false

    private var text: Text { program.text }
    private var duties: DutyRegister { program.duties }

    /// The key lies beside the ledger itself, also where a link to it was typed.
    var keyPath: String { LedgerFiles.resolved(path) + Self.keyEnding }

    static let keyEnding = ".key"
    static let usualWait = 10

    /// What lies beside a ledger and is none of the store's.
    static let endings = [keyEnding, keyEnding + SignedMemory.ending]

    /// Opens the ledger for any number of readers beside one writer.
    ///
    /// - Parameter now: What time it is, in a practice ledger; nil: what the system says, and in a
    ///   practice ledger when its last entry was recorded.
    func reading(at now: Instant? = nil) throws -> Ledger {
        try ledger(SQLiteStore(path, for: .reading), at: now)
    }

    /// The store alone, whatever its entries say.
    func store() throws -> SQLiteStore { try SQLiteStore(path, for: .reading) }

    /// Opens the ledger as its one writer; `command` is what a second writer is told. Waits for the
    /// writer before it, and says so.
    func writing(as command: String, at now: Instant? = nil) throws -> Ledger {
        let patience = Patience(seconds: wait) { [program, wait] writer, pid in
            program.notice(program.text.sentence(waitingFor: writer, pid: pid, seconds: wait))
        }
        let store = try SQLiteStore(path, for: .writing(as: command), patience: patience)
        program.opened.keep(store)
        let ledger = try ledger(store, at: now)
        if now == nil, ledger.identity.isPractice, Self.records(command) {
            let day = try ledger.lastRecorded().dateInChina
            program.notice(text("practice.stands", ["day": "\(day)"]))
        }
        return ledger
    }

    /// Whether a command records something; the others date nothing in the ledger.
    private static func records(_ command: String) -> Bool {
        !["stele init", "stele checkpoint", "stele rebuild"].contains(command)
    }

    /// A path that something is to be written to.
    ///
    /// - Parameter kept: Files that must not be hit either, such as a key.
    /// - Throws: ``Failure`` where a file of the ledger, or of one beside it, would be hit.
    func output(_ path: String, sparing kept: [String] = []) throws(Failure) -> String {
        let ledger = LedgerFiles.owner(of: path, ledger: self.path, others: Self.endings)
        if let ledger { throw isPart(path, of: ledger) }
        for file in kept where LedgerFiles.owner(of: path, ledger: file) == file {
            throw isPart(path, of: self.path)
        }
        return path
    }

    /// The same of a file that must not be there yet.
    func newOutput(_ path: String, sparing kept: [String] = []) throws(Failure) -> String {
        let path = try output(path, sparing: kept)
        var status = stat()
        guard lstat(path, &status) != 0 else {
            throw Failure(
                status: .cannotCreate, message: text.sentence(of: StoreFault.exists(path: path)))
        }
        return path
    }

    /// A ledger that is made now must not be there yet, nor be taken for a file of another.
    func checkNew() throws(Failure) {
        if let ledger = LedgerFiles.neighbour(of: path, others: Self.endings) {
            throw isPart(path, of: ledger)
        }
    }

    /// Nothing that a command prints may be redirected into the ledger.
    func checkRedirections() throws(Failure) {
        for output in [program.out, program.error] {
            guard let descriptor = output.descriptor,
                let ledger = LedgerFiles.owner(
                    ofDescriptor: descriptor, ledger: path, others: Self.endings)
            else { continue }
            throw isPart(text("fault.redirected"), of: ledger)
        }
    }

    private func isPart(_ path: String, of ledger: String) -> Failure {
        Failure(
            status: .cannotCreate,
            message: text("fault.ledgerFile", ["path": path, "ledger": ledger]))
    }

    private func ledger(_ store: SQLiteStore, at now: Instant?) throws -> Ledger {
        guard let now else {
            let ledger = try Ledger(
                store, duties: duties, clock: SystemClock(isAnsweredFor: isClockConfirmed))
            guard ledger.identity.isPractice else { return ledger }
            // The day of a practice ledger is moved by whoever tells it, and by nothing else.
            return try Ledger(store, duties: duties, clock: FixedClock(ledger.lastRecorded()))
        }
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
        try checkNew()
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
        warn(ofOpenKey: keyPath)
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

    /// Whoever can read the key can sign another history.
    private func warn(ofOpenKey file: String) {
        var status = stat()
        guard stat(file, &status) == 0, status.st_mode & 0o077 != 0 else { return }
        let mode = String(status.st_mode & 0o777, radix: 8)
        program.notice(text("key.open", ["path": file, "mode": mode]))
    }

    /// The key that signs this ledger's checkpoints, from `file` or from beside the ledger.
    func signingKey(_ file: String?, for identity: LedgerIdentity) throws -> SigningKey {
        let file = file ?? keyPath
        let bytes = try SmallFile.read(file, text)
        warn(ofOpenKey: file)
        return try SigningKey(
            pem: String(decoding: bytes, as: UTF8.self), name: identity.origin)
    }
}
