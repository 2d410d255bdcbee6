import Glibc

/// Where delivered bytes come from: a file, a decoder over a file, or memory in a test.
///
/// A source is read once, front to back. It never holds more than its own fixed buffer.
public protocol ByteSource: AnyObject {
    /// Fills the front of `buffer` and returns how many bytes that was; 0 only at the end.
    ///
    /// - Precondition: `buffer` is not empty.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int
}

/// The bytes of one delivered file, in order, without buffering of its own.
public final class FileBytes: ByteSource {
    private let descriptor: Int32
    private let name: String
    /// Size in bytes when the file was opened; for progress, not for allocation.
    public let size: Int
    /// How many bytes have been handed out.
    public private(set) var consumed = 0

    /// Opens `path` for reading; `name` is what faults call the file.
    public init(path: String, name: String) throws(FileFault) {
        var status = stat()
        // Opening a device may do something, and a pipe is waited for; so it is looked at first.
        if stat(path, &status) == 0 { try Self.check(status, name) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw .cannotOpen(file: name, systemError: errno) }
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .cannotOpen(file: name, systemError: code)
        }
        do throws(FileFault) {
            try Self.check(status, name)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.name = name
        size = Int(status.st_size)
    }

    private static func check(_ status: stat, _ name: String) throws(FileFault) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFDIR: throw .cannotOpen(file: name, systemError: EISDIR)
        default: throw .notRegular(file: name)
        }
    }

    deinit { close(descriptor) }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                consumed += count
                return count
            }
            if errno != EINTR { throw .cannotRead(file: name, systemError: errno) }
        }
    }
}

/// Bytes that are already in memory.
public final class MemoryBytes: ByteSource {
    private let bytes: [UInt8]
    private var position = 0
    private let chunk: Int

    /// - Parameter chunk: the most that one read returns, so that tests can put a boundary anywhere.
    public init(_ bytes: [UInt8], chunk: Int = .max) {
        precondition(chunk > 0, "a source that returns nothing looks like an ended one")
        self.bytes = bytes
        self.chunk = chunk
    }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
        let count = min(buffer.count, chunk, bytes.count - position)
        bytes.withUnsafeBytes { all in
            buffer.copyMemory(
                from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
        }
        position += count
        return count
    }
}
