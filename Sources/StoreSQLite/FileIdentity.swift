import Glibc
import Store
import Synchronization

/// Which file it is, whatever it is called: two names of one file have one identity.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    private init(_ status: stat) {
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }

    /// What is at the path, through every link; nil where there is nothing.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init?(descriptor: CInt) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// The ledgers that this process has open, by their files.
///
/// Closing any descriptor of a file drops every lock that the process has on it through the engine:
/// the operating system counts by process and file. So a descriptor that was used beside the engine's
/// own is closed only when nothing here has the ledger open any more. That is a fact of the process,
/// and so is this list.
enum OpenLedgers {
    private struct Ledger {
        var openings = 0
        /// Not needed any more, and not closed yet.
        var left: [CInt] = []
    }

    private static let all = Mutex<[FileIdentity: Ledger]>([:])

    static func enter(_ file: FileIdentity) {
        all.withLock { $0[file, default: Ledger()].openings += 1 }
    }

    static func leave(_ file: FileIdentity) {
        let left = all.withLock { all -> [CInt] in
            all[file]?.openings -= 1
            guard let ledger = all[file], ledger.openings <= 0 else { return [] }
            all[file] = nil
            return ledger.left
        }
        for descriptor in left { close(descriptor) }
    }

    /// Closes a descriptor of the ledger as soon as it can be closed.
    static func letGo(_ descriptor: CInt, of file: FileIdentity) {
        let isKept = all.withLock { all in
            guard all[file] != nil else { return false }
            all[file]?.left.append(descriptor)
            return true
        }
        if !isKept { close(descriptor) }
    }
}

/// A ledger's file has one name. The commits that are not in it yet lie beside it under that name, so
/// a second one would have a second log, and records acknowledged under one would be lost under the
/// other.
enum OnlyName {
    /// - Parameter isForWriting: A reader is content where every other name lies beside this one and
    ///   has no log.
    /// - Throws: ``StoreFault/secondName(path:other:)``, ``StoreFault/mountedAlone(path:)``.
    static func check(_ path: String, isForWriting: Bool) throws(StoreFault) {
        if isMountPoint(path) { throw .mountedAlone(path: path) }
        guard linkCount(path) > 1 else { return }
        var others = otherNames(of: path)
        if isForWriting {
            // What is left of a creation that was killed when the ledger had got its name.
            for draft in others where isDraft(draft, of: path) { unlink(draft) }
            guard linkCount(path) > 1 else { return }
            others = otherNames(of: path)
        }
        let areAllHere = others.count + 1 == linkCount(path)
        let other = others.first { LedgerFile.hasWriteAheadFile($0) } ?? others.first
        if !isForWriting, areAllHere, !others.contains(where: LedgerFile.hasWriteAheadFile) {
            return
        }
        throw .secondName(path: path, other: other ?? "")
    }

    private static func linkCount(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_nlink) : 0
    }

    private static func isDraft(_ name: String, of path: String) -> Bool {
        let mark = path + ".new-"
        return name.hasPrefix(mark) && name.dropFirst(mark.count).allSatisfy(\.isNumber)
    }

    /// Other names of the file in its own directory.
    private static func otherNames(of path: String) -> [String] {
        guard let own = FileIdentity(path), let entries = opendir(directory(of: path)) else {
            return []
        }
        defer { closedir(entries) }
        let prefix = directory(of: path) == "/" ? "/" : directory(of: path) + "/"
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            let other = prefix + name
            guard other != path, lstat(other, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                FileIdentity(other) == own
            else { continue }
            names.append(other)
        }
        return names.sorted()
    }

    /// Whether the file itself, and not its directory, was mounted where it is.
    private static func isMountPoint(_ path: String) -> Bool {
        let descriptor = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return mountPoints(String(decoding: bytes, as: UTF8.self)).contains(path)
    }

    /// The fifth word of each line, in which a space stands as `\040`.
    static func mountPoints(_ table: String) -> [String] {
        table.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 4 else { return nil }
            var path: [UInt8] = []
            var rest = Array(words[4].utf8)[...]
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "\\"), rest.count > 2,
                    let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
                {
                    path.append(code)
                    rest = rest.dropFirst(3)
                } else {
                    path.append(byte)
                }
            }
            return String(decoding: path, as: UTF8.self)
        }
    }
}
