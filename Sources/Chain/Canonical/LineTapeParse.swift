extension LineTape {
    typealias Bytes = UnsafePointer<UInt8>

    /// Reads a line that must be byte for byte its own RFC 8785 form.
    ///
    /// So one content has one spelling: keys sorted by UTF-16 code units, the shortest escapes, no
    /// white space, integers without `-0` or zeros in front. What passes here can be hashed.
    ///
    /// - Throws: ``JSONFault`` for the first byte that is wrong; the tape is then empty.
    public mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) {
        count = 0
        line = nil
        let most = min(limits.bytes, Self.addressable)
        guard bytes.count <= most else { throw JSONFault(.tooLarge, at: most) }
        guard let raw = bytes.baseAddress, bytes.count > 0 else {
            throw JSONFault(.unexpectedEnd, at: 0)
        }
        makeRoom(forLineOf: bytes.count)
        let base = raw.assumingMemoryBound(to: UInt8.self)
        count = try Self.fill(tokens, frames, limits.depth, base, base + bytes.count)
        line = base
    }

    /// Writes the tokens of the line; returns how many there are.
    private static func fill(
        _ tokens: UnsafeMutablePointer<Token>, _ frames: UnsafeMutablePointer<Frame>,
        _ deepest: Int,
        _ base: Bytes, _ end: Bytes
    ) throws(JSONFault) -> Int {
        var at = base
        var next = 0
        var depth = 0
        var frame = Frame(token: -1, count: 0, lastKey: -2)

        values: while true {
            guard at < end else { throw JSONFault(.unexpectedEnd, at: end - base) }
            switch at.pointee {
            case UInt8(ascii: "\""):
                let start = at + 1
                var kind = Kind.string
                at = try closingQuote(start, end, base, &kind)
                tokens[next] = token(kind, start - base, at - base, 0)
                next &+= 1
                at += 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isObject = at.pointee == UInt8(ascii: "{")
                guard depth < deepest else {
                    throw JSONFault(.tooDeep, at: at - base)
                }
                frames[depth] = frame
                depth &+= 1
                frame = Frame(token: next, count: 0, lastKey: isObject ? -1 : -2)
                tokens[next] = token(isObject ? Kind.object : Kind.array, at - base, 0, 0)
                next &+= 1
                at += 1
                guard at < end else { throw JSONFault(.unexpectedEnd, at: end - base) }
                if at.pointee == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { break }
                if isObject { try key(&at, end, base, tokens, &next, &frame) }
                frame.count = 1
                continue values
            case UInt8(ascii: "t"):
                try literal("true", &at, end, base)
                tokens[next] = token(Kind.yes, at - base &- 4, at - base, 0)
                next &+= 1
            case UInt8(ascii: "f"):
                try literal("false", &at, end, base)
                tokens[next] = token(Kind.no, at - base &- 5, at - base, 0)
                next &+= 1
            case UInt8(ascii: "n"):
                try literal("null", &at, end, base)
                tokens[next] = token(Kind.null, at - base &- 4, at - base, 0)
                next &+= 1
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                let start = at
                let value = try JSONNumber.integer(&at, end, base)
                tokens[next] = token(Kind.integer, start - base, at - base, Int64(value))
                next &+= 1
            default:
                throw unexpected(at, end, base)
            }

            while depth > 0 {
                guard at < end else { throw JSONFault(.unexpectedEnd, at: end - base) }
                let isObject = frame.lastKey != -2
                if at.pointee == UInt8(ascii: ",") {
                    at += 1
                    if isObject { try key(&at, end, base, tokens, &next, &frame) }
                    frame.count &+= 1
                    continue values
                }
                guard at.pointee == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw unexpected(at, end, base)
                }
                at += 1
                tokens[frame.token].end = UInt32(truncatingIfNeeded: at - base)
                tokens[frame.token].payload = Int64(frame.count) << 32 | Int64(next)
                depth &-= 1
                frame = frames[depth]
            }
            guard at == end else { throw JSONFault(.trailingBytes, at: at - base) }
            return next
        }
    }

    /// One key with its colon; it must sort after the key before it.
    @inline(__always)
    private static func key(
        _ at: inout Bytes, _ end: Bytes, _ base: Bytes,
        _ tokens: UnsafeMutablePointer<Token>, _ next: inout Int, _ frame: inout Frame
    ) throws(JSONFault) {
        guard at < end else { throw JSONFault(.unexpectedEnd, at: end - base) }
        guard at.pointee == UInt8(ascii: "\"") else { throw unexpected(at, end, base) }
        let start = at + 1
        var kind = Kind.key
        at = try closingQuote(start, end, base, &kind)
        if frame.lastKey >= 0 {
            let last = tokens[frame.lastKey]
            let lastStart = base + last.start
            let lastCount = Int(last.end) &- last.start
            let isPlain = (last.kind | kind) & Kind.escaped == 0
            if !isPlain || end - start < 8
                || !KeyOrder.clearlyAscends(lastStart, lastCount, start, at - start)
            {
                let order = orderInFull(lastStart, lastCount, start, at - start, isPlain)
                guard order < 0 else {
                    throw JSONFault(order == 0 ? .duplicateKey : .keyOrder, at: start - base - 1)
                }
            }
        }
        tokens[next] = token(kind, start - base, at - base, 0)
        frame.lastKey = next
        next &+= 1
        at += 1
        guard at < end else { throw JSONFault(.unexpectedEnd, at: end - base) }
        guard at.pointee == UInt8(ascii: ":") else { throw unexpected(at, end, base) }
        at += 1
    }

    /// How two keys sort that eight bytes could not tell.
    @inline(never)
    private static func orderInFull(
        _ left: Bytes, _ leftCount: Int, _ right: Bytes, _ rightCount: Int, _ isPlain: Bool
    ) -> Int {
        if isPlain { return KeyOrder.compare(left, leftCount, right, rightCount) }
        return KeyOrder.compareEscaped(
            UnsafeRawBufferPointer(start: left, count: leftCount),
            UnsafeRawBufferPointer(start: right, count: rightCount))
    }

    /// The quote that ends the string whose contents begin at `start`; sets `kind`'s escape bit.
    @inline(__always)
    private static func closingQuote(
        _ start: Bytes, _ end: Bytes, _ base: Bytes, _ kind: inout UInt8
    ) throws(JSONFault) -> Bytes {
        // Most keys and many values end within eight bytes.
        guard end - start >= 8 else { return try closingQuoteInFull(start, end, base, &kind) }
        let stops = ByteScan.readerStops(start)
        guard stops != 0 else { return try closingQuoteInFull(start + 8, end, base, &kind) }
        let stop = start + ByteScan.lane(stops)
        if stop.pointee == UInt8(ascii: "\"") { return stop }
        return try closingQuoteInFull(stop, end, base, &kind)
    }

    /// As `closingQuote`, from anywhere in the string that is not inside a character or an escape.

    @inline(never)
    private static func closingQuoteInFull(
        _ start: Bytes, _ end: Bytes, _ base: Bytes, _ kind: inout UInt8
    ) throws(JSONFault) -> Bytes {
        var at = start
        while at < end {
            switch at.pointee {
            case UInt8(ascii: "\""):
                return at
            case UInt8(ascii: "\\"):
                kind |= Kind.escaped
                at += try minimalEscape(at, end, base)
            case 0x80...:
                at = ByteScan.skipChinese(at, end)
                guard at < end, at.pointee >= 0x80 else { continue }
                let length = ByteScan.characterLength(at, end)
                guard length > 0 else { throw JSONFault(.badUTF8, at: at - base) }
                at += length
            case ..<0x20:
                throw JSONFault(.controlCharacter, at: at - base)
            default:
                at = ByteScan.endOfPlainRun(at, end)
            }
        }
        throw JSONFault(.unexpectedEnd, at: end - base)
    }

    /// How long the escape is; it must be the one that RFC 8785 section 3.2.2.2 prescribes.
    private static func minimalEscape(_ at: Bytes, _ end: Bytes, _ base: Bytes)
        throws(JSONFault) -> Int
    {
        guard end - at >= 2 else { throw JSONFault(.unexpectedEnd, at: end - base) }
        switch at[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "t"),
            UInt8(ascii: "n"), UInt8(ascii: "f"), UInt8(ascii: "r"):
            return 2
        case UInt8(ascii: "/"):
            throw JSONFault(.escapeNotMinimal, at: at - base)
        case UInt8(ascii: "u"):
            switch try JSONEscape.scalar(at, end, base).value {
            case 0x08, 0x09, 0x0A, 0x0C, 0x0D, 0x20...:
                throw JSONFault(.escapeNotMinimal, at: at - base)
            default:  // A control character; its last digit must be lower-case.
                let digit = at[5]
                guard digit <= 0x39 || digit >= 0x61 else {
                    throw JSONFault(.escapeNotMinimal, at: at - base)
                }
                return 6
            }
        default:
            throw JSONFault(.badEscape, at: at - base)
        }
    }

    @inline(__always)
    private static func literal(
        _ word: StaticString, _ at: inout Bytes, _ end: Bytes, _ base: Bytes
    ) throws(JSONFault) {
        var index = 0
        while index < word.utf8CodeUnitCount {
            guard at < end else { throw JSONFault(.unexpectedEnd, at: end - base) }
            guard at.pointee == word.utf8Start[index] else {
                throw JSONFault(.unexpectedByte, at: at - base)
            }
            at += 1
            index &+= 1
        }
    }

    @inline(__always)
    private static func token(_ kind: UInt8, _ start: Int, _ end: Int, _ payload: Int64) -> Token {
        Token(
            head: UInt32(kind) << 24 | UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: end), payload: payload)
    }

    /// Names what stands where no token can.
    @inline(never)
    private static func unexpected(_ at: Bytes, _ end: Bytes, _ base: Bytes) -> JSONFault {
        switch at.pointee {
        case 0x20, 0x09, 0x0A, 0x0D: JSONFault(.whiteSpace, at: at - base)
        case 0xEF where at == base && ByteScan.isByteOrderMark(at, end):
            JSONFault(.byteOrderMark, at: 0)
        default: JSONFault(.unexpectedByte, at: at - base)
        }
    }
}
