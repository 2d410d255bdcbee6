import Chain
import Foundation
import Testing

@Suite("Signatures — Ed25519 (RFC 8032) and SM2 with SM3 (GB/T 32918.2)")
struct SignatureTests {
    private struct SM: Decodable {
        struct Case: Decodable {
            let id: String
            let `private`: String
            let message_utf8: String
            let r: String
            let s: String
        }
        let sm2: [Case]
    }

    @Test(
        "Ed25519 signs as RFC 8032 7.1 prints it",
        arguments: [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                    + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
            ),
        ])
    func ed25519(seed: String, publicKey: String, message: String, signature: String) throws {
        let key = try SigningKey(seed: Vectors.bytes(hex: seed), name: "rfc8032")
        #expect(key.suite == .sha256)
        #expect(key.verifier.publicKey == Vectors.bytes(hex: publicKey))
        let message = Vectors.bytes(hex: message)
        let expected = Vectors.bytes(hex: signature)
        #expect(try key.sign(message) == expected)
        #expect(key.verifier.verifies(expected, over: message))
    }

    @Test("SM2 believes the signature that GM/T 0003.5 prints")
    func sm2() throws {
        let cases = try JSONDecoder().decode(SM.self, from: Vectors.data("sm.json")).sm2
        let one = try #require(cases.first)
        #expect(one.id == "1234567812345678")
        let key = try SigningKey(sm2: Vectors.bytes(hex: one.private), name: "gmt0003")
        #expect(key.suite == .sm3)
        // The public key printed beside it in Annex A.
        #expect(
            key.verifier.publicKey
                == Vectors.bytes(
                    hex: "04" + "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"))
        let signature = Vectors.bytes(hex: one.r + one.s)
        let message = [UInt8](one.message_utf8.utf8)
        #expect(key.verifier.verifies(signature, over: message))
        #expect(!key.verifier.verifies(signature, over: message + [0x21]))
    }

    @Test("what a new key signs verifies, and not with any bit flipped", arguments: Suite.allCases)
    func roundTrip(suite: Suite) throws {
        let key = try SigningKey.generate(suite: suite, name: "stele.example/test/\(suite)")
        let message = [UInt8]("碑 — a stone".utf8)
        let signature = try key.sign(message)
        #expect(signature.count == 64)
        #expect(key.verifier.verifies(signature, over: message))
        for bit in 0..<512 {
            var forged = signature
            forged[bit / 8] ^= 1 << (bit % 8)
            #expect(!key.verifier.verifies(forged, over: message))
        }
        for bit in 0..<message.count * 8 {
            var forged = message
            forged[bit / 8] ^= 1 << (bit % 8)
            #expect(!key.verifier.verifies(signature, over: forged))
        }
        let other = try SigningKey.generate(suite: suite, name: "other")
        #expect(!other.verifier.verifies(signature, over: message))
    }

    @Test("SM2 signatures keep 64 bytes when r or s begins with zeros")
    func padding() throws {
        let key = try SigningKey.generate(suite: .sm3, name: "padding")
        // About 4.7 of these have a leading zero byte in r or s.
        for number in 0..<600 {
            let message = [UInt8]("\(number)".utf8)
            let signature = try key.sign(message)
            #expect(signature.count == 64)
            if signature[0] == 0 || signature[32] == 0 {
                #expect(key.verifier.verifies(signature, over: message))
            }
        }
    }

    @Test("a signature of another length or of zeros is no signature", arguments: Suite.allCases)
    func lengths(suite: Suite) throws {
        let key = try SigningKey.generate(suite: suite, name: "lengths")
        let signature = try key.sign([1])
        for forged in [
            [], [UInt8](signature.dropLast()), signature + [0], [UInt8](repeating: 0, count: 64),
            [UInt8](repeating: 0xff, count: 64),
        ] {
            #expect(!key.verifier.verifies(forged, over: [1]))
        }
    }

    @Test("a private key comes back from its PEM", arguments: Suite.allCases)
    func pem(suite: Suite) throws {
        let key = try SigningKey.generate(suite: suite, name: "a")
        #expect(key.pem.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        let again = try SigningKey(pem: key.pem, name: "a")
        #expect(again.verifier == key.verifier)
        #expect(again.pem == key.pem)
        #expect(key.verifier.verifies(try again.sign([7]), over: [7]))
    }

    @Test("text that is no private key is refused")
    func unreadable() throws {
        let key = try SigningKey.generate(suite: .sha256, name: "a")
        for text in [
            "", "hello", String(key.pem.dropLast(30)),
            key.pem.replacingOccurrences(of: "PRIVATE", with: "PUBLIC"),
            String(repeating: "x", count: 1 << 17),
        ] {
            #expect(throws: KeyFault.unreadablePEM) { _ = try SigningKey(pem: text, name: "a") }
        }
    }

    @Test("an encrypted private key is refused without asking for its password")
    func encrypted() {
        let pem = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAipjCIE4HV8ggICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEL/3JXinBMD4+LNq8sDhVqoEQBUm
            tQnrMPy418+Sv7mq7qWkjfu3nWpPbDhpfFP6WTeGfaco/13Lhg6+az57luIGxTV0
            qyz1BYlELGivcg+pNSE=
            -----END ENCRYPTED PRIVATE KEY-----
            """
        #expect(throws: KeyFault.unreadablePEM) { _ = try SigningKey(pem: pem, name: "a") }
    }

    @Test("a private key of another algorithm is refused")
    func otherAlgorithm() {
        let pem = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfJfiR6SeCvrLFxqH
            ItA9WeVltLXNMUeV3mBkBKg9JHShRANCAARwv5vrc66MuLwRA+SkJHG8GMFyuQbb
            UbqaiQ6TeDuMu7IGn1F76ZEuT1bMkISemGfVBNZ2ifgrTmTyKsRfXkLm
            -----END PRIVATE KEY-----
            """
        #expect(throws: KeyFault.unknownAlgorithm) { _ = try SigningKey(pem: pem, name: "a") }
    }

    @Test("a name with a space, a plus or a control character is no key name")
    func names() {
        for name in ["", " ", "a b", "a+b", "a\n", "a\u{00a0}b", "a\u{2003}", "\u{3000}碑", "\0"] {
            #expect(throws: KeyFault.invalidName) {
                _ = try SigningKey.generate(suite: .sha256, name: name)
            }
        }
        #expect(VerificationKey.isName("stele.example/东旗/sm3"))
    }
}

