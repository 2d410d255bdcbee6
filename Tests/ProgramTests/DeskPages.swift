import TestSupport
import Testing
import Wording

@testable import stele

/// A ledger in a folder of its own, asked as from a desk.
struct DeskPages {
    let scratch: Scratch

    /// With the demonstration in it, or empty.
    init(demonstration: Bool = true) async throws {
        scratch = try Scratch()
        try await done(demonstration ? "demo" : "init")
    }

    /// - Parameter columns: Of the terminal; nil: a pipe.
    func run(
        _ words: [String], columns: Int? = nil, language: Language = .chinese
    ) async throws -> (status: stele.ExitStatus, out: String, error: String) {
        let out = columns.map {
            Output(keeping: Terminal(isInteractive: true, hasColour: false, columns: $0))
        }
        let page = out ?? Output()
        let error = Output()
        let program = try Program(
            arguments: words + ["--lang", language.rawValue],
            environment: [
                "STELE_LEDGER": scratch("l"), "STELE_ACTOR": "clerk.a", "STELE_UNIT": "U-JW",
            ], out: page, error: error)
        return (await program.run(), page.text, error.text)
    }

    func run(
        _ words: String...
    ) async throws -> (status: stele.ExitStatus, out: String, error: String) {
        try await run(words)
    }

    @discardableResult
    func done(_ words: String...) async throws -> String {
        let end = try await run(words)
        try #require(end.status == .sound, "\(words): \(end.error)")
        return end.out
    }
}
