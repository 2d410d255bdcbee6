import Chain
import Foundation
import Testing

@Suite("Published Merkle proofs — 196 cases, 184 of them forgeries")
struct TreeVectorTests {
    private struct Case: Decodable {
        let name: String
        let leafIdx: UInt64?
        let treeSize: UInt64?
        let root: String?
        let leafHash: String?
        let size1: UInt64?
        let size2: UInt64?
        let root1: String?
        let root2: String?
        let proof: [String?]?
        let wantErr: Bool
    }

    /// Why a case is refused before any proof is looked at.
    private struct NotRepresentable: Error {}

    private static func cases() throws -> [Case] {
        let lines = try Vectors.data("merkle.jsonl").split(separator: 0x0a).dropFirst()
        return try lines.map { try JSONDecoder().decode(Case.self, from: $0) }
    }

    private func digest(_ text: String?) throws -> Digest {
        guard let bytes = Base64.decode(text ?? ""), !bytes.isEmpty else {
            throw NotRepresentable()
        }
        if let digest = Digest(bytes: bytes) { return digest }
        // Some cases say "WrongRoot" or "don't care 1" in place of a hash; words that differ stay
        // different.
        var context = DigestContext(.sha256)
        return context.digest(bytes)
    }

    private func size(_ number: UInt64?) -> Int {
        // Sizes beyond Int become negative, which the verifier must refuse.
        Int(truncatingIfNeeded: number ?? 0)
    }

    private func check(_ one: Case) throws {
        var context = DigestContext(.sha256)
        let proof = try (one.proof ?? []).map { try digest($0) }
        if one.treeSize != nil {
            try InclusionProof.verify(
                proof, leaf: digest(one.leafHash), index: size(one.leafIdx),
                size: size(one.treeSize), root: digest(one.root), using: &context)
        } else {
            try ConsistencyProof.verify(
                proof, old: size(one.size1), new: size(one.size2), oldRoot: digest(one.root1),
                newRoot: digest(one.root2), using: &context)
        }
    }

    @Test("all 12 sound proofs hold and all 184 forgeries are refused")
    func all() throws {
        let cases = try Self.cases()
        #expect(cases.count == 196)
        #expect(cases.count(where: \.wantErr) == 184)
        #expect(Set(cases.map(\.name)).count == 196)
        for one in cases {
            if one.wantErr {
                #expect(throws: (any Error).self, "\(one.name)") { try check(one) }
            } else {
                #expect(throws: Never.self, "\(one.name)") { try check(one) }
            }
        }
    }

    @Test("the 155 forgeries without an empty hash are refused by the proof check itself")
    func reasons() throws {
        let byProof = try Self.cases().filter { one in
            do { try check(one) } catch is ProofFault { return true } catch { return false }
            return false
        }
        #expect(byProof.count == 155)
    }
}
