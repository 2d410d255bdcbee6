import Chain
import Glibc

/// Why something could not be read.
struct ReadFault: Error {
    var path: String
    /// The system's error number; ``notRegular`` for what is there and is no regular file.
    var code: Int32

    /// A directory, a pipe or a device: it is neither waited for nor read.
    static let notRegular: Int32 = -1

    init(_ path: String, code: Int32 = errno) {
        self.path = path
        self.code = code
    }

    /// Nothing is there, as opposed to something that cannot be read.
    var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    var isNotRegular: Bool { code == Self.notRegular }
}

/// Opens regular files and nothing else.
enum RegularFile {
    /// A descriptor, for the caller to close.
    static func open(_ path: String) throws(ReadFault) -> Int32 {
        try open(Array(path.utf8CString), shownAs: path)
    }

    /// Nothing but whether it can be opened.
    static func check(_ path: String) throws(ReadFault) { close(try open(path)) }

    /// Of a larger file one byte more than `most`: enough to see that it is too large.
    static func read(_ path: String, most: Int) throws(ReadFault) -> [UInt8] {
        try read(Array(path.utf8CString), shownAs: path, most: most)
    }

    /// A file of a directory, whatever bytes its name is made of.
    static func read(
        _ directory: String, _ name: FileName, most: Int
    ) throws(ReadFault) -> [UInt8] {
        let path =
            directory.utf8.map(CChar.init(bitPattern:)) + name.bytes.map(CChar.init(bitPattern:))
            + [0]
        return try read(path, shownAs: directory + name.text, most: most)
    }

    private static func read(
        _ path: [CChar], shownAs shown: String, most: Int
    ) throws(ReadFault) -> [UInt8] {
        let descriptor = try open(path, shownAs: shown)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= most {
            let wanted = min(buffer.count, most + 1 - bytes.count)
            let count = Glibc.read(descriptor, &buffer, wanted)
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw ReadFault(shown)
            }
            bytes += buffer[..<count]
        }
        return bytes
    }

    /// It is looked at before it is opened, since opening a device may do something, and after,
    /// since it may have been exchanged; and opening never waits for the other end of a pipe.
    private static func open(
        _ path: [CChar], shownAs shown: String
    ) throws(ReadFault) -> Int32 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw ReadFault(shown) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ReadFault(shown, code: ReadFault.notRegular)
        }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw ReadFault(shown) }
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ReadFault(shown, code: ReadFault.notRegular)
        }
        return descriptor
    }
}

/// The largest files that are read whole. Units: bytes.
enum Largest {
    /// `bundle.json`, `keys.txt`, a file with a key.
    static let description = 1 << 16
    /// A signed note.
    static let note = SignedNote.maximumBytes
    /// The proof of one entry.
    static let proof = TlogProof.maximumBytes
}
