/// Writes a delivered row, as delivered, as one canonical JSON object (RFC 8785): every column of
/// the header, with its text untouched.
///
/// The order of the members and the escaped names are worked out once for a file.
struct RawRowWriter {
    /// `{"name":` or `,"name":` in canonical order, and the place of the column in the record.
    private let members: [(prefix: [UInt8], place: Int)]

    init(header: [String]) {
        let order = header.indices.sorted { left, right in
            header[left].utf16.lexicographicallyPrecedes(header[right].utf16)
        }
        members = order.enumerated().map { index, place in
            var prefix: [UInt8] = [index == 0 ? 0x7B : 0x2C]
            var name = header[place]
            name.withUTF8 { appendJSONString($0, to: &prefix) }
            prefix.append(0x3A)
            return (prefix, place)
        }
    }

    func bytes(of reader: CSVReader) -> [UInt8] {
        var size = 1
        for (prefix, place) in members { size += prefix.count + reader.field(place).count + 2 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        for (prefix, place) in members {
            bytes.append(contentsOf: prefix)
            appendJSONString(reader.field(place), to: &bytes)
        }
        bytes.append(0x7D)
        return bytes
    }
}

/// Appends `text` (UTF-8) as a JSON string in the one form that RFC 8785 allows.
func appendJSONString(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    var begin = 0
    for index in text.indices {
        let byte = text[index]
        if byte >= 0x20 && byte != 0x22 && byte != 0x5C { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[begin..<index]))
        begin = index + 1
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            let digits = StaticString("0123456789abcdef").utf8Start
            bytes.append(contentsOf: [UInt8(ascii: "u"), 0x30, 0x30])
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[begin...]))
    bytes.append(0x22)
}
