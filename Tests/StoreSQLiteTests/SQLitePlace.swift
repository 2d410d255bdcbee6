import Foundation
import Store
import StoreContract
import StoreSQLite
import TestSupport

/// A directory of its own, with a ledger in it, removed at the end.
final class SQLitePlace: StorePlace {
    let directory: URL
    /// The ledger.
    let path: String

    init() throws {
        directory = FileManager.default.temporaryDirectory
            .appending(path: "stele-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        path = directory.appending(path: "ledger").path
        try SQLiteStore.create(at: path) { _ in }
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    func writer(named name: String) throws -> any EntryStore {
        try SQLiteStore(path, for: .writing(as: name))
    }

    func reader() throws -> any EntryStore {
        try SQLiteStore(path, for: .reading)
    }

    /// Names of the files in the directory.
    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() }
    }

    var bytes: Data {
        get throws { try Data(contentsOf: URL(fileURLWithPath: path)) }
    }

    /// Does to the file what somebody with a database shell could do.
    func meddle(_ sql: String) throws {
        try DatabaseShell(path).run(sql)
    }
}
