import Chain
import Foundation

/// Published vectors that lie beside the tests; each file names its origin.
enum Vectors {
    static func data(_ name: String) throws -> Data {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try Data(contentsOf: here.appendingPathComponent("Vectors/\(name)"))
    }

    static func bytes(hex: String) -> [UInt8] {
        let digits = Array(hex.utf8)
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)!
        }
    }

    /// Digests that are all different and always the same.
    static func leaves(_ count: Int, suite: Chain.Suite = .sha256) -> [Digest] {
        var context = DigestContext(suite)
        return (0..<count).map { number in
            Array("leaf \(number)".utf8).withUnsafeBytes { context.leaf($0) }
        }
    }
}

extension DigestContext {
    mutating func digest(_ bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { digest($0) }
    }
}

extension Digest {
    func flipping(bit: Int) -> Digest {
        var bytes = bytes
        bytes[bit / 8] ^= 1 << (bit % 8)
        return Digest(bytes: bytes)!
    }
}

extension SigningKey {
    /// An Ed25519 key from its RFC 8032 seed (RFC 8410 wrapping).
    init(seed: [UInt8], name: String) throws {
        let header = Vectors.bytes(hex: "302e020100300506032b657004220420")
        try self.init(pem: Self.pem(header + seed), name: name)
    }

    /// An SM2 key from its private number (RFC 5915 in PKCS #8, curve 1.2.156.10197.1.301).
    init(sm2 number: [UInt8], name: String) throws {
        let header = Vectors.bytes(
            hex: "3041020100301306072a8648ce3d020106082a811ccf5501822d0427302502010104" + "20")
        try self.init(pem: Self.pem(header + number), name: name)
    }

    private static func pem(_ der: [UInt8]) -> String {
        "-----BEGIN PRIVATE KEY-----\n\(Base64.encode(der))\n-----END PRIVATE KEY-----\n"
    }
}
