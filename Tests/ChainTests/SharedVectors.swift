import Foundation
import Testing

/// Vectors too large to be told here, which some machines have beside the checkout.
enum SharedVectors {
    /// The folder, or nil where there is none.
    static let folder: URL? = {
        let checkout = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = ProcessInfo.processInfo.environment["STELE_SHARED"]
        let shared =
            path.map { URL(fileURLWithPath: $0) }
            ?? checkout.deletingLastPathComponent().appendingPathComponent("shared")
        let vectors = shared.appendingPathComponent("vectors")
        return FileManager.default.fileExists(atPath: vectors.path) ? vectors : nil
    }()

    static let absence: Comment = "no shared vectors here: set STELE_SHARED to their folder"

    static func bytes(_ path: String) throws -> [UInt8] {
        let folder = try #require(folder)
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }
}
