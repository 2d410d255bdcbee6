/// Reads JSON that people write, into a ``JSONValue``.
struct JSONReader {
    typealias Bytes = UnsafePointer<UInt8>

    let base: Bytes
    let end: Bytes
    let depthLimit: Int
    var at: Bytes
    private var depth = 0

    init(base: Bytes, end: Bytes, depthLimit: Int) {
        self.base = base
        self.end = end
        self.depthLimit = depthLimit
        at = base
    }

    mutating func whole() throws(JSONFault) -> JSONValue {
        if ByteScan.isByteOrderMark(at, end) { throw fault(.byteOrderMark) }
        let value = try value()
        skipSpace()
        guard at == end else { throw fault(.trailingBytes) }
        return value
    }

    private func fault(_ reason: JSONFault.Reason) -> JSONFault {
        JSONFault(reason, at: at - base)
    }

    private mutating func skipSpace() {
        while at < end {
            switch at.pointee {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    /// The next byte that is not white space.
    private mutating func peek() throws(JSONFault) -> UInt8 {
        skipSpace()
        guard at < end else { throw fault(.unexpectedEnd) }
        return at.pointee
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        switch try peek() {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .integer(try JSONNumber.integer(&at, end, base))
        default: throw fault(.unexpectedByte)
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue)
        throws(JSONFault) -> JSONValue
    {
        for index in 0..<word.utf8CodeUnitCount {
            guard at < end else { throw fault(.unexpectedEnd) }
            guard at.pointee == word.utf8Start[index] else { throw fault(.unexpectedByte) }
            at += 1
        }
        return value
    }

    private mutating func open() throws(JSONFault) {
        guard depth < depthLimit else { throw fault(.tooDeep) }
        depth += 1
        at += 1
    }

    private mutating func array() throws(JSONFault) -> JSONValue {
        try open()
        var elements: [JSONValue] = []
        if try peek() == UInt8(ascii: "]") {
            at += 1
        } else {
            repeat { elements.append(try value()) } while try goesOn(until: UInt8(ascii: "]"))
        }
        depth -= 1
        return .array(elements)
    }

    private mutating func object() throws(JSONFault) -> JSONValue {
        try open()
        var members: [JSONValue.Member] = []
        // Bytes, not Swift strings: those take two spellings of one accent for the same.
        var keys: Set<[UInt8]> = []
        if try peek() == UInt8(ascii: "}") {
            at += 1
        } else {
            repeat {
                guard try peek() == UInt8(ascii: "\"") else { throw fault(.unexpectedByte) }
                let start = at - base
                let key = try string()
                guard keys.insert(Array(key.utf8)).inserted else {
                    throw JSONFault(.duplicateKey, at: start)
                }
                guard try peek() == UInt8(ascii: ":") else { throw fault(.unexpectedByte) }
                at += 1
                members.append(.init(key, try value()))
            } while try goesOn(until: UInt8(ascii: "}"))
        }
        depth -= 1
        return .object(members)
    }

    /// Past a comma: true. Past the closing bracket: false.
    private mutating func goesOn(until close: UInt8) throws(JSONFault) -> Bool {
        let byte = try peek()
        guard byte == UInt8(ascii: ",") || byte == close else { throw fault(.unexpectedByte) }
        at += 1
        return byte != close
    }

    private mutating func string() throws(JSONFault) -> String {
        at += 1
        let start = at
        at = ByteScan.endOfPlainRun(at, end)
        if at < end && at.pointee == UInt8(ascii: "\"") {
            defer { at += 1 }
            return String(
                decoding: UnsafeBufferPointer(start: start, count: at - start), as: UTF8.self)
        }
        var text = [UInt8](UnsafeBufferPointer(start: start, count: at - start))
        while true {
            guard at < end else { throw fault(.unexpectedEnd) }
            switch at.pointee {
            case UInt8(ascii: "\""):
                at += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try escape(&text)
            case 0..<0x20:
                throw fault(.controlCharacter)
            case 0x80...:
                let length = ByteScan.characterLength(at, end)
                guard length > 0 else { throw fault(.badUTF8) }
                text.append(contentsOf: UnsafeBufferPointer(start: at, count: length))
                at += length
            default:
                let run = at
                at = ByteScan.endOfPlainRun(at, end)
                text.append(contentsOf: UnsafeBufferPointer(start: run, count: at - run))
            }
        }
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONFault) {
        guard end - at >= 2 else { throw JSONFault(.unexpectedEnd, at: end - base) }
        switch at[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(at[1])
        case UInt8(ascii: "u"):
            let scalar = try JSONEscape.scalar(at, end, base)
            text.append(contentsOf: scalar.utf8)
            at += scalar.value > 0xFFFF ? 12 : 6
            return
        case let letter:
            guard let control = JSONEscape.control(letter) else { throw fault(.badEscape) }
            text.append(control)
        }
        at += 2
    }
}
