import Glibc
import Wording

/// Whole small files: keys, checkpoints, mappings.
enum SmallFile {
    /// No file read here is larger. Units: bytes.
    static let limit = 16 << 20

    /// Of a larger file one byte more than `most`: enough to see that it is too large.
    static func beginning(
        of path: String, most: Int, _ text: Text
    ) throws(Failure) -> [UInt8] {
        try open(path, text) { descriptor throws(Failure) in
            try read(descriptor, path, text, most: most)
        }
    }

    /// A regular file. What is none is neither waited for nor read: it is looked at before it is
    /// opened, since opening a device may do something, and after, since it may have been exchanged.
    static func read(_ path: String, _ text: Text) throws(Failure) -> [UInt8] {
        try open(path, text) { descriptor throws(Failure) in
            try readWhole(descriptor, path, text)
        }
    }

    private static func open(
        _ path: String, _ text: Text, _ body: (Int32) throws(Failure) -> [UInt8]
    ) throws(Failure) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw unreadable(path, text) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw notRegular(path, text) }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw unreadable(path, text) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw notRegular(path, text)
        }
        return try body(descriptor)
    }

    /// Standard input to its end, whatever it is.
    static func readInput(_ text: Text) throws(Failure) -> [UInt8] {
        try readWhole(STDIN_FILENO, "-", text)
    }

    private static func readWhole(
        _ descriptor: Int32, _ path: String, _ text: Text
    ) throws(Failure) -> [UInt8] {
        let bytes = try read(descriptor, path, text, most: limit)
        if bytes.count <= limit { return bytes }
        errno = EFBIG
        throw unreadable(path, text)
    }

    private static func read(
        _ descriptor: Int32, _ path: String, _ text: Text, most: Int
    ) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= most {
            let count = Glibc.read(descriptor, &buffer, min(buffer.count, most + 1 - bytes.count))
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw unreadable(path, text)
            }
            bytes += buffer[..<count]
        }
        return bytes
    }

    /// A document that people write in an editor: a byte order mark before it says nothing.
    static func readDocument(_ path: String, _ text: Text) throws(Failure) -> [UInt8] {
        withoutMark(try read(path, text))
    }

    static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// Writes a file that must not exist yet, durably.
    static func create(
        _ path: String, _ bytes: [UInt8], isSecret: Bool, _ text: Text
    ) throws(Failure) {
        let mode: mode_t = isSecret ? 0o600 : 0o644
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw unwritable(path, text) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw abandoned(path, text)
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw abandoned(path, text) }
    }

    /// Puts a file in the place of the one before it, whole or not at all, durably.
    static func replace(_ path: String, _ bytes: [UInt8], _ text: Text) throws(Failure) {
        let draft = "\(path).new-\(getpid())"
        unlink(draft)
        try create(draft, bytes, isSecret: false, text)
        guard rename(draft, path) == 0 else { throw abandoned(draft, text) }
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw unwritable(path, text) }
    }

    private static func notRegular(_ path: String, _ text: Text) -> Failure {
        Failure(status: .inputMissing, message: text("fault.notRegular", ["path": path]))
    }

    private static func unreadable(_ path: String, _ text: Text) -> Failure {
        let code = errno
        return Failure(
            status: code == EACCES || code == EPERM
                ? .noPermission : code == EIO ? .inputOutput : .inputMissing,
            message: text("fault.noFile", ["path": path, "reason": words(code)]))
    }

    /// Half a file is none.
    private static func abandoned(_ path: String, _ text: Text) -> Failure {
        let failure = unwritable(path, text)
        unlink(path)
        return failure
    }

    private static func unwritable(_ path: String, _ text: Text) -> Failure {
        let code = errno
        return Failure(
            status: .ofWriting(code),
            message: text("fault.cannotCreate", ["path": path, "reason": words(code)]))
    }

    private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}
