import Foundation
import Store
import StoreContract
import StoreSQLite
import TestSupport

/// A directory of its own, with a ledger in it, removed at the end.
final class SQLitePlace: StorePlace {
    private let scratch: Scratch
    /// The ledger.
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch("ledger")
        try SQLiteStore.create(at: path) { _ in }
    }

    var directory: URL { scratch.url }

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
