internal import COpenSSL

/// Whether bytes are a public key in its one spelling, and not one that anybody can sign for.
///
/// OpenSSL takes any 32 bytes for an Ed25519 key and a hybrid point for an SM2 key. Under a key of
/// small order one fixed signature fits every text; two spellings of one key are two keys to
/// whoever compares bytes.
enum PublicPoint {
    static func isSound(_ key: [UInt8], suite: Suite) -> Bool {
        switch suite {
        case .sha256: isEdwards(key)
        // 04: neither compressed nor hybrid. OpenSSL checks that it is on the curve, whose every
        // point but the neutral one has the full order.
        case .sm3: key.count == 65 && key.first == 0x04
        }
    }

    /// A point of edwards25519 whose y is below p = 2^255 − 19 and that has not the order 1, 2, 4
    /// or 8.
    ///
    /// - Source: RFC 8032 5.1.3.
    private static func isEdwards(_ key: [UInt8]) -> Bool {
        guard key.count == 32 else { return false }
        // The sign of x does not matter: where x is 0 and has but one sign, the order is small.
        var y = Array(key.reversed())
        y[0] &= 0x7F
        guard y.lexicographicallyPrecedes(prime), !smallOrders.contains(y) else { return false }
        return Field.hasPoint(y)
    }

    /// Big-endian, as everything below.
    private static let prime: [UInt8] = [0x7F] + [UInt8](repeating: 0xFF, count: 30) + [0xED]

    /// The y of the eight points of small order: 0 (order 4), 1 (order 1), p − 1 (order 2), and the
    /// two of order 8, which are each other's negative.
    private static let smallOrders: Set<[UInt8]> = [
        [UInt8](repeating: 0, count: 32), [UInt8](repeating: 0, count: 31) + [1],
        [0x7F] + [UInt8](repeating: 0xFF, count: 30) + [0xEC],
        [
            0x7A, 0x03, 0xAC, 0x92, 0x77, 0xFD, 0xC7, 0x4E, 0xC6, 0xCC, 0x39, 0x2C, 0xFA, 0x53,
            0x20, 0x2A, 0x0F, 0x67, 0x10, 0x0D, 0x76, 0x0B, 0x3C, 0xBA, 0x4F, 0xD8, 0x4D, 0x3D,
            0x70, 0x6A, 0x17, 0xC7,
        ],
        [
            0x05, 0xFC, 0x53, 0x6D, 0x88, 0x02, 0x38, 0xB1, 0x39, 0x33, 0xC6, 0xD3, 0x05, 0xAC,
            0xDF, 0xD5, 0xF0, 0x98, 0xEF, 0xF2, 0x89, 0xF4, 0xC3, 0x45, 0xB0, 0x27, 0xB2, 0xC2,
            0x8F, 0x95, 0xE8, 0x26,
        ],
    ]
}

/// Arithmetic modulo p, as much of it as says whether a y has a point.
private struct Field: ~Copyable {
    private let context: OpaquePointer
    private let prime: OpaquePointer

    /// Whether x² = (y² − 1) / (d·y² + 1) has a solution: whether (y² − 1)·(d·y² + 1) is a square.
    /// False, too, if OpenSSL has no memory left.
    static func hasPoint(_ y: [UInt8]) -> Bool {
        guard let context = BN_CTX_new(), let prime = number(hex: Self.p) else { return false }
        return Field(context: context, prime: prime).isSquare(y)
    }

    private init(context: OpaquePointer, prime: OpaquePointer) {
        self.context = context
        self.prime = prime
    }

    deinit {
        BN_free(prime)
        BN_CTX_free(context)
    }

    private func isSquare(_ y: [UInt8]) -> Bool {
        guard let y = BN_bin2bn(y, Int32(y.count), nil), let d = Self.number(hex: Self.d),
            let half = Self.number(hex: Self.halfOfPMinus1), let one = Self.number(hex: "1"),
            let numerator = BN_new(), let denominator = BN_new()
        else { return false }
        defer { for each in [y, d, half, one, numerator, denominator] { BN_free(each) } }
        guard BN_mod_sqr(y, y, prime, context) == 1,
            BN_mod_sub(numerator, y, one, prime, context) == 1,
            BN_mod_mul(denominator, d, y, prime, context) == 1,
            BN_mod_add(denominator, denominator, one, prime, context) == 1,
            BN_mod_mul(numerator, numerator, denominator, prime, context) == 1,
            BN_mod_exp(numerator, numerator, half, prime, context) == 1
        else { return false }
        return BN_is_one(numerator) == 1
    }

    private static func number(hex: String) -> OpaquePointer? {
        var number: OpaquePointer?
        return BN_hex2bn(&number, hex) > 0 ? number : nil
    }

    private static let p = "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFED"
    private static let halfOfPMinus1 =
        "3FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF6"
    /// −121665/121666 (RFC 8032 5.1).
    private static let d = "52036CEE2B6FFE738CC740797779E89800700A4D4141D8AB75EB4DCA135978A3"
}
