import Glibc

/// What the program says to the shell: the numbers of BSD `sysexits.h`, nothing of our own.
enum ExitStatus: Int32, CaseIterable, Sendable {
    /// Done; with `verify` and `--check`: sound.
    case sound = 0
    /// A check ran to its end and failed: the ledger, a proof or a rebuilt view is not as it must be.
    case damaged = 1
    /// The command line cannot be understood (`EX_USAGE`).
    case usage = 64
    /// What was delivered was read and refused, wholly or in part (`EX_DATAERR`).
    case dataRefused = 65
    /// An input is missing or cannot be read (`EX_NOINPUT`).
    case inputMissing = 66
    /// Nobody can tell whether it was recorded; look before doing it again (`EX_UNAVAILABLE`).
    case unknownOutcome = 69
    /// A mistake of ours (`EX_SOFTWARE`).
    case internalError = 70
    /// An output cannot be created, or exists already (`EX_CANTCREAT`).
    case cannotCreate = 73
    /// Reading or writing failed, or the disk is full (`EX_IOERR`).
    case inputOutput = 74
    /// Another program is writing; try again (`EX_TEMPFAIL`).
    case busy = 75
    /// No permission, or a read-only disk (`EX_NOPERM`).
    case noPermission = 77

    /// The status for a file that could not be written, by the system's error number.
    static func ofWriting(_ code: Int32) -> ExitStatus {
        switch code {
        case EACCES, EPERM, EROFS: .noPermission
        case ENOSPC, EDQUOT, EIO: .inputOutput
        default: .cannotCreate
        }
    }
}
