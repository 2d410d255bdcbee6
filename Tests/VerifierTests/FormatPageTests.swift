import Chain
import Foundation
import Testing

@Suite("schema/format.md is true")
struct FormatPageTests {
    let page: String

    init() throws {
        let file = Programs.package.appendingPathComponent("schema/format.md")
        page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    /// What stands in the fences of a kind.
    private func blocks(_ kind: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```" + kind {
                block = []
            } else if line == "```", let lines = block {
                blocks.append(lines.joined(separator: "\n"))
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    private func read(_ file: String) throws -> String {
        let url = Programs.vectors.appendingPathComponent("sound-sha256/" + file)
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    @Test("the entries of the worked example are those of the vector, with the leaves it gives")
    func example() throws {
        let lines = try read("entries.jsonl").split(separator: "\n")
        let shown = blocks("entry")
        #expect(shown == lines.prefix(2).map(String.init))
        var digest = DigestContext(.sha256)
        var leaves: [Digest] = []
        for line in lines { leaves.append(Array(line.utf8).withUnsafeBytes { digest.leaf($0) }) }
        for leaf in leaves.prefix(2) { #expect(page.contains("`\(leaf.hex)`")) }
        let root = MerkleTree.root(of: leaves, using: &digest)
        #expect(page.contains("`\(root.hex)`"))
        #expect(page.contains("    \(Base64.encode(root.bytes))  "))
    }

    @Test("the checkpoint it shows is the vector's")
    func checkpoint() throws {
        let note = try read("checkpoints/000000000012.note").split(separator: "\n")
        for line in note.prefix(4) { #expect(page.contains("    " + line)) }
        #expect(page.contains("    " + note[4].prefix(note[4].count - 81)))
    }

    @Test("with jq and sha256sum the chain and a trail are followed by hand")
    func byHand() throws {
        let directory = Programs.vectors.appendingPathComponent("sound-sha256")
        let scripts = blocks("bash")
        #expect(scripts.count == 2)
        let run = { (script: String, place: URL) in
            try Programs.run(
                URL(fileURLWithPath: "/usr/bin/env"), ["bash", "-c", script], in: place)
        }
        let chain = try run(scripts[0], directory)
        let head = try JSONValue(parsing: Array(read("bundle.json").utf8))["head"]?.string ?? "?"
        #expect(chain == Answer(status: 0, out: "the chain ends in \(head)\n", error: ""))
        let trail = try run(scripts[1], directory)
        let positions = trail.out.split(separator: "\n").map { $0.split(separator: " ")[0] }
        #expect(positions == ["11", "9", "8", "7", "6", "5", "4", "2", "1"])
        let altered = try run(scripts[0], Programs.vectors.appendingPathComponent("altered-value"))
        #expect(altered.out.hasPrefix("entry 6 does not follow"))
    }

    @Test("every code that a vector expects stands in its tables, and every code has a vector")
    func codes() throws {
        let listed = Set(page.matches(of: /(?m)^\| `([a-zA-Z]+)` \|/).map { String($0.output.1) })
        var expected: Set<String> = []
        for vector in Vector.all {
            for damage in try vector.expected()["damages"]?.array ?? [] {
                expected.insert(damage["kind"]?.string ?? "")
            }
        }
        #expect(expected.subtracting(listed) == [])
        let codes = listed.filter { code in
            ["bundle", "checkpoint"].contains { code.hasPrefix($0) }
                || ["link", "time", "format", "tagLink", "keyFile", "truncated"].contains(code)
        }
        #expect(codes.subtracting(expected) == [])
        #expect(codes.count > 12)
    }
}