@Suite("Verification keys as text — C2SP signed-note")
struct SignatureKeyTextTests {
    private let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

    @Test("a key is read and written in its one spelling")
    func reads() throws {
        let key = try VerificationKey(vkey: peter)
        #expect(key.name == "PeterNeumann")
        #expect(key.hash == 0xc74f_20a3)
        #expect(key.suite == .sha256)
        #expect(key.vkey == peter)
    }

    @Test("every part of a key, and every key with one byte changed, is refused")
    func manglings() {
        let bytes = [UInt8](peter.utf8)
        for start in 0..<bytes.count {
            for end in (start + 1)...bytes.count where end - start < bytes.count {
                let part = String(decoding: bytes[start..<end], as: UTF8.self)
                #expect(throws: KeyFault.self) { _ = try VerificationKey(vkey: part) }
            }
        }
        for place in bytes.indices {
            var changed = bytes
            changed[place] += 1
            let text = String(decoding: changed, as: UTF8.self)
            #expect(throws: KeyFault.self) { _ = try VerificationKey(vkey: text) }
        }
    }

    @Test("each reason for refusing a key, once, in order of precedence")
    func reasons() {
        let expected: [(String, KeyFault)] = [
            ("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .invalidName),
            ("PeterNeumann+c74f20a3", .malformed),
            ("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T", .malformed),
            (
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                .unknownAlgorithm
            ),
            (
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                .malformed
            ),
            (
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEQ==",
                .wrongLength(expected: 32, found: 36)
            ),
            ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .hashMismatch),
            ("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .hashMismatch),
        ]
        for (text, fault) in expected {
            #expect(throws: fault) { _ = try VerificationKey(vkey: text) }
        }
    }

    @Test("an SM2 key carries its own type and 65 bytes, and its hash is SHA-256 of both")
    func sm2() throws {
        let key = try SigningKey.generate(suite: .sm3, name: "stele.example/a/sm3").verifier
        let again = try VerificationKey(vkey: key.vkey)
        #expect(again == key)
        #expect(key.publicKey.count == 65 && key.publicKey[0] == 0x04)
        let type = [0xff] + [UInt8]("sm2sm3".utf8)
        let parts = key.vkey.split(separator: "+", maxSplits: 2)
        #expect(Base64.decode(String(parts[2])) == type + key.publicKey)
        var context = DigestContext(.sha256)
        let hash = context.digest([UInt8]("stele.example/a/sm3\n".utf8) + type + key.publicKey)
        #expect(String(parts[1]) == hash.hex.prefix(8))
    }

    @Test("a point off the curve is no SM2 key")
    func offCurve() throws {
        var point = try SigningKey.generate(suite: .sm3, name: "a").verifier.publicKey
        point[64] ^= 1
        #expect(throws: KeyFault.invalidKey) {
            _ = try VerificationKey(name: "a", suite: .sm3, publicKey: point)
        }
        let compressed = [0x02] + [UInt8](point[1...32])
        #expect(throws: KeyFault.wrongLength(expected: 65, found: 33)) {
            _ = try VerificationKey(name: "a", suite: .sm3, publicKey: compressed)
        }
    }

    @Test("two spellings of one letter are two names")
    func spellings() throws {
        let key = try VerificationKey(vkey: peter)
        let composed = try VerificationKey(
            name: "\u{e9}", suite: .sha256, publicKey: key.publicKey)
        let decomposed = try VerificationKey(
            name: "e\u{301}", suite: .sha256, publicKey: key.publicKey)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, composed]).count == 2)
    }
}
