import Chain
import Foundation
import Testing

@Suite("A digest — 32 bytes with one spelling")
struct DigestTests {
    private struct SM: Decodable {
        struct Case: Decodable {
            let message: String
            let digest: String
        }
        let sm3: [Case]
    }

    @Test("SM3 gives the digests its standard prints, GB/T 32905")
    func sm3() throws {
        let cases = try JSONDecoder().decode(SM.self, from: Vectors.data("sm.json")).sm3
        #expect(cases.count == 6)
        var context = DigestContext(.sm3)
        for one in cases {
            #expect(context.digest(Vectors.bytes(hex: one.message)).hex == one.digest)
        }
    }

    @Test(
        "SHA-256 gives the digests its standard prints, FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func sha256(message: String, expected: String) {
        var context = DigestContext(.sha256)
        #expect(context.digest([UInt8](message.utf8)).hex == expected)
    }

    @Test(
        "leaf, node and commitment are the hash of their prefix and parts",
        arguments: Suite.allCases)
    func composition(suite: Suite) {
        var context = DigestContext(suite)
        let line = [UInt8](#"{"seq":0}"#.utf8)
        let salt = [UInt8](0..<16)
        let leaf = line.withUnsafeBytes { context.leaf($0) }
        #expect(leaf == context.digest([0x00] + line))
        let other = context.digest([1, 2, 3])
        let node = context.node(leaf, other)
        #expect(node == context.digest([0x01] + leaf.bytes + other.bytes))
        #expect(node != context.node(other, leaf))
        let sealed = salt.withUnsafeBytes { salt in
            line.withUnsafeBytes { context.commitment(salt: salt, value: $0) }
        }
        #expect(sealed == context.digest(salt + line))
    }

    @Test("an empty line and an empty value are hashed, not skipped", arguments: Suite.allCases)
    func nothing(suite: Suite) {
        var context = DigestContext(suite)
        let empty = UnsafeRawBufferPointer(start: nil, count: 0)
        #expect(context.leaf(empty) == context.digest([0x00]))
        let salt = [UInt8](repeating: 7, count: 16)
        let sealed = salt.withUnsafeBytes { context.commitment(salt: $0, value: empty) }
        #expect(sealed == context.digest(salt))
    }

    @Test("a context used again gives what a fresh one gives", arguments: Suite.allCases)
    func reuse(suite: Suite) {
        var used = DigestContext(suite)
        for length in 0..<200 {
            let bytes = [UInt8](repeating: UInt8(length), count: length)
            var fresh = DigestContext(suite)
            #expect(used.digest(bytes) == fresh.digest(bytes))
        }
    }

    @Test("hexadecimal goes out and comes back for every byte value")
    func hexadecimal() throws {
        for first in 0..<8 {
            let bytes = (0..<32).map { UInt8(first * 32 + $0) }
            let digest = try #require(Digest(bytes: bytes))
            let expected = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            #expect(digest.hex == expected)
            #expect("\(digest)" == expected)
            #expect(Digest(hex: expected) == digest)
            #expect(digest.bytes == bytes)
        }
    }

    @Test("any byte that is no lower-case hexadecimal digit is refused, at every place")
    func oneSpelling() {
        let sound = [UInt8](repeating: 0x61, count: 64)
        let digits = Set("0123456789abcdef".utf8)
        for value in UInt8.min...UInt8.max {
            for place in [0, 1, 7, 8, 31, 62, 63] {
                var text = sound
                text[place] = value
                let read = text.withUnsafeBytes { Digest(hexBytes: $0) }
                #expect((read != nil) == digits.contains(value))
            }
        }
    }

    @Test("a wrong length is refused", arguments: [0, 1, 31, 33, 64])
    func length(count: Int) {
        #expect(Digest(bytes: [UInt8](repeating: 0, count: count)) == nil)
        #expect(Digest(hex: String(repeating: "0", count: 2 * count)) == nil)
    }

    @Test("digests that differ in one bit are not equal")
    func equality() {
        let digest = Vectors.leaves(1)[0]
        for bit in 0..<256 {
            #expect(digest != digest.flipping(bit: bit))
            #expect(digest == digest.flipping(bit: bit).flipping(bit: bit))
        }
        #expect(Set((0..<256).map { digest.flipping(bit: $0) }).count == 256)
    }
}
