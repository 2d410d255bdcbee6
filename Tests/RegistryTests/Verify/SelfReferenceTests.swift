import Chain
import Foundation
import Store
import Testing

@testable import Registry

@Suite("An entry points back, and never at itself")
struct SelfReferenceTests {
    /// An entry of the demonstration that holds the words, and where it stands.
    private func entry(holding words: String) throws -> (position: Int, line: String) {
        let lines = try WholeLedger.copy().lines().map { String(decoding: $0, as: UTF8.self) }
        let position = try #require(lines.lastIndex { $0.contains(words) })
        return (position, lines[position])
    }

    /// Makes another number of the first one behind those words.
    private func damages(
        _ words: String, in entry: (position: Int, line: String), to number: Int
    ) throws -> [Damage] {
        let start = try #require(entry.line.range(of: words)).upperBound
        let digits = entry.line[start...].prefix { $0.isNumber }
        let place = try WholeLedger.copy(
            meddling: DamageTests.change(
                "\(words)\(digits)", "\(words)\(number)", at: entry.position))
        return try place.verify().damages
    }

    @Test("as its cause or in the trail of a tag, it names an earlier one; itself is damage")
    func itself() throws {
        for (words, kind) in [("\"cause\":", Damage.Kind.reference), ("P-0001\":", .tagLink)] {
            let entry = try entry(holding: words)
            let own = try damages(words, in: entry, to: entry.position)
            #expect(own.contains { $0.kind == kind && $0.entry == entry.position })
        }
    }

    @Test("any earlier one may be its cause: that it was another, the link says")
    func earlier() throws {
        let entry = try entry(holding: "\"cause\":")
        for other in [0, entry.position - 2] {
            let found = try damages("\"cause\":", in: entry, to: other)
            #expect(!found.isEmpty && !found.contains { $0.kind == .reference })
        }
    }
}
