import Chain

/// RFC 9162, sections 2.1.3.2 and 2.1.4.2, written down once more from the text of the RFC: only the
/// hash itself is the product's.
struct ProofArithmetic: ~Copyable {
    private var digest: DigestContext

    init(_ suite: Suite) { digest = DigestContext(suite) }

    private mutating func hash(_ prefix: UInt8, _ parts: [UInt8]...) -> [UInt8] {
        let bytes = [prefix] + parts.flatMap(\.self)
        let sum = bytes.withUnsafeBytes { digest.digest($0) }
        return sum.bytes
    }

    mutating func leaf(_ line: String) -> [UInt8] { hash(0, Array(line.utf8)) }

    /// The root that an inclusion proof leads to; nil if it is too long or too short.
    mutating func root(leaf: [UInt8], index: Int, size: Int, path: [[UInt8]]) -> [UInt8]? {
        var (fn, sn, r) = (index, size - 1, leaf)
        for p in path {
            if sn == 0 { return nil }
            if fn & 1 == 1 || fn == sn {
                r = hash(1, p, r)
                while fn & 1 == 0, fn != 0 { (fn, sn) = (fn >> 1, sn >> 1) }
            } else {
                r = hash(1, r, p)
            }
            (fn, sn) = (fn >> 1, sn >> 1)
        }
        return sn == 0 ? r : nil
    }

    /// Both roots that a consistency proof leads to.
    mutating func roots(
        old: Int, oldRoot: [UInt8], new: Int, path: [[UInt8]]
    ) -> (old: [UInt8], new: [UInt8])? {
        var path = path
        if old & (old - 1) == 0 { path.insert(oldRoot, at: 0) }
        var (fn, sn) = (old - 1, new - 1)
        while fn & 1 == 1 { (fn, sn) = (fn >> 1, sn >> 1) }
        guard var fr = path.first else { return nil }
        var sr = fr
        for c in path.dropFirst() {
            if sn == 0 { return nil }
            if fn & 1 == 1 || fn == sn {
                fr = hash(1, c, fr)
                sr = hash(1, c, sr)
                while fn & 1 == 0, fn != 0 { (fn, sn) = (fn >> 1, sn >> 1) }
            } else {
                sr = hash(1, sr, c)
            }
            (fn, sn) = (fn >> 1, sn >> 1)
        }
        return sn == 0 ? (fr, sr) : nil
    }

    static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }
}
