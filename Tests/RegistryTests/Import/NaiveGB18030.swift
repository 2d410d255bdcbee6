/// Reads GB 18030-2022 slowly: one code after the other, each looked up in the rows of the table's
/// file. It shares nothing with the decoder but that file.
struct NaiveGB18030 {
    enum Reading: Equatable {
        case text([UInt8])
        /// The offset of the first sequence that is no code.
        case notACode(Int)
        /// The offset of a character that the end cuts short.
        case openAt(Int)
    }

    private var scalars: [[UInt8]: UInt32] = [:]

    /// - Parameter table: `schema/encodings/gb18030-2022.txt`.
    init(table: String) {
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: " ")
            guard let code = UInt32(cells[0], radix: 16) else { continue }
            if cells[0].count == 4 {
                for (column, cell) in cells.dropFirst().enumerated() {
                    let trail = UInt8(code & 0xFF) + UInt8(column)
                    scalars[[UInt8(code >> 8), trail]] = UInt32(cell, radix: 16)
                }
            } else if let first = UInt32(cells[1], radix: 16), let count = UInt32(cells[2]) {
                // The planes behind the first are a million codes in step: they are computed.
                if first == 0x1_0000 { continue }
                var bytes = [code >> 24, code >> 16 & 0xFF, code >> 8 & 0xFF, code & 0xFF]
                    .map(UInt8.init)
                for step in 0..<count {
                    scalars[bytes] = first + step
                    bytes = Self.next(bytes)
                }
            }
        }
    }

    /// The four-byte code behind a four-byte code.
    private static func next(_ code: [UInt8]) -> [UInt8] {
        var code = code
        for (index, last, first) in [(3, 0x39, 0x30), (2, 0xFE, 0x81), (1, 0x39, 0x30)] {
            if code[index] < last {
                code[index] += 1
                return code
            }
            code[index] = UInt8(first)
        }
        code[0] += 1
        return code
    }

    func read(_ bytes: [UInt8]) -> Reading {
        var text = ""
        var at = 0
        while at < bytes.count {
            let rest = Array(bytes[at...].prefix(4))
            if rest[0] < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(rest[0]))
                at += 1
                continue
            }
            let shapes: [ClosedRange<UInt8>] =
                rest.count > 1 && rest[1] < 0x40
                ? [0x81...0xFE, 0x30...0x39, 0x81...0xFE, 0x30...0x39] : [0x81...0xFE, 0x40...0xFE]
            for (byte, shape) in zip(rest, shapes) where !shape.contains(byte) {
                return .notACode(at)
            }
            if rest.count < shapes.count { return .openAt(at) }
            guard let scalar = scalar(Array(rest.prefix(shapes.count))) else {
                return .notACode(at)
            }
            text.unicodeScalars.append(scalar)
            at += shapes.count
        }
        return .text(Array(text.utf8))
    }

    private func scalar(_ code: [UInt8]) -> Unicode.Scalar? {
        if let value = scalars[code] { return Unicode.Scalar(value) }
        guard code.count == 4, code[0] >= 0x90 else { return nil }
        let digits = [
            (code[0], 0x90, 10), (code[1], 0x30, 126), (code[2], 0x81, 10), (code[3], 0x30, 1),
        ]
        var number = 0
        for (byte, first, radix) in digits { number = (number + Int(byte) - first) * radix }
        return number < 0x10_0000 ? Unicode.Scalar(UInt32(0x1_0000 + number)) : nil
    }
}
