import Glibc

/// A page of the ledger's file that the disk does not give.
///
/// The file is mapped for reading by points, so a read that fails there is no error of a call but a
/// signal, SIGBUS. It says nothing of what was recorded: what was being written is not committed.
enum LostPage {
    /// The sentence as bytes, made beforehand: a signal may not make one.
    nonisolated(unsafe) private static var sentence = UnsafeBufferPointer<UInt8>(
        start: nil, count: 0)

    /// Says it from now on, and ends with the status of a read that failed.
    static func say(_ bytes: [UInt8]) {
        let place = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = place.initialize(from: bytes)
        sentence = UnsafeBufferPointer(place)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            _ = write(STDERR_FILENO, LostPage.sentence.baseAddress, LostPage.sentence.count)
            _exit(Int32(ExitStatus.inputOutput.rawValue))
        }
        sigaction(SIGBUS, &action, nil)
    }
}
