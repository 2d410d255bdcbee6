internal import COpenSSL

/// Owns one OpenSSL key.
///
/// `@unchecked Sendable`: an `EVP_PKEY` is not changed after it was made here, and OpenSSL lets
/// threads use one at the same time.
final class KeyHandle: @unchecked Sendable {
    let suite: Suite
    private let key: OpaquePointer

    /// Takes over the reference; nil, and the reference released, unless the key is of a suite.
    private init?(taking key: OpaquePointer) {
        guard let suite = Suite.allCases.first(where: { EVP_PKEY_is_a(key, $0.keyType) == 1 })
        else {
            EVP_PKEY_free(key)
            return nil
        }
        self.suite = suite
        self.key = key
    }

    deinit {
        EVP_PKEY_free(key)
    }

    static func generate(_ suite: Suite) throws(KeyFault) -> KeyHandle {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, suite.keyType, nil) else {
            throw .lastOfLibrary()
        }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_generate(context, &key) == 1,
            let key, let handle = KeyHandle(taking: key)
        else { throw .lastOfLibrary() }
        return handle
    }

    /// - Parameter publicKey: 32 bytes (Ed25519), or 65 bytes 04‖x‖y (SM2).
    static func importing(
        publicKey: [UInt8], suite: Suite
    ) throws(KeyFault) -> KeyHandle {
        let encoding = suite.publicKeyHeader + publicKey
        let key = encoding.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return d2i_PUBKEY(nil, &cursor, buffer.count)
        }
        guard let key, let handle = KeyHandle(taking: key), handle.suite == suite else {
            ERR_clear_error()
            throw .invalidKey
        }
        return handle
    }

    static func reading(pem: String) throws(KeyFault) -> KeyHandle {
        let bytes = [UInt8](pem.utf8)
        guard bytes.count <= 1 << 16 else { throw .unreadablePEM }
        let key = bytes.withUnsafeBytes { buffer -> OpaquePointer? in
            guard let bio = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else {
                return nil
            }
            defer { BIO_free(bio) }
            // The callback refuses a password; without it OpenSSL would ask at the terminal.
            return PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil)
        }
        guard let key else {
            ERR_clear_error()
            throw .unreadablePEM
        }
        guard let handle = KeyHandle(taking: key) else { throw .unknownAlgorithm }
        return handle
    }

    /// The private key in PEM (PKCS #8), not encrypted.
    func pem() throws(KeyFault) -> String {
        guard let bio = BIO_new(BIO_s_secmem()) else { throw .lastOfLibrary() }
        defer { BIO_free(bio) }
        guard PEM_write_bio_PKCS8PrivateKey(bio, key, nil, nil, 0, nil, nil) == 1 else {
            throw .lastOfLibrary()
        }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = BIO_read(bio, &buffer, Int32(buffer.count))
        guard count > 0 else { throw .lastOfLibrary() }
        return String(decoding: buffer[..<Int(count)], as: UTF8.self)
    }

    /// 32 bytes (Ed25519), or 65 bytes 04‖x‖y (SM2).
    func publicKey() throws(KeyFault) -> [UInt8] {
        var pointer: UnsafeMutablePointer<UInt8>?
        let count = Int(i2d_PUBKEY(key, &pointer))
        guard count > 0, let pointer else { throw .lastOfLibrary() }
        defer { CRYPTO_free(pointer, #file, #line) }
        let encoding = [UInt8](UnsafeBufferPointer(start: pointer, count: count))
        let header = suite.publicKeyHeader
        // Another header is another form of the same key, such as a compressed point.
        guard encoding.starts(with: header), count == header.count + suite.publicKeyLength else {
            throw .unknownAlgorithm
        }
        return [UInt8](encoding[header.count...])
    }

    /// 64 bytes: R‖S (Ed25519, RFC 8032) or r‖s (SM2, GB/T 32918.2).
    func sign(_ message: [UInt8]) throws(KeyFault) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw .lastOfLibrary() }
        defer { EVP_MD_CTX_free(context) }
        var keyContext: OpaquePointer?
        var count = 128
        var signature = [UInt8](repeating: 0, count: count)
        guard
            EVP_DigestSignInit_ex(
                context, &keyContext, suite.signedDigest, nil, nil, key, nil) == 1,
            identify(keyContext),
            EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        else { throw .lastOfLibrary() }
        signature.removeSubrange(count...)
        switch suite {
        case .sha256: return signature
        case .sm3:
            guard let raw = RawSignature.fromDER(signature) else { throw .lastOfLibrary() }
            return raw
        }
    }

    func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard signature.count == 64, let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        let encoded: [UInt8]
        switch suite {
        case .sha256: encoded = signature
        case .sm3:
            guard let der = RawSignature.toDER(signature) else { return false }
            encoded = der
        }
        var keyContext: OpaquePointer?
        return EVP_DigestVerifyInit_ex(
            context, &keyContext, suite.signedDigest, nil, nil, key, nil) == 1
            && identify(keyContext)
            && EVP_DigestVerify(context, encoded, encoded.count, message, message.count) == 1
    }

    /// SM2 signs over an identity of the signer as well; everyone uses the default one.
    private func identify(_ context: OpaquePointer?) -> Bool {
        switch suite {
        case .sha256: return true
        case .sm3:
            // GB/T 32918.5, GM/T 0009-2012 section 10.
            let identity = [UInt8]("1234567812345678".utf8)
            return EVP_PKEY_CTX_set1_id(context, identity, Int32(identity.count)) == 1
        }
    }
}

