import Glibc
import Wording

/// Whole small files: keys, checkpoints, mappings.
enum SmallFile {
    /// No file read here is larger. Units: bytes.
    static let limit = 16 << 20

    static func read(_ path: String, _ text: Text) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, text) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw unreadable(path, text)
            }
            bytes += buffer[..<count]
        }
        errno = EFBIG
        throw unreadable(path, text)
    }

    /// A document that people write in an editor: a byte order mark before it says nothing.
    static func readDocument(_ path: String, _ text: Text) throws(Failure) -> [UInt8] {
        let bytes = try read(path, text)
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// Writes a file that must not exist yet, durably.
    static func create(
        _ path: String, _ bytes: [UInt8], isSecret: Bool, _ text: Text
    ) throws(Failure) {
        let mode: mode_t = isSecret ? 0o600 : 0o644
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
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
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw unwritable(path, text) }
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
