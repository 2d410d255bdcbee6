import Chain
import Foundation
import TestSupport
import Testing

/// What `trace --json` answers, as far as it is asked here.
struct TraceAnswer: Decodable {
    struct Item: Decodable {
        let entry: Int
        let type: String
        let on: String?
        let at: String
    }
    struct Trail: Decodable {
        let dated: [Item]
    }
    let subject: String
    let trail: Trail

    var positions: [Int] { trail.dated.map(\.entry) }
}

@Suite("The demonstration, from its making to its proof", .serialized)
struct DemoStoryTests {
    private let stele = BuiltProgram.stele
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func demo(_ suite: String) throws -> (ledger: String, answer: DemoAnswer) {
        let ledger = scratch(suite)
        let end = try stele.run("demo", "--ledger", ledger, "--suite", suite, "--json")
        guard end.status == 0 else { throw SetupFault(["demo"], end) }
        return (ledger, try end.json(DemoAnswer.self))
    }

    @Test(
        "one person's life, found by name, as it is today and as it was",
        arguments: ["sha256", "sm3"])
    func life(suite: String) throws {
        let (ledger, demo) = try demo(suite)
        let found = try stele.run("subject", "find", "--ledger", ledger, "示例·甲一")
        #expect(found.text.contains(demo.hero))
        let page = try stele.run("trace", "--ledger", ledger, demo.hero)
        #expect(page.status == 0)
        for words in ["Suspected", "Found", "Posts", "Timeline", "Sanction annulled", "≈"] {
            #expect(page.text.contains(words), "\(words)")
        }
        let chinese = try stele.run("trace", "--ledger", ledger, demo.hero, "--lang", "zh")
        #expect(chinese.text.contains("处分"))
        #expect(try stele.run("status", "--ledger", ledger, demo.hero).text.contains("retired"))

        let whole = try stele.run("trace", "--ledger", ledger, demo.hero, "--json")
            .json(TraceAnswer.self)
        let early = try stele.run(
            "trace", "--ledger", ledger, demo.hero, "--as-of", "2016-01-01", "--json"
        ).json(TraceAnswer.self)
        #expect(!early.positions.isEmpty && early.positions.count < whole.positions.count)
        #expect(early.trail.dated.allSatisfy { ($0.on ?? "") <= "2016-01-01" })
        let known = try stele.run(
            "trace", "--ledger", ledger, demo.hero, "--known-at", "2020-01-01T00:00:00Z", "--json"
        ).json(TraceAnswer.self)
        #expect(!known.positions.isEmpty && known.positions.count < whole.positions.count)
        #expect(known.trail.dated.allSatisfy { $0.at < "2020-01-01T00:00:00.000Z" })
    }

    @Test("I25: what the register said then it says for ever, whatever is recorded later")
    func stable() throws {
        let (ledger, demo) = try demo("sha256")
        let questions = ["2020-06-30", "2021-07-05", "2022-05-01", "2024-08-20"].map {
            ["trace", "--ledger", ledger, demo.hero, "--known-at", $0, "--as-of", $0]
        }
        // How far the ledger is proven today stands below the answer.
        func answers() throws -> [String] {
            try questions.map { question in
                try stele.run(question).text.split(separator: "\n")
                    .filter { !$0.hasPrefix("✓ ") && !$0.hasPrefix("· ") }
                    .joined(separator: "\n")
            }
        }
        let before = try answers()
        #expect(Set(before).count == before.count)
        var delivery = Delivery(20)
        for index in delivery.people.indices { delivery.people[index].id = "Q-\(index)" }
        let end = try stele.run(delivery.arguments(in: scratch, ledger: ledger))
        // The demonstration's last day may lie before this machine's clock only.
        guard end.status == 0 else {
            #expect(end.errorText.contains("clock"))
            return
        }
        #expect(try answers() == before)
    }

