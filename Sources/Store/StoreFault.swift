/// What the world did to a store. Each case can be told to a person in one sentence with what to
/// do next; a mistake of the caller is a `precondition` instead.
///
/// The cases stand in the order in which opening a ledger finds them.
///
/// No case carries a byte of an entry or of a sealed value, so a fault can be logged.
public enum StoreFault: Error, Hashable, Sendable {
    /// There is nothing at `path`.
    case missing(path: String)
    /// Something is at `path` already, and creating a ledger never overwrites.
    case exists(path: String)
    /// The operating system forbids this user the file or its directory.
    case permission(path: String)
    /// What is at `path` is something else: another file, an empty file, a directory.
    case notALedger(path: String)
    /// A later version of the program wrote the ledger.
    case newerFormat(found: Int, supported: Int)
    /// The end is missing. `found` and `expected` are bytes; both 0 where the store cannot tell.
    case truncated(path: String, found: Int, expected: Int)
    /// The ledger is one of ours, and damaged. `detail` names the place in the store's own terms.
    case malformed(detail: String)
    /// Another program writes to this ledger now: its name and process id (0 if unknown).
    case busy(writer: String, pid: Int)
    /// The disk, or this opening of the ledger, allows reading only.
    case readOnly(path: String)
    /// No room left. The ledger is exactly as it was before the transaction.
    case diskFull(path: String)
    /// The device or the operating system failed. `code` is the system's error number, 0 if none.
    case ioError(detail: String, code: Int)
}
