import Glibc

/// Which files are a ledger, or belong to one: nothing else may be written there.
public enum LedgerFiles {
    /// What stands behind a ledger's name in the names of the files that the store keeps beside it.
    public static let endings = ["-wal", "-shm", "-journal", ".writer"]

    /// The ledger whose file would be hit by writing to `output`; nil where none would.
    ///
    /// Files are compared as what they are: another spelling, a link, another name of a directory is
    /// the same file, and so is another case, for there are disks that do not tell them apart.
    ///
    /// - Parameters:
    ///   - ledger: As it was typed. It need not be there.
    ///   - others: Further endings of what belongs to a ledger, such as that of its key.
    public static func owner(
        of output: String, ledger: String, others: [String] = []
    ) -> String? {
        let place = Place(output)
        return isPart(place, of: ledger, others) ? ledger : neighbour(of: place, others)
    }

    /// The same of a file that is open, such as the one that an answer is redirected to.
    public static func owner(
        ofDescriptor descriptor: CInt, ledger: String, others: [String] = []
    ) -> String? {
        guard let file = FileIdentity(descriptor: descriptor) else { return nil }
        return parts(of: ledger, others).contains { FileIdentity($0) == file } ? ledger : nil
    }

    /// The ledger beside which a file of that name would be taken for a part of it.
    public static func neighbour(of output: String, others: [String] = []) -> String? {
        neighbour(of: Place(output), others)
    }

    /// Where the file lies, or would lie, to which a link was typed; anything else as it was typed.
    public static func resolved(_ path: String) -> String {
        guard Place.isLink(path) else { return path }
        let place = Place(path)
        return (place.directory == "/" ? "" : place.directory) + "/" + place.name
    }

    private static func neighbour(of place: Place, _ others: [String]) -> String? {
        for ending in endings + others where place.name.lowercased().hasSuffix(ending) {
            let ledger = place.directory + "/" + place.name.dropLast(ending.count)
            var status = stat()
            guard place.name.count > ending.count, stat(ledger, &status) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { continue }
            return ledger
        }
        return nil
    }

    private static func isPart(_ place: Place, of ledger: String, _ others: [String]) -> Bool {
        parts(of: ledger, others).contains { Place($0).isSame(as: place) }
    }

    /// Under the name that was typed, and under the one where the file lies.
    private static func parts(of ledger: String, _ others: [String]) -> [String] {
        let place = Place(ledger)
        return [ledger, place.directory + "/" + place.name].flatMap { name in
            ([""] + endings + others).map { name + $0 }
        }
    }
}

/// Where a file is or would be: its directory, and its name in it.
private struct Place {
    let directory: String
    let name: String
    private let folder: FileIdentity?
    private let file: FileIdentity?

    /// How many links to links are followed; the system gives up at the same number.
    private static let longest = 40

    /// A link is followed even where it leads to nothing: a file would be made at its end.
    init(_ path: String) {
        var path = path
        for _ in 0..<Self.longest {
            guard let target = Self.target(of: path) else { break }
            path = target.hasPrefix("/") ? target : Self.folder(of: path) + "/" + target
        }
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        file = FileIdentity(path)
        var found = path
        if let real = realpath(path, nil) {
            found = String(cString: real)
            free(real)
        } else if let real = realpath(Self.folder(of: path), nil) {
            found = String(cString: real) + "/" + Self.name(of: path)
            free(real)
        }
        directory = Self.folder(of: found)
        name = Self.name(of: found)
        folder = FileIdentity(directory)
    }

    func isSame(as other: Place) -> Bool {
        if let file, file == other.file { return true }
        guard let folder, folder == other.folder else { return false }
        return name.lowercased() == other.name.lowercased()
    }

    static func isLink(_ path: String) -> Bool { target(of: path) != nil }

    private static func target(of path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func name(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }
}