    @Test(
        "a checkpoint carried away still proves what grows behind it", arguments: ["sha256", "sm3"])
    func checkpoint(suite: String) throws {
        let ledger = try scratch.ledger("growing", suite: suite, people: 120)
        let note = try scratch.write(
            "kept.note", try stele.run("checkpoint", "--ledger", ledger).out)
        let old = try #require(try stele.verify(ledger).answer)
        _ = try stele.run(Delivery(200).arguments(in: scratch, ledger: ledger, "more"))
        let (end, answer) = try stele.verify(ledger, "--checkpoint", note)
        #expect(end.status == 0)
        #expect(answer?.proven.contains { $0.last == old.entries - 1 && $0.keptIn != nil } == true)

        let growth = try stele.run(
            "prove", "--ledger", ledger, "--since", "\(old.entries)", "--json"
        )
        .json(GrowthAnswer.self)
        #expect(growth.oldRoot == old.root)
        #expect(growth.newRoot == answer?.root)
        var arithmetic = ProofArithmetic(suite == "sm3" ? .sm3 : .sha256)
        let roots = arithmetic.roots(
            old: growth.old, oldRoot: ProofArithmetic.bytes(growth.oldRoot), new: growth.new,
            path: growth.path.map(ProofArithmetic.bytes))
        #expect(roots?.old == ProofArithmetic.bytes(growth.oldRoot))
        #expect(roots?.new == ProofArithmetic.bytes(growth.newRoot))
    }

    @Test("a proof of one entry holds under another's arithmetic", arguments: ["sha256", "sm3"])
    func inclusion(suite: String) throws {
        let (ledger, demo) = try demo(suite)
        let root = try #require(try stele.verify(ledger).answer).root
        var arithmetic = ProofArithmetic(suite == "sm3" ? .sm3 : .sha256)
        for entry in [0, 1, 255, 256, demo.entries - 1] {
            let proof = try stele.run("prove", "--ledger", ledger, "\(entry)", "--json")
                .json(InclusionAnswer.self)
            #expect(proof.root == root)
            let leaf = arithmetic.leaf(proof.line)
            #expect(leaf == ProofArithmetic.bytes(proof.leaf))
            let path = proof.path.map(ProofArithmetic.bytes)
            let led = arithmetic.root(leaf: leaf, index: entry, size: proof.size, path: path)
            #expect(led == ProofArithmetic.bytes(root))
            let forged = arithmetic.leaf(proof.line + " ")
            #expect(
                arithmetic.root(leaf: forged, index: entry, size: proof.size, path: path)
                    != ProofArithmetic.bytes(root))
        }
    }

    @Test(
        "an export satisfies both verifiers, and one changed byte neither",
        arguments: ["sha256", "sm3"])
    func export(suite: String) throws {
        let (ledger, _) = try demo(suite)
        _ = try stele.run("checkpoint", "--ledger", ledger)
        let bundle = scratch("bundle-\(suite)")
        #expect(try stele.run("export", "--ledger", ledger, "--to", bundle + "/").status == 0)
        let verifier = BuiltProgram(path: BuiltProgram.beside("stele-verify"))
        let python = BuiltProgram.installed("python3")
        func verdicts() throws -> [Int32?] {
            var all = [try verifier.run(bundle).status]
            if let python {
                all.append(try python.run(Shared.checkout + "/tools/verify.py", bundle).status)
            }
            return all
        }
        #expect(try verdicts().allSatisfy { $0 == 0 })
        let path = bundle + "/entries.jsonl"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(try verdicts().allSatisfy { $0 == 1 })
    }

    @Test("I7: what is stored equals what is rebuilt", arguments: ["sha256", "sm3"])
    func rebuild(suite: String) throws {
        let (ledger, demo) = try demo(suite)
        let before = try stele.run("trace", "--ledger", ledger, demo.hero).text
        #expect(try stele.run("rebuild", "--check", "--ledger", ledger).status == 0)
        #expect(try stele.run("rebuild", "--ledger", ledger).status == 0)
        #expect(try stele.run("rebuild", "--check", "--ledger", ledger).status == 0)
        #expect(try stele.run("trace", "--ledger", ledger, demo.hero).text == before)
    }
}
