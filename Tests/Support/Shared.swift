import Foundation

/// Vectors and deliveries that lie beside the checkout and never in it.
public enum Shared {
    /// The checkout.
    public static let checkout: String = {
        let parts = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    /// From `STELE_SHARED`, else `../shared`; nil where there is none.
    public static let folder = existing(
        ProcessInfo.processInfo.environment["STELE_SHARED"] ?? checkout + "/../shared")

    /// The sample delivery: from `STELE_SAMPLE`, else among what is shared.
    public static let sample = existing(
        ProcessInfo.processInfo.environment["STELE_SAMPLE"]
            ?? (folder ?? checkout + "/../shared") + "/data/discipline-sample")

    private static func existing(_ path: String) -> String? {
        FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
