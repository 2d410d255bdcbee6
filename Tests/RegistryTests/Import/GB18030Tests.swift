import Chain
import Foundation
import Testing

@testable import Registry

@Suite("GB 18030-2022 — every code of the edition, and no other")
struct GB18030Tests {
    /// Decodes `bytes` that come in reads of `chunk`, into a buffer of `out`.
    private func decode(_ bytes: [UInt8], chunk: Int = .max, out: Int = 4_096) throws(FileFault)
        -> [UInt8]
    {
        let source = GB18030Bytes(MemoryBytes(bytes, chunk: chunk), name: "f.csv")
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: out, alignment: 1)
        defer { buffer.deallocate() }
        var result: [UInt8] = []
        while true {
            let count = try source.read(into: buffer)
            if count == 0 { return result }
            result += buffer[..<count]
        }
    }

    private func sha256(_ bytes: [UInt8]) -> String {
        var digest = DigestContext(.sha256)
        return bytes.withUnsafeBytes { digest.digest($0) }.hex
    }

    private func character(_ code: [UInt8]) -> UInt32? {
        guard let text = try? String(validating: decode(code), as: UTF8.self),
            text.unicodeScalars.count == 1
        else { return nil }
        return text.unicodeScalars.first?.value
    }

    private func fault(_ bytes: [UInt8], chunk: Int = .max) -> FileFault? {
        do throws(FileFault) {
            _ = try decode(bytes, chunk: chunk)
            return nil
        } catch {
            return error
        }
    }

    private func reading(_ bytes: [UInt8]) -> NaiveGB18030.Reading? {
        switch fault(bytes, chunk: 3) {
        case .notInEncoding(_, .gb18030, let offset)?: .notACode(offset)
        case .truncatedCharacter(_, .gb18030, let offset)?: .openAt(offset)
        case nil: (try? decode(bytes)).map { .text($0) }
        default: nil
        }
    }

    private static func bytes(_ code: String) -> [UInt8] {
        let digits = code.utf8.map { $0 < 0x40 ? $0 - 0x30 : $0 - 0x37 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// The four-byte code with that number, 81308130 being 0.
    private static func code(_ number: Int) -> [UInt8] {
        [
            UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1_260 % 10),
            UInt8(0x81 + number / 10 % 126), UInt8(0x30 + number % 10),
        ]
    }

    /// Every code, in the order of its bytes within its length.
    private static let codes: [[UInt8]] =
        (0..<0x80).map { [UInt8($0)] }
        + (0x81...0xFE).flatMap { lead in
            (0x40...0xFE).filter { $0 != 0x7F }.map { [UInt8(lead), UInt8($0)] }
        }
        + (0..<39_420).map(code) + (189_000..<1_237_576).map(code)

    @Test("the whole mapping, both ways, is the one that three other tables lead to")
    func wholeMapping() throws {
        #expect(Self.codes.count == 1_112_064)
        let text = try decode(Array(Self.codes.joined()))
        // Stated by `tools/gb18030 --tell`, which never reads the embedded table.
        #expect(
            sha256(text)
                == "8c0c2566f3fa3121ed869be7dd7e8214dce74ff359809579ac28261d04726ab1")
        var codeOf = [Int](repeating: -1, count: 0x11_0000)
        for (index, scalar) in String(decoding: text, as: UTF8.self).unicodeScalars.enumerated() {
            #expect(codeOf[Int(scalar.value)] == -1, "\(scalar.value) has two codes")
            codeOf[Int(scalar.value)] = index
        }
        let back = codeOf.filter { $0 >= 0 }.flatMap { Self.codes[$0] }
        #expect(
            sha256(back)
                == "961df022f9134557149ea760041fc82072b770706237083f76abd752e5ea3170")
    }

    @Test(
        "eighteen pairs changed places in 2022: the two-byte code gives the character",
        arguments: [
            ("A6D9", 0xFE10, "84318236", 0xE78D), ("A6DA", 0xFE12, "84318238", 0xE78E),
            ("A6DB", 0xFE11, "84318237", 0xE78F), ("A6DC", 0xFE13, "84318239", 0xE790),
            ("A6DD", 0xFE14, "84318330", 0xE791), ("A6DE", 0xFE15, "84318331", 0xE792),
            ("A6DF", 0xFE16, "84318332", 0xE793), ("A6EC", 0xFE17, "84318333", 0xE794),
            ("A6ED", 0xFE18, "84318334", 0xE795), ("A6F3", 0xFE19, "84318335", 0xE796),
            ("FE59", 0x9FB4, "82359037", 0xE81E), ("FE61", 0x9FB5, "82359038", 0xE826),
            ("FE66", 0x9FB6, "82359039", 0xE82B), ("FE67", 0x9FB7, "82359130", 0xE82C),
            ("FE6D", 0x9FB8, "82359131", 0xE832), ("FE7E", 0x9FB9, "82359132", 0xE843),
            ("FE90", 0x9FBA, "82359133", 0xE854), ("FEA0", 0x9FBB, "82359134", 0xE864),
        ])
    func exchanged(short: String, character: UInt32, long: String, privateUse: UInt32) {
        #expect(self.character(Self.bytes(short)) == character)
        #expect(self.character(Self.bytes(long)) == privateUse)
    }

    @Test(
        "six ideographs have their four-byte codes; the two-byte codes stay private-use",
        arguments: [
            ("FE51", 0xE816, "95329031", 0x20087), ("FE52", 0xE817, "95329033", 0x20089),
            ("FE53", 0xE818, "95329730", 0x200CC), ("FE6C", 0xE831, "9536B937", 0x215D7),
            ("FE76", 0xE83B, "9630BA35", 0x2298F), ("FE91", 0xE855, "9635B630", 0x241FE),
        ])
    func kept(short: String, privateUse: UInt32, long: String, character: UInt32) {
        #expect(self.character(Self.bytes(short)) == privateUse)
        #expect(self.character(Self.bytes(long)) == character)
    }

    @Test(
        "each area is read from its first code to its last",
        arguments: [
            ("00", 0x0), ("7F", 0x7F), ("8140", 0x4E02), ("A0FE", 0x72DB), ("A1A1", 0x3000),
            ("B0A1", 0x554A), ("D7F9", 0x5EA7), ("F7FE", 0x9F44), ("FEFE", 0xE4C5),
            // The three user-defined areas.
            ("AAA1", 0xE000), ("AFFE", 0xE233), ("F8A1", 0xE234), ("A140", 0xE4C6),
            ("A7A0", 0xE765),
            // What 2005 exchanged.
            ("A8BC", 0x1E3F), ("8135F437", 0xE7C7),
            ("81308130", 0x80), ("8130D330", 0x452), ("8336C738", 0xD7FF),
            ("8336C739", 0xE76C), ("8431A439", 0xFFFF), ("90308130", 0x10000),
            ("95328236", 0x20000), ("E3329A35", 0x10FFFF),
        ])
    func ends(code: String, scalar: UInt32) {
        #expect(character(Self.bytes(code)) == scalar)
    }

    @Test(
        "what is no code is refused with the offset of its first byte",
        arguments: [
            "80", "FF", "8080FF", "8020", "8139EF80", "812F", "813A", "817F", "81FF", "FE7F",
            "FEFF",
            "81308030", "8130FF30", "8130812F", "8130813A", "8431A530", "8F39FE39", "E3329A36",
            "E3329B30", "FE39FE39", "8130", "813081", "81", "FE",
        ])
    func refused(code: String) {
        let all = Self.bytes("B0A28139EF312C") + Self.bytes(code)
        let isOpen = ["8130", "813081", "81", "FE"].contains(code)
        for chunk in 1...9 {
            let found = fault(all, chunk: chunk)
            #expect(
                found
                    == (isOpen
                        ? .truncatedCharacter(file: "f.csv", encoding: .gb18030, offset: 7)
                        : .notInEncoding(file: "f.csv", encoding: .gb18030, offset: 7)))
        }
    }

    @Test("a character lies across any read, whatever its length and wherever the buffers end")
    func acrossReads() throws {
        let some = stride(from: 0, to: Self.codes.count, by: 977).map { Self.codes[$0] }
        let bytes = Array(some.joined())
        let whole = try decode(bytes)
        #expect(whole == some.flatMap { (try? decode($0)) ?? [] })
        for chunk in [1, 2, 3, 5, 7, 64, 1_021] {
            #expect(try decode(bytes, chunk: chunk) == whole)
            #expect(try decode(bytes, out: chunk) == whole)
        }
        // Every alignment of a four-byte code to the end of the decoder's own buffer.
        for lead in 0..<8 {
            let long =
                [UInt8](repeating: 0x61, count: (1 << 15) - 6 + lead) + Self.bytes("E3329A35")
                + Self.bytes("B0A2")
            let expected =
                [UInt8](repeating: 0x61, count: (1 << 15) - 6 + lead) + Array("\u{10FFFF}阿".utf8)
            #expect(try decode(long) == expected)
            #expect(
                fault(long + [0x80])
                    == .notInEncoding(file: "f.csv", encoding: .gb18030, offset: long.count))
        }
    }

    @Test("whatever bytes come, they are read as a slow reader of the same table reads them")
    func randomBytes() throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
        let naive = NaiveGB18030(
            table: try String(
                contentsOfFile: "\(root)/schema/encodings/gb18030-2022.txt", encoding: .utf8))
        var random = SplitMix64(seed: 18_030)
        // Bytes on the edges of the code's shapes, so that many sequences are codes.
        let edges: [UInt8] = [
            0x30, 0x39, 0x2F, 0x3A, 0x40, 0x7E, 0x7F, 0x80, 0x81, 0x82, 0x84, 0x8F, 0x90, 0xA1,
            0xE3, 0xFE, 0xFF, 0x0A, 0x61,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? edges.randomElement(using: &random) ?? 0
                    : UInt8.random(in: 0...255, using: &random)
            }
            #expect(reading(bytes) == naive.read(bytes), "\(bytes)")
        }
    }
}
