import Foundation
import Law
import Testing

@testable import Registry

@Suite("The encoding of a delivered file")
struct TextEncodingTests {
    /// Names that need one, two, three and four bytes of UTF-8, and two and four of GB 18030.
    static let text = "工号,姓名\nR001,阿拉坦㐂\nR002,乌云𠮷\nR003,José\n"
    /// The same in GB 18030, written out: 㐂 and 𠮷 take four bytes.
    static let gb18030: [UInt8] =
        [0xB9, 0xA4, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0A]
        + Array("R001,".utf8) + [0xB0, 0xA2, 0xC0, 0xAD, 0xCC, 0xB9, 0x81, 0x39, 0xEF, 0x31, 0x0A]
        + Array("R002,".utf8) + [0xCE, 0xDA, 0xD4, 0xC6, 0x95, 0x34, 0xB2, 0x35, 0x0A]
        + Array("R003,Jos".utf8) + [0xA8, 0xA6, 0x0A]

    private func decode(_ bytes: [UInt8], chunk: Int, out: Int) throws -> [UInt8] {
        let source = GB18030Bytes(MemoryBytes(bytes, chunk: chunk), name: "f.csv")
        var result: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: out, alignment: 1)
        defer { buffer.deallocate() }
        while true {
            let count = try source.read(into: buffer)
            if count == 0 { return result }
            result += buffer[..<count]
        }
    }

    private func fault<T>(_ body: () throws -> T) -> FileFault? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? FileFault
        }
    }

    private func detect(_ bytes: [UInt8], declared: TextEncoding? = nil) throws -> TextEncoding {
        try TemporaryFile.with(bytes) { path in
            try TextEncoding.detect(path: path, name: "f.csv", declared: declared)
        }
    }

    private func readAll(_ bytes: [UInt8]) throws -> [UInt8] {
        try TemporaryFile.with(bytes) { path in
            let encoding = try TextEncoding.detect(path: path, name: "f.csv")
            let text = try encoding.open(path: path, name: "f.csv").text
            var result: [UInt8] = []
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 7, alignment: 1)
            defer { buffer.deallocate() }
            while true {
                let count = try text.read(into: buffer)
                if count == 0 { return result }
                result += buffer[..<count]
            }
        }
    }

    @Test("UTF-8, UTF-8 with its mark and GB18030 are told apart and read as the same text")
    func detected() throws {
        let utf8 = Array(Self.text.utf8)
        #expect(try detect(utf8) == .utf8)
        #expect(try detect([0xEF, 0xBB, 0xBF] + utf8) == .utf8WithMark)
        #expect(try detect(Self.gb18030) == .gb18030)
        #expect(try detect(Array("plain,ascii\n1,2\n".utf8)) == .utf8)
        #expect(try readAll(utf8) == utf8)
        #expect(try readAll([0xEF, 0xBB, 0xBF] + utf8) == utf8)
        #expect(try readAll(Self.gb18030) == utf8)
    }

    @Test("a GB18030 character may lie across any read", arguments: 1...9)
    func acrossReads(chunk: Int) throws {
        #expect(try decode(Self.gb18030, chunk: chunk, out: 64) == Array(Self.text.utf8))
        #expect(try decode(Self.gb18030, chunk: 64, out: chunk) == Array(Self.text.utf8))
    }

    @Test("a long GB18030 file, over every internal buffer, reads whole")
    func longFile() throws {
        let line: [UInt8] = [0x81, 0x39, 0xEF, 0x31, 0xB0, 0xA2, 0x61]
        let bytes = Array(repeatElement(line, count: 50_001).joined())
        let expected = Array(repeatElement(Array("㐂阿a".utf8), count: 50_001).joined())
        #expect(try decode(bytes, chunk: .max, out: 65_536) == expected)
    }

    @Test("a file cut inside its last character is named with the byte, never repaired")
    func truncated() {
        let gb = Self.gb18030 + [0x81, 0x39, 0xEF]
        #expect(
            fault { try detect(gb) }
                == .truncatedCharacter(
                    file: "f.csv", encoding: .gb18030, offset: Self.gb18030.count))
        let utf8 = Array(Self.text.utf8)
        #expect(
            fault { try detect(utf8 + [0xE9, 0x98]) }
                == .truncatedCharacter(file: "f.csv", encoding: .utf8, offset: utf8.count))
        #expect(
            fault { try detect(utf8 + [0xE9, 0x98], declared: .utf8) }
                == .truncatedCharacter(file: "f.csv", encoding: .utf8, offset: utf8.count))
    }

    @Test("one damaged byte in a UTF-8 file does not turn it into GB18030")
    func damaged() {
        var bytes = Array(Self.text.utf8)
        bytes[1] = 0xFF
        #expect(
            fault { try detect(bytes) }
                == .notInEncoding(file: "f.csv", encoding: .utf8, offset: 0))
    }

    @Test("a mapping that fixes the wrong encoding is told so, with the byte")
    func mislabelled() {
        #expect(
            fault { try detect(Self.gb18030, declared: .utf8) }
                == .notInEncoding(file: "f.csv", encoding: .utf8, offset: 0))
        let utf8 = Array("工号\n".utf8) + [0x80, 0x0A]
        guard
            case .notInEncoding(_, .gb18030, let offset) = fault({
                try detect(utf8, declared: .gb18030)
            })
        else {
            Issue.record("UTF-8 was taken for GB18030")
            return
        }
        #expect(offset <= utf8.count)
    }

    @Test("a fixed encoding settles what reads as both")
    func ambiguous() throws {
        let both: [UInt8] = [0x61, 0x0A, 0xC5, 0xAE, 0x0A]  // "Ů" in UTF-8, 女 in GB18030
        #expect(fault { try detect(both) } == .ambiguousEncoding(file: "f.csv", offset: 2))
        #expect(try detect(both, declared: .gb18030) == .gb18030)
        #expect(try detect(both, declared: .utf8) == .utf8)
        #expect(try detect([0xEF, 0xBB, 0xBF] + both, declared: .gb18030) == .utf8WithMark)
    }

    @Test("UTF-16, UTF-32 and what is no text are refused by name")
    func others() {
        #expect(
            fault { try detect([0xFF, 0xFE, 0x61, 0x00]) }
                == .wideEncoding(file: "f.csv", name: "UTF-16", offset: 0))
        #expect(
            fault { try detect([0xFE, 0xFF, 0x00, 0x61]) }
                == .wideEncoding(file: "f.csv", name: "UTF-16", offset: 0))
        #expect(
            fault { try detect([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) }
                == .wideEncoding(file: "f.csv", name: "UTF-32", offset: 0))
        #expect(
            fault { try detect([0x61, 0, 0x62, 0, 0x0A, 0]) }
                == .notText(file: "f.csv", offset: 0))
        #expect(fault { try detect([]) } == .empty(file: "f.csv"))
        #expect(fault { try detect([0xEF, 0xBB, 0xBF]) } == .empty(file: "f.csv"))
        let neither: [UInt8] = [0x61, 0x0A, 0xB0, 0xA2, 0xFF, 0xFF, 0x0A]
        #expect(
            fault { try detect(neither) }
                == .unknownEncoding(file: "f.csv", utf8Offset: 2, gb18030Offset: 4))
    }

    @Test("a missing file and a directory are told with the system's words")
    func unreadable() {
        let missing = fault { try TextEncoding.detect(path: "/nonexistent/f.csv", name: "f.csv") }
        #expect(missing == .cannotOpen(file: "f.csv", systemError: ENOENT))
        #expect(missing?.message.values["error"] == .text("No such file or directory"))
        let directory = fault { try TextEncoding.detect(path: "/", name: "f.csv") }
        #expect(directory == .cannotOpen(file: "f.csv", systemError: EISDIR))
    }
}

/// Files that are gone when the test is.
enum TemporaryFile {
    static func with<T>(_ bytes: [UInt8], suffix: String = ".csv", _ body: (String) throws -> T)
        throws -> T
    {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("stele-\(UUID().uuidString)\(suffix)")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url.path)
    }
}
