import Foundation
import TestSupport
import Testing

/// Kinds of cases that happened, told with invented people from an empty ledger: `Replays` holds one
/// transcript each.
@Suite("Cases as they happen can be told whole")
struct ReplayTests {
    private static let folder = "Tests/Scenarios/Replays"

    static let stories =
        (try? FileManager.default.contentsOfDirectory(
            atPath: Shared.checkout + "/" + folder))?.filter { $0.hasSuffix(".md") }.sorted() ?? []

    @Test("each story, step by step", arguments: stories)
    func story(name: String) throws { try ReadmeTests.replay(Self.folder + "/" + name) }

    @Test("they are there")
    func all() { #expect(Self.stories.count >= 7) }
}
