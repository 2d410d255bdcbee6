import Foundation

/// One file of the checkout as the checks see it: its path from the top, and its text.
struct TextFile: Sendable {
    let path: String
    let text: String
    var isExecutable = false

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var name: Substring { path.split(separator: "/").last ?? "" }

    func isIn(_ folders: String...) -> Bool { folders.contains { path.hasPrefix($0 + "/") } }
}

/// What is wrong, and where. `line` counts from 1; 0 is the file as a whole.
struct Finding: Hashable, CustomStringConvertible, Sendable {
    let path: String
    var line = 0
    let what: String

    var description: String { line > 0 ? "\(path):\(line): \(what)" : "\(path): \(what)" }
}

/// The checkout, without what `.gitignore` leaves out and without files that are not text.
struct Checkout: Sendable {
    let files: [TextFile]

    static let current = Checkout()

    init(root: String = Checkout.root) {
        let ignored = (try? String(contentsOfFile: root + "/.gitignore", encoding: .utf8)) ?? ""
        let patterns =
            [".git", ".swiftpm"]
            + ignored.split(separator: "\n").map { $0.hasSuffix("/") ? $0.dropLast() : $0 }
            .map(String.init)
        var files: [TextFile] = []
        let walk = FileManager.default.enumerator(atPath: root)
        while let path = walk?.nextObject() as? String {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            if patterns.contains(where: { fnmatch($0, name, 0) == 0 }) {
                walk?.skipDescendants()
                continue
            }
            let whole = root + "/" + path
            guard let text = try? String(contentsOfFile: whole, encoding: .utf8) else { continue }
            files.append(
                TextFile(
                    path: path, text: text,
                    isExecutable: FileManager.default.isExecutableFile(atPath: whole)))
        }
        self.files = files.sorted { $0.path < $1.path }
    }

    static var root: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
            .trimmingSuffix("/")
    }

    var swift: [TextFile] { files.filter { $0.path.hasSuffix(".swift") } }
    func file(_ path: String) -> TextFile? { files.first { $0.path == path } }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
