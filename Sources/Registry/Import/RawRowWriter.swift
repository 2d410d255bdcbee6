internal import Chain

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
            name.withUTF8 { CanonicalText.append(utf8: $0, to: &prefix) }
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
            CanonicalText.append(utf8: reader.field(place), to: &bytes)
        }
        bytes.append(0x7D)
        return bytes
    }
}
