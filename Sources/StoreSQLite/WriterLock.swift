import Glibc
import Store

/// The right to write to a ledger, held by one opening of it in the whole machine.
///
/// It is a lock of the operating system on the file `<ledger>.writer`, which says who holds it. The
/// kernel lets go of it when the process ends, however it ends; the file that a killed writer
/// leaves means nothing without the lock.
///
/// The lock is not on the ledger itself: closing any descriptor of that file would drop the
/// engine's own locks on it.
final class WriterLock: Sendable {
    private let descriptor: CInt
    private let path: String

    /// - Parameter writer: the program's name, shown to whoever is refused.
    init(ledger: String, writer: String) throws(StoreFault) {
        let path = ledger + ".writer"
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard descriptor >= 0 else { throw .system(ledger, "cannot open \(path)") }
            if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
                let refused = errno
                let holder = refused == EWOULDBLOCK ? Self.holder(descriptor) : nil
                close(descriptor)
                guard let holder else {
                    throw StoreFault(system: refused, path: ledger, detail: "cannot lock \(path)")
                }
                throw .busy(writer: holder.name, pid: holder.pid)
            }
            // The holder removes the file before it lets go, so this may be the lock on a file
            // that is no longer the one others will open.
            if Self.isSame(descriptor, path) {
                self.descriptor = descriptor
                self.path = path
                break
            }
            close(descriptor)
        }
        do throws(StoreFault) {
            try sign(writer, ledger: ledger)
        } catch {
            release()
            throw error
        }
    }

    /// Removes the file, then lets go. Called once.
    func release() {
        unlink(path)
        close(descriptor)
    }

    private func sign(_ writer: String, ledger: String) throws(StoreFault) {
        let name = writer.split(whereSeparator: \.isNewline).joined(separator: " ")
        let text = Array("\(name)\n\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count
        else { throw .system(ledger, "cannot write \(path)") }
    }

    /// Name and process id; the holder may be between locking and signing, so this looks again.
    private static func holder(_ descriptor: CInt) -> (name: String, pid: Int) {
        for _ in 0..<20 {
            var buffer = [UInt8](repeating: 0, count: 512)
            let count = pread(descriptor, &buffer, buffer.count, 0)
            let lines = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
                .split(separator: "\n")
            if lines.count == 2, let pid = Int(lines[1]) { return (String(lines[0]), pid) }
            usleep(5_000)
        }
        return ("", 0)
    }

    private static func isSame(_ descriptor: CInt, _ path: String) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
            && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }
}
