import Glibc

/// Why something could not be read. `code` is the system's error number.
struct ReadFault: Error {
    var path: String
    var code: Int32

    init(_ path: String, code: Int32 = errno) {
        self.path = path
        self.code = code
    }

    /// Nothing is there, as opposed to something that cannot be read.
    var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

/// Whole small files: keys, notes, the description of a bundle.
enum SmallFile {
    /// Larger ones are refused; a signed note has at most 1 MiB. Units: bytes.
    static let limit = 4 << 20

    static func read(_ path: String) throws(ReadFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadFault(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw ReadFault(path)
            }
            bytes += buffer[..<count]
        }
        throw ReadFault(path, code: EFBIG)
    }

    /// Names in a directory, sorted by their bytes; none if there is no such directory.
    static func names(in path: String) throws(ReadFault) -> [String] {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return [] }
            throw ReadFault(path)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let item = readdir(directory) {
            let name = withUnsafeBytes(of: item.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
