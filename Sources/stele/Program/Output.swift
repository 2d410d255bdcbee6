import Glibc
import Synchronization
import Wording

/// Where words go: standard output, standard error, or, in tests, memory.
final class Output: Sendable {
    let terminal: Terminal
    /// nil where it is kept in memory.
    let descriptor: Int32?
    private let kept = Mutex<[UInt8]>([])
    private let failed = Mutex<Int32?>(nil)

    init(descriptor: Int32, environment: [String: String]) {
        self.descriptor = descriptor
        terminal = Terminal(descriptor: descriptor, environment: environment)
    }

    /// Keeps everything instead of writing it.
    init(keeping terminal: Terminal = .plain) {
        descriptor = nil
        self.terminal = terminal
    }

    /// What was written to an output that keeps.
    var text: String { kept.withLock { String(decoding: $0, as: UTF8.self) } }

    /// The system's error number when something could not be written.
    var failure: Int32? { failed.withLock { $0 } }

    func line(_ text: String = "") { write(Array((text + "\n").utf8)) }

    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes whole, through interrupted and short writes. A reader that has gone away (`EPIPE`)
    /// ends the process by its signal, as for any filter; other errors are kept in ``failure``.
    func write(_ bytes: [UInt8]) {
        guard let descriptor else { return kept.withLock { $0 += bytes } }
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0 {
                    if errno == EINTR || errno == EAGAIN { continue }
                    let code = errno
                    return failed.withLock { $0 = $0 ?? code }
                }
                rest = rest.dropFirst(written)
            }
        }
    }
}
