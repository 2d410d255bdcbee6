/// What the world did to a store. Each case can be told to a person in one sentence with what to
/// do next; a mistake of the caller is a `precondition` instead.
///
/// The cases stand in the order in which opening a ledger finds them, and say what became of a
/// write that ended so: of all but the last, nothing is there. `path` is a file, `server` a host
/// name with its port; neither ever holds a password.
///
/// No case carries a byte of an entry or of a sealed value, so a fault can be logged.
public enum StoreFault: Error, Hashable, Sendable {
    /// There is nothing at `path`. The caller asks for another place, or creates the ledger.
    case missing(path: String)
    /// Something is at `path` already, and creating a ledger never overwrites.
    case exists(path: String)
    /// The operating system forbids this user the file or its directory. Somebody must allow it.
    case permission(path: String)
    /// Nobody answers at `server`: it is down, or the way to it is. The same may be tried again,
    /// later.
    case unreachable(server: String)
    /// The server answers and does not let this user in: a name, a password, a certificate or a
    /// right. Trying again changes nothing; somebody must allow it.
    case refused(server: String)
    /// The server has no room for one more connection, or takes none while it starts or stops. The
    /// same may be tried again, later.
    case overloaded(server: String)
    /// What is at `path` is something else: another file, an empty file, a directory.
    case notALedger(path: String)
    /// The ledger has a second name, `other` ("" where it is not known): a hard link. What one name
    /// records the other may lose. All names but one must go.
    case secondName(path: String, other: String)
    /// The ledger's file was mounted alone, without the directory in which its log lies.
    case mountedAlone(path: String)
    /// The ledger that was open at `path` was renamed or replaced meanwhile.
    case moved(path: String)
    /// A later version of the program wrote the ledger.
    case newerFormat(found: Int, supported: Int)
    /// The end is missing. `found` and `expected` are bytes; both 0 where the store cannot tell.
    case truncated(path: String, found: Int, expected: Int)
    /// The ledger is one of ours, and damaged. `detail` names the place in the store's own terms.
    /// The caller decides nothing over it; `verify` says what is damaged.
    case malformed(detail: String)
    /// Another program holds the right to write to this ledger, or a lock that the engine needs:
    /// its name and process id (0 if unknown). The same may be tried again when it has finished.
    case busy(writer: String, pid: Int)
    /// The disk, this opening of the ledger, or a server that only follows another, allows reading
    /// only.
    case readOnly(path: String)
    /// No room left, on this disk or on the server's. The same may be tried again when there is.
    case diskFull(path: String)
    /// The device or the operating system failed. `code` is the system's error number, 0 if none.
    case ioError(detail: String, code: Int)
    /// The line to the server broke during a read, or in a write before its commit was sent. The
    /// caller opens the ledger anew and may try the same again.
    case connectionLost(server: String)
    /// The commit may have happened or not; see ``EntryStore`` for what a caller does then. Writes
    /// of the same opening end so, too, until the ledger is opened anew.
    ///
    /// - Parameter isFull: Whether it was for want of room.
    case unknownOutcome(detail: String, isFull: Bool = false)
}
