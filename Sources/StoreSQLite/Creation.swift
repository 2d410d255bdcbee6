import Glibc
public import Store

extension SQLiteStore {
    /// Creates a ledger whose first transaction is `first`, whole or not at all: it is built as
    /// `<path>.new-<process id>` and gets its name when it is complete and durable. Never
    /// overwrites. A process that is killed here leaves that file, and no ledger.
    ///
    /// - Throws: ``StoreFault/exists(path:)``, or what `first` throws.
    public static func create<Result>(
        at path: String, _ first: (any StoreWriter) throws -> Result
    ) throws -> Result {
        let path = try place(path)
        let draft = "\(path).new-\(getpid())"
        let leftovers = [draft, draft + "-wal", draft + "-shm"]
        for leftover in leftovers { unlink(leftover) }
        defer { for leftover in leftovers { unlink(leftover) } }

        let result: Result
        do {
            result = try fill(draft, first)
            try sync(draft)
        } catch let fault as StoreFault {
            throw fault.told(of: path, insteadOf: draft)
        }
        try publish(draft, as: path)
        try sync(directory(of: path))
        return result
    }

    /// The absolute path of a ledger that can be created.
    static func place(_ path: String) throws(StoreFault) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        guard !name.isEmpty, name != ".", name != ".." else { throw .exists(path: path) }
        let parent = path.hasPrefix("/") ? directory(of: path) : directory(of: "./" + path)
        guard let found = realpath(parent, nil) else { throw .system(parent, "cannot find it") }
        defer { free(found) }
        let parentPath = String(cString: found)
        let place = (parentPath == "/" ? "" : parentPath) + "/" + name
        // A write-ahead file without its ledger would be taken for part of the new one.
        for taken in [place, place + "-wal"] {
            var status = stat()
            if lstat(taken, &status) == 0 { throw .exists(path: taken) }
        }
        return place
    }

    /// The engine alone would say only that it could not open the file.
    static func makeEmpty(_ draft: String) throws(StoreFault) {
        // The vault lies in it: for its owner, and to be read by the group that audits.
        let made = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard made >= 0 else { throw StoreFault.system(draft, "cannot create \(draft)") }
        Glibc.close(made)
    }

    private static func fill<Result>(
        _ draft: String, _ first: (any StoreWriter) throws -> Result
    ) throws -> Result {
        try makeEmpty(draft)
        let connection = try Connection(draft, for: .write) { (session) throws(StoreFault) in
            try session.run(script: EmbeddedSQL.schema)
        }
        do {
            let result = try connection.use { session in
                let result = try session.write(first)
                try session.run(.emptyWriteAheadFile)
                return result
            }
            try connection.close()
            return result
        } catch {
            try? connection.close()
            throw error
        }
    }

    static func sync(_ path: String) throws(StoreFault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path, "cannot open \(path)") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(path, "cannot sync \(path)") }
    }

    /// Gives the file its name unless somebody else was faster: a second name, unlike a new name,
    /// never replaces a file.
    static func publish(_ draft: String, as path: String) throws(StoreFault) {
        if link(draft, path) == 0 { return }
        guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else {
            throw .system(path, "cannot name \(path)")
        }
        // A file system without second names: between these two calls somebody could be faster.
        var status = stat()
        if lstat(path, &status) == 0 { throw .exists(path: path) }
        guard rename(draft, path) == 0 else { throw .system(path, "cannot name \(path)") }
    }
}
