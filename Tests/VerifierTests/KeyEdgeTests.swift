import Chain
import Foundation
import Testing

/// `schema/vectors/keys.json`: public keys and signatures on the edges of the curves.
enum Edges {
    struct Key: CustomTestStringConvertible {
        let vkey: String
        let why: String
        let isKey: Bool
        var testDescription: String { why }
    }

    struct Signature: CustomTestStringConvertible {
        let message: [UInt8]
        let publicKey: [UInt8]
        let bytes: [UInt8]
        let why: String
        let verifies: Bool
        var testDescription: String { why }
    }

    private static func list(_ name: String) -> [JSONValue] {
        let file = Programs.vectors.appendingPathComponent("keys.json")
        guard let bytes = try? Data(contentsOf: file),
            let value = try? JSONValue(parsing: Array(bytes))
        else { return [] }
        return value[name]?.array ?? []
    }

    static let keys = list("keys").map { one in
        Key(
            vkey: one["vkey"]?.string ?? "", why: one["why"]?.string ?? "",
            isKey: one["isKey"]?.bool ?? false)
    }

    static let signatures = list("signatures").map { one in
        func bytes(_ name: String) -> [UInt8] {
            let digits = Array((one[name]?.string ?? "").utf8)
            return stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
                UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
            }
        }
        return Signature(
            message: bytes("message"), publicKey: bytes("publicKey"), bytes: bytes("signature"),
            why: one["why"]?.string ?? "", verifies: one["verifies"]?.bool ?? false)
    }
}

@Suite("Keys and signatures on the edges of the curves")
struct KeyEdgeTests {
    @Test("there are the eight points of small order, their other spellings, and published cases")
    func enough() {
        #expect(Edges.keys.count { $0.why.hasPrefix("of order") } == 8)
        #expect(Edges.keys.count { $0.why.hasPrefix("second spelling") } == 7)
        #expect(Edges.keys.count { $0.isKey } == 3)
        #expect(Edges.signatures.count > 30)
        #expect(Edges.signatures.contains { $0.verifies && $0.why.contains("small R") })
    }

    @Test(
        "a key has one spelling, is a point, and not one that anybody can sign for",
        arguments: Edges.keys)
    func key(_ key: Edges.Key) throws {
        #expect(((try? VerificationKey(vkey: key.vkey)) != nil) == key.isKey)
        // As the auditor's own key: taken, it is another than the ledger's; refused, it is none.
        let sound = Programs.vectors.appendingPathComponent("sound-sha256")
        for verifier in Verifier.allCases {
            let answer = try verifier.run([".", "--key", key.vkey], in: sound)
            #expect(answer.status == (key.isKey ? 1 : 64), "\(verifier) \(answer)")
        }
    }

    @Test("a signature is right in one spelling, without cofactor", arguments: Edges.signatures)
    func signature(_ signature: Edges.Signature) {
        let key = try? VerificationKey(
            name: "edge", suite: .sha256, publicKey: signature.publicKey)
        let verifies = key?.verifies(signature.bytes, over: signature.message) ?? false
        #expect(verifies == signature.verifies)
    }
}