/// r‖s ↔ the DER sequence that OpenSSL speaks.
private enum RawSignature {
    static func toDER(_ raw: [UInt8]) -> [UInt8]? {
        guard let signature = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(signature) }
        let r = raw.withUnsafeBufferPointer { BN_bin2bn($0.baseAddress, 32, nil) }
        let s = raw.withUnsafeBufferPointer { BN_bin2bn($0.baseAddress! + 32, 32, nil) }
        guard let r, let s, ECDSA_SIG_set0(signature, r, s) == 1 else {
            BN_free(r)
            BN_free(s)
            return nil
        }
        var pointer: UnsafeMutablePointer<UInt8>?
        let count = Int(i2d_ECDSA_SIG(signature, &pointer))
        guard count > 0, let pointer else { return nil }
        defer { CRYPTO_free(pointer, #file, #line) }
        return [UInt8](UnsafeBufferPointer(start: pointer, count: count))
    }

    static func fromDER(_ encoding: [UInt8]) -> [UInt8]? {
        let signature = encoding.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return d2i_ECDSA_SIG(nil, &cursor, buffer.count)
        }
        guard let signature else { return nil }
        defer { ECDSA_SIG_free(signature) }
        var raw = [UInt8](repeating: 0, count: 64)
        let sound = raw.withUnsafeMutableBufferPointer { buffer in
            BN_bn2binpad(ECDSA_SIG_get0_r(signature), buffer.baseAddress, 32) == 32
                && BN_bn2binpad(ECDSA_SIG_get0_s(signature), buffer.baseAddress! + 32, 32) == 32
        }
        return sound ? raw : nil
    }
}

extension Suite {
    /// The name OpenSSL knows this kind of key by.
    fileprivate var keyType: String {
        switch self {
        case .sha256: "ED25519"
        case .sm3: "SM2"
        }
    }

    /// The hash a signature is made over; Ed25519 brings its own.
    fileprivate var signedDigest: String? {
        switch self {
        case .sha256: nil
        case .sm3: "SM3"
        }
    }

    /// The DER of a SubjectPublicKeyInfo up to the key's own bytes (RFC 8410; RFC 5480 with the
    /// curve 1.2.156.10197.1.301).
    fileprivate var publicKeyHeader: [UInt8] {
        switch self {
        case .sha256: [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]
        case .sm3:
            [
                0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
                0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d, 0x03, 0x42, 0x00,
            ]
        }
    }

    /// 32 bytes (Ed25519), or 65 bytes 04‖x‖y (SM2).
    var publicKeyLength: Int {
        switch self {
        case .sha256: 32
        case .sm3: 65
        }
    }
}

extension KeyFault {
    /// Empties OpenSSL's error queue of this thread and says what lay in it first.
    fileprivate static func lastOfLibrary() -> KeyFault {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else { return .library("no reason given") }
        var text = [CChar](repeating: 0, count: 256)
        ERR_error_string_n(code, &text, text.count)
        return .library(
            String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
}
