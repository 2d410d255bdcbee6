/// Writes scalars in their RFC 8785 form.
public enum CanonicalText {
    typealias Out = UnsafeMutablePointer<UInt8>

    /// The most bytes a string of so many UTF-8 bytes can take, quotes included.
    @inline(__always)
    static func room(forString count: Int) -> Int { 6 &* count &+ 2 }

    /// The most digits of an integer that is allowed, its sign included.
    static let roomForInteger = 17

    static func append(null: Void, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C])
    }

    static func append(_ value: Bool, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    }

    static func append(_ value: Int, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: roomForInteger) { buffer in
            var out = buffer.baseAddress!
            write(value, to: &out)
            bytes.append(
                contentsOf: UnsafeBufferPointer(rebasing: buffer[..<(out - buffer.baseAddress!)]))
        }
    }

    static func append(_ value: String, to bytes: inout [UInt8]) {
        var value = value
        value.withUTF8 { append(utf8: $0, to: &bytes) }
    }

    /// Appends a string that is given as its UTF-8.
    public static func append(
        utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
    ) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        guard var at = utf8.baseAddress else { return }
        let end = at + utf8.count
        while true {
            let stop = ByteScan.endOfLiteralRun(at, end)
            bytes.append(contentsOf: UnsafeBufferPointer(start: at, count: stop - at))
            guard stop < end else { break }
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 6) { buffer in
                var out = buffer.baseAddress!
                escape(stop.pointee, to: &out)
                let count = out - buffer.baseAddress!
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
            }
            at = stop + 1
        }
    }

    /// Writes where there is ``room(forString:)``.
    @inline(__always)
    static func write(_ value: String, to out: inout Out) {
        var value = value
        value.withUTF8 { utf8 in
            out.pointee = UInt8(ascii: "\"")
            out += 1
            if var at = utf8.baseAddress {
                let end = at + utf8.count
                while true {
                    let stop = ByteScan.endOfLiteralRun(at, end)
                    write(bytes: at, stop - at, to: &out)
                    guard stop < end else { break }
                    escape(stop.pointee, to: &out)
                    at = stop + 1
                }
            }
            out.pointee = UInt8(ascii: "\"")
            out += 1
        }
    }

    /// Copies bytes as they are.
    @inline(__always)
    static func write(bytes: UnsafePointer<UInt8>, _ count: Int, to out: inout Out) {
        out.update(from: bytes, count: count)
        out += count
    }

    /// Copies what the format says itself.
    @inline(__always)
    static func write(literal: StaticString, to out: inout Out) {
        write(bytes: literal.utf8Start, literal.utf8CodeUnitCount, to: &out)
    }

    /// Writes an integer in decimal.
    ///
    /// - Precondition: It is within ±(2^53−1).
    @inline(__always)
    static func write(_ value: Int, to out: inout Out) {
        precondition(
            value >= -largestInteger && value <= largestInteger,
            "canonical JSON holds integers within ±(2^53−1) only")
        if value < 0 {
            out.pointee = UInt8(ascii: "-")
            out += 1
        }
        var rest = value.magnitude
        var length = 1
        var limit: UInt = 10
        while rest >= limit {
            length &+= 1
            limit &*= 10
        }
        var index = length
        while index > 0 {
            index &-= 1
            out[index] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
            rest /= 10
        }
        out += length
    }

    /// The escape of a quote, a backslash or a control character (RFC 8785, section 3.2.2.2).
    @inline(never)
    private static func escape(_ byte: UInt8, to out: inout Out) {
        let short: UInt8
        switch byte {
        case 0x08: short = UInt8(ascii: "b")
        case 0x09: short = UInt8(ascii: "t")
        case 0x0A: short = UInt8(ascii: "n")
        case 0x0C: short = UInt8(ascii: "f")
        case 0x0D: short = UInt8(ascii: "r")
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): short = byte
        default:
            write(literal: "\\u00", to: &out)
            out[0] = 0x30 + (byte >> 4)
            out[1] = byte & 15 < 10 ? 0x30 + (byte & 15) : 0x57 + (byte & 15)
            out += 2
            return
        }
        out[0] = UInt8(ascii: "\\")
        out[1] = short
        out += 2
    }
}
