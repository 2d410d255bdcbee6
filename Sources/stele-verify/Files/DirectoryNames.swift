import Glibc

/// A name in a directory: bytes, which need not be text.
struct FileName: Comparable {
    let bytes: [UInt8]

    static func < (left: FileName, right: FileName) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    func hasSuffix(_ suffix: String) -> Bool {
        bytes.count >= suffix.utf8.count
            && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// As it is shown; bytes that are no text become U+FFFD.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Names in a directory, sorted by their bytes; none if there is no such directory.
    static func all(in path: String) throws(ReadFault) -> [FileName] {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return [] }
            throw ReadFault(path)
        }
        defer { closedir(directory) }
        var names: [FileName] = []
        while true {
            errno = 0
            guard let item = readdir(directory) else {
                if errno != 0 { throw ReadFault(path) }
                return names.sorted()
            }
            names.append(FileName(bytes: name(of: item)))
        }
    }

    /// A record ends where its length says, which is before the end of `dirent`: at the end of the
    /// system's buffer nothing of ours lies behind it. So no more than the record is looked at.
    private static func name(of item: UnsafeMutablePointer<dirent>) -> [UInt8] {
        guard let length = MemoryLayout<dirent>.offset(of: \.d_reclen),
            let begin = MemoryLayout<dirent>.offset(of: \.d_name)
        else { return [] }
        let record = UnsafeRawPointer(item)
        let end = Int(record.loadUnaligned(fromByteOffset: length, as: UInt16.self))
        let name = UnsafeRawBufferPointer(start: record + begin, count: max(0, end - begin))
        return [UInt8](name.prefix { $0 != 0 })
    }
}
