import Chain
import Glibc
import Store

/// Why a bundle could not be written.
public enum ExportFault: Error, Hashable, Sendable {
    /// Something is there already; exporting never overwrites.
    case exists(path: String)
    /// `code` is the system's error number.
    case cannotWrite(path: String, code: Int32)
}

/// What an export wrote.
public struct ExportSummary: Sendable {
    public let entries: Int
    public let checkpoints: Int
}

extension Ledger {
    /// Writes the bundle that `stele-verify` and `tools/verify.py` read: entries as they are stored
    /// (I2), checkpoints, public keys. Sealed values do not leave the ledger.
    ///
    /// It is built beside its place and gets its name when it is complete, so that a killed export
    /// leaves nothing that looks like one.
    ///
    /// - Throws: ``ExportFault``, and what the store throws.
    public func export(
        to directory: String, progress: (_ done: Int, _ total: Int) -> Void
    ) throws -> ExportSummary {
        var status = stat()
        guard lstat(directory, &status) != 0 else { throw ExportFault.exists(path: directory) }
        var directory = directory
        while directory.count > 1, directory.hasSuffix("/") { directory.removeLast() }
        let draft = directory + ".new-\(getpid())"
        // What a killed export with our process id left.
        Self.removeDraft(draft)
        do {
            try makeDirectory(draft)
            try makeDirectory(draft + "/checkpoints")
            let summary = try read(.scan) { reader in
                try write(reader, into: draft, progress: progress)
            }
            guard rename(draft, directory) == 0 else {
                throw ExportFault.cannotWrite(path: directory, code: errno)
            }
            return summary
        } catch {
            Self.removeDraft(draft)
            throw error
        }
    }

    /// Removes an unfinished bundle, whatever of it is there; nothing but what an export makes.
    private static func removeDraft(_ draft: String) {
        if let notes = opendir(draft + "/checkpoints") {
            defer { closedir(notes) }
            while let entry = readdir(notes) {
                let name = Self.name(of: entry)
                if name.hasSuffix(".note") { unlink("\(draft)/checkpoints/\(name)") }
            }
        }
        for file in ["entries.jsonl", "keys.txt", "bundle.json"] { unlink("\(draft)/\(file)") }
        rmdir(draft + "/checkpoints")
        rmdir(draft)
    }

    /// A record ends where its length says, which may be before the end of `dirent`.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        guard let length = MemoryLayout<dirent>.offset(of: \.d_reclen),
            let begin = MemoryLayout<dirent>.offset(of: \.d_name)
        else { return "" }
        let record = UnsafeRawPointer(entry)
        let end = Int(record.loadUnaligned(fromByteOffset: length, as: UInt16.self))
        let name = UnsafeRawBufferPointer(start: record + begin, count: max(0, end - begin))
        return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    }

    private func write(
        _ reader: any StoreReader, into directory: String,
        progress: (_ done: Int, _ total: Int) -> Void
    ) throws -> ExportSummary {
        let size = try reader.size()
        var digest = DigestContext(identity.suite)
        var frontier = Frontier()
        var head: Digest?
        let entries = try FileWriter(directory + "/entries.jsonl")
        try reader.scan(0..<size) { position, line in
            let leaf = digest.leaf(line)
            frontier.append(leaf, using: &digest)
            head = leaf
            try entries.write(line)
            try entries.write([0x0A])
            if position % 8_192 == 0 { progress(position, size) }
        }
        try entries.finish()
        progress(size, size)

        let checkpoints = try reader.checkpoints()
        for checkpoint in checkpoints {
            let digits = String(checkpoint.size)
            let name = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
            try FileWriter.write(checkpoint.note, to: "\(directory)/checkpoints/\(name).note")
        }
        try FileWriter.write(Array((identity.key.vkey + "\n").utf8), to: directory + "/keys.txt")
        var bundle = CanonicalObject()
        bundle.set("entries", size)
        bundle.set("format", LedgerIdentity.format)
        // The witness of the last line, as each line is of the one before.
        if let head { bundle.set("head", head.hex) }
        bundle.set("origin", identity.origin)
        bundle.set("root", frontier.root(using: &digest).hex)
        bundle.set("suite", identity.suite.rawValue)
        try FileWriter.write(bundle.bytes + [0x0A], to: directory + "/bundle.json")
        return ExportSummary(entries: size, checkpoints: checkpoints.count)
    }

    private func makeDirectory(_ path: String) throws {
        guard mkdir(path, 0o755) == 0 else {
            throw ExportFault.cannotWrite(path: path, code: errno)
        }
    }
}

/// Writes one new file through a buffer.
private final class FileWriter {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private static let capacity = 1 << 20

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ExportFault.cannotWrite(path: path, code: errno) }
        buffer.reserveCapacity(Self.capacity)
    }

    deinit { close(descriptor) }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = try FileWriter(path)
        try file.write(bytes)
        try file.finish()
    }

    func write(_ bytes: some Collection<UInt8>) throws {
        buffer += bytes
        if buffer.count >= Self.capacity { try flush() }
    }

    func finish() throws {
        try flush()
        guard fsync(descriptor) == 0 else { throw ExportFault.cannotWrite(path: path, code: errno) }
    }

    private func flush() throws {
        var begin = 0
        while begin < buffer.count {
            let count = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + begin, $0.count - begin)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw ExportFault.cannotWrite(path: path, code: errno)
            }
            begin += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
