internal import CSchema

/// What every code of GB 18030-2022 stands for.
///
/// The table is `schema/encodings/gb18030-2022.txt`, read once, when the first file in that encoding
/// is. It is one-to-one with the scalar values of Unicode: 128 one-byte codes, 23,940 of two bytes
/// (the user-defined areas among them), 39,420 of four bytes for the rest of the first plane, and
/// 1,048,576 for the planes behind it, which follow in step from 90308130 to E3329A35.
///
/// - Source: GB 18030-2022, 4.2 and Annex A.
struct GB18030Table: Sendable {
    /// Scalar values of two-byte codes, at (lead − 0x81) × 192 + (trail − 0x40); 0 where none is.
    let twoBytes: [UInt16]
    /// Scalar values of the four-byte codes 81308130 to 8431A439, by ``number(_:_:_:_:)``.
    let fourBytes: [UInt16]

    /// Trails of one lead byte, 0x40 to 0xFF.
    static let trails = 192
    /// The number of 90308130, which is U+10000.
    static let firstBeyond = 189_000
    private static let pairs = 126 * trails
    private static let plane = 39_420

    /// The edition of 2022.
    static let edition2022 = GB18030Table(parsing: embedded("encodings/gb18030-2022.txt"))

    /// A text in this encoding, code by code: for the few lines of a template, not for much.
    func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.flatMap(bytes(of:))
    }

    private func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
        let value = scalar.value
        if value < 0x80 { return [UInt8(value)] }
        if value <= 0xFFFF {
            if let place = twoBytes.firstIndex(of: UInt16(value)) {
                return [
                    UInt8(0x81 + place / Self.trails), UInt8(0x40 + place % Self.trails),
                ]
            }
            guard let number = fourBytes.firstIndex(of: UInt16(value)) else {
                preconditionFailure("GB 18030 has a code for every scalar value")
            }
            return Self.bytes(ofNumber: number)
        }
        return Self.bytes(ofNumber: Self.firstBeyond + Int(value) - 0x1_0000)
    }

    private static func bytes(ofNumber number: Int) -> [UInt8] {
        [
            UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1_260 % 10),
            UInt8(0x81 + number / 10 % 126), UInt8(0x30 + number % 10),
        ]
    }

    /// The place of a four-byte code among all of them, 81308130 being 0.
    ///
    /// - Precondition: the bytes are 81–FE, 30–39, 81–FE, 30–39.
    @inline(__always)
    static func number(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int {
        ((Int(first) &- 0x81) &* 10 &+ Int(second) &- 0x30) &* 1_260
            &+ (Int(third) &- 0x81) &* 10 &+ Int(fourth) &- 0x30
    }

    /// Reads the table's own form, which its first lines explain.
    private init(parsing text: UnsafeBufferPointer<UInt8>) {
        var twoBytes = [UInt16](repeating: 0, count: Self.pairs)
        var fourBytes = [UInt16](repeating: 0, count: Self.plane)
        for line in text.split(separator: 0x0A) where line.first != 0x23 {
            let cells = line.split(separator: 0x20)
            guard let code = cells.first.flatMap({ Self.number($0, radix: 16) }) else {
                preconditionFailure("the table of GB 18030 has a row without a code")
            }
            if cells[0].count == 4 {
                let row = (code >> 8 - 0x81) * Self.trails + (code & 0xFF) - 0x40
                for (column, cell) in cells.dropFirst().enumerated() {
                    twoBytes[row + column] = Self.number(cell, radix: 16).map(UInt16.init) ?? 0
                }
            } else {
                let first = Self.number(
                    UInt8(code >> 24), UInt8(code >> 16 & 0xFF), UInt8(code >> 8 & 0xFF),
                    UInt8(code & 0xFF))
                guard cells.count == 3, let value = Self.number(cells[1], radix: 16),
                    let count = Self.number(cells[2], radix: 10)
                else { preconditionFailure("the table of GB 18030 has a run without its length") }
                // The planes behind the first are a formula.
                if first == Self.firstBeyond { continue }
                for step in 0..<count { fourBytes[first + step] = UInt16(value + step) }
            }
        }
        self.twoBytes = twoBytes
        self.fourBytes = fourBytes
    }

    /// Nil for what is no number, as the dashes of an empty cell.
    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>, radix: Int) -> Int? {
        var value = 0
        for digit in digits {
            let figure =
                switch digit {
                case 0x30...0x39: Int(digit) - 0x30
                case 0x41...0x46: Int(digit) - 0x37
                default: radix
                }
            guard figure < radix else { return nil }
            value = value * radix + figure
        }
        return digits.isEmpty ? nil : value
    }

    static func embedded(_ path: String) -> UnsafeBufferPointer<UInt8> {
        for index in 0..<stele_schema_count() {
            let file = stele_schema_file_at(index).pointee
            if String(cString: file.path) == path {
                return UnsafeBufferPointer(start: file.bytes, count: Int(file.count))
            }
        }
        preconditionFailure("schema/embed.c has no row for \(path)")
    }
}
