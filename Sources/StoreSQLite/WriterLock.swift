import Dispatch
import Glibc
import Store
import Synchronization

/// How long an opening for writing waits for the writer before it.
public struct Patience: Sendable {
    /// Units: seconds; 0 gives up at once.
    public let seconds: Int
    /// Called once, when the waiting begins: who writes, and its process id; empty and 0 if unknown.
    let tell: @Sendable (_ writer: String, _ pid: Int) -> Void

    public init(
        seconds: Int, tell: @escaping @Sendable (_ writer: String, _ pid: Int) -> Void
    ) {
        self.seconds = max(0, seconds)
        self.tell = tell
    }

    public static let none = Patience(seconds: 0) { _, _ in }
}

/// The right to write to a ledger, held by one opening of it in the whole machine.
///
/// It is a lock of the operating system on the ledger's file itself, so that it does not matter by
/// which name, or through which mount, the file was opened; the kernel lets those who wait have it one
/// after the other, and lets go of it when a process ends, however it ends. `<ledger>.writer` says who
/// holds it, and is locked as well; what a killed writer leaves there means nothing without the locks.
final class WriterLock: Sendable {
    private let file: FileIdentity
    private let ledger: CInt
    private let descriptor: CInt
    private let path: String

    /// - Parameters:
    ///   - path: The ledger's, which this process counts among its ``OpenLedgers``.
    ///   - writer: the program's name, shown to whoever is refused.
    init(
        ledger path: String, _ file: FileIdentity, writer: String, patience: Patience
    ) throws(StoreFault) {
        var waiting = Waiting(patience)
        let ledger = open(path, O_RDONLY | O_CLOEXEC)
        guard ledger >= 0 else { throw .system(path, "cannot open \(path)") }
        let note = path + ".writer"
        do throws(StoreFault) {
            try Self.lock(ledger, file, path, &waiting)
        } catch {
            // A thread that still waits for the lock lets go by itself.
            if !waiting.isAbandoned { OpenLedgers.letGo(ledger, of: file) }
            throw error
        }
        do throws(StoreFault) {
            descriptor = try Self.lockNote(note, path, &waiting)
        } catch {
            flock(ledger, LOCK_UN)
            OpenLedgers.letGo(ledger, of: file)
            throw error
        }
        self.file = file
        self.ledger = ledger
        self.path = note
        do throws(StoreFault) {
            try sign(writer, ledger: path)
        } catch {
            release()
            throw error
        }
    }

    /// Removes the note, then lets go. Called once.
    func release() {
        unlink(path)
        close(descriptor)
        flock(ledger, LOCK_UN)
        OpenLedgers.letGo(ledger, of: file)
    }

    // MARK: The two locks

    private static func lock(
        _ descriptor: CInt, _ file: FileIdentity, _ path: String, _ waiting: inout Waiting
    ) throws(StoreFault) {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        guard errno == EWOULDBLOCK else { throw .system(path, "cannot lock \(path)") }
        let holder = holder(path + ".writer")
        guard let left = waiting.begin(holder), Turn.wait(for: descriptor, file, seconds: left)
        else {
            waiting.isAbandoned = waiting.began
            let holder = holder.pid > 0 ? holder : Self.holder(path + ".writer")
            throw .busy(writer: holder.name, pid: holder.pid)
        }
    }

    private static func lockNote(
        _ path: String, _ ledger: String, _ waiting: inout Waiting
    ) throws(StoreFault) -> CInt {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard descriptor >= 0 else { throw .system(ledger, "cannot open \(path)") }
            if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
                let refused = errno
                close(descriptor)
                guard refused == EWOULDBLOCK else {
                    throw StoreFault(system: refused, path: ledger, detail: "cannot lock \(path)")
                }
                // Somebody to whom the ledger's file is another one: through a file system that
                // gives it another number, say.
                let holder = holder(path)
                guard waiting.begin(holder) ?? 0 > 0 else {
                    throw .busy(writer: holder.name, pid: holder.pid)
                }
                usleep(10_000)
                continue
            }
            // The holder removes the file before it lets go, so this may be the lock on a file
            // that is no longer the one others will open.
            if FileIdentity(descriptor: descriptor) == FileIdentity(path) { return descriptor }
            close(descriptor)
        }
    }

    private func sign(_ writer: String, ledger: String) throws(StoreFault) {
        let name = writer.split(whereSeparator: \.isNewline).joined(separator: " ")
        let text = Array("\(name)\n\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count
        else { throw .system(ledger, "cannot write \(path)") }
    }

    /// Name and process id; the holder may be between locking and signing, so this looks again.
    private static func holder(_ path: String) -> (name: String, pid: Int) {
        for _ in 0..<10 {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            if descriptor >= 0 {
                defer { close(descriptor) }
                var buffer = [UInt8](repeating: 0, count: 512)
                let count = pread(descriptor, &buffer, buffer.count, 0)
                let lines = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
                    .split(separator: "\n")
                if lines.count == 2, let pid = Int(lines[1]) { return (String(lines[0]), pid) }
            }
            usleep(2_000)
        }
        return ("", 0)
    }
}

/// What is left of somebody's patience.
private struct Waiting {
    private let patience: Patience
    private let end: ContinuousClock.Instant
    private(set) var began = false
    /// Whether a thread waits on although nobody waits for it.
    var isAbandoned = false

    init(_ patience: Patience) {
        self.patience = patience
        end = .now + .seconds(patience.seconds)
    }

    /// How long to wait on; nil when it is over. The first time it is told. Units: seconds.
    mutating func begin(_ holder: (name: String, pid: Int)) -> Double? {
        let left = (end - .now) / .seconds(1)
        guard left > 0 else { return nil }
        if !began { patience.tell(holder.name, holder.pid) }
        began = true
        return left
    }
}

/// One turn in the kernel's queue for a lock, given up when time runs out.
private final class Turn: Sendable {
    private enum State { case waiting, come, over }

    private let state = Mutex(State.waiting)
    private let done = DispatchSemaphore(value: 0)

    /// - Returns: Whether the lock was had in time. If not, the descriptor is let go of later.
    static func wait(for descriptor: CInt, _ file: FileIdentity, seconds: Double) -> Bool {
        let turn = Turn()
        DispatchQueue.global().async {
            while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
            let isWanted = turn.state.withLock { state in
                defer { state = state == .waiting ? .come : state }
                return state == .waiting
            }
            if !isWanted {
                flock(descriptor, LOCK_UN)
                OpenLedgers.letGo(descriptor, of: file)
            }
            turn.done.signal()
        }
        if turn.done.wait(timeout: .now() + seconds) == .success { return true }
        return turn.state.withLock { state in
            if state == .come { return true }
            state = .over
            return false
        }
    }
}
