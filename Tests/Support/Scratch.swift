public import Foundation

/// A temporary folder that goes when it is let go of.
public final class Scratch: Sendable {
    public let path: String

    public init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("stele-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    public var url: URL { URL(fileURLWithPath: path, isDirectory: true) }

    /// The path of something in the folder.
    public func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Writes a file into the folder, with the folders above it, and gives its path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String {
        try write(name, Data(text.utf8))
    }

    /// Writes a file into the folder, with the folders above it, and gives its path.
    @discardableResult
    public func write(_ name: String, _ bytes: Data) throws -> String {
        let path = self(name)
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try bytes.write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Copies a ledger, its key and what lies beside it into the folder.
    public func copy(ledger: String, as name: String) throws -> String {
        let path = self(name)
        for part in ["", "-wal", ".key"] where FileManager.default.fileExists(atPath: ledger + part)
        {
            try FileManager.default.copyItem(atPath: ledger + part, toPath: path + part)
        }
        return path
    }
}
