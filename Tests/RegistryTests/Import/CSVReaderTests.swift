import Law
import Testing

@testable import Registry

@Suite("Delivered comma-separated files — RFC 4180")
struct CSVReaderTests {
    /// Every record as `line: a|b|c`, every fault as `line: code`.
    private func read(
        _ text: String, limits: CSVReader.Limits = .init()
    ) throws -> [String] {
        try read(Array(text.utf8), limits: limits)
    }

    private func read(_ bytes: [UInt8], limits: CSVReader.Limits = .init()) throws -> [String] {
        let reader = try CSVReader(MemoryBytes(bytes), file: "f.csv", limits: limits)
        var lines: [String] = []
        while true {
            switch try reader.next() {
            case .record(let line):
                let fields = reader.header.indices.map { reader.string($0) }
                lines.append("\(line): " + fields.joined(separator: "|"))
            case .fault(let fault):
                lines.append("\(fault.line): \(fault.code)")
            case .end: return lines
            }
        }
    }

    private func headerFault(_ text: String, limits: CSVReader.Limits = .init()) -> FileFault? {
        do throws(FileFault) {
            _ = try CSVReader(MemoryBytes(Array(text.utf8)), file: "f.csv", limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("lines may end in LF, CRLF or CR, and the last one in nothing")
    func lineEnds() throws {
        for end in ["\n", "\r\n", "\r"] {
            #expect(try read("a,b\(end)1,2\(end)3,4") == ["2: 1|2", "3: 3|4"])
            #expect(try read("a,b\(end)1,2\(end)3,4\(end)") == ["2: 1|2", "3: 3|4"])
        }
    }

    @Test("empty lines are skipped and counted")
    func emptyLines() throws {
        #expect(try read("\n\na\n\n1\r\n\r\n2\r\r3\n") == ["5: 1", "7: 2", "9: 3"])
        #expect(try read("a\n\"\"\n1\n") == ["3: 1"], "a quoted nothing says no more than none")
    }

    @Test("quotes hold commas, line ends and doubled quotes; a record has the line it starts on")
    func quotes() throws {
        let text = "a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"1\r\n2\",\"3\r4\n5\"\nlast,one\n"
        #expect(
            try read(text) == ["2: x,y|he said \"no\"", "3: 1\r\n2|3\r4\n5", "7: last|one"])
    }

    @Test("a quote inside an unquoted field is an ordinary character")
    func bareQuote() throws {
        #expect(try read("a,b\n5\" pipe,\"\"\n") == ["2: 5\" pipe|"])
    }

    @Test("a row with too few or too many columns is refused by line, and the next one read")
    func ragged() throws {
        #expect(
            try read("a,b\n1\n1,2,3\n1,2\n,\n") == [
                "2: raggedRow", "3: raggedRow", "4: 1|2",
            ])
        let reader = try CSVReader(MemoryBytes(Array("a,b\n1\n".utf8)), file: "f.csv")
        let fault = RowFault(
            file: "f.csv", line: 2, column: nil, reason: .ragged(expected: 2, got: 1))
        #expect(try reader.next() == .fault(fault))
        #expect(fault.message.values == ["expected": .text("2"), "got": .text("1")])
    }

    @Test("text behind a closing quote, NUL bytes and an open quote are faults of their row")
    func brokenRows() throws {
        #expect(try read("a,b\n\"x\"y,2\n1,2\n") == ["2: textAfterQuote", "3: 1|2"])
        #expect(try read("a,b\nx\0,2\n\"\0\",1\n1,2\n") == ["2: nulByte", "3: nulByte", "4: 1|2"])
        #expect(try read("a,b\n1,2\n3,\"4\n5,6\n") == ["2: 1|2", "3: unterminatedQuote"])
        let reader = try CSVReader(MemoryBytes(Array("a,b\n3,\"4\n5,6\n".utf8)), file: "f.csv")
        let fault = RowFault(
            file: "f.csv", line: 2, column: "b", reason: .unterminatedQuote(lastLine: 4))
        #expect(try reader.next() == .fault(fault), "it names the lines that it swallowed")
    }

    @Test("a field of the limit is taken, one byte more is refused and the rest read")
    func fieldLimit() throws {
        let limits = CSVReader.Limits(field: 8)
        let text = "a,b\n12345678,\"12345678\"\n123456789,2\n1,\"12345\"\"789\"\n3,4\n"
        #expect(
            try read(text, limits: limits) == [
                "2: 12345678|12345678", "3: fieldTooLong", "4: fieldTooLong", "5: 3|4",
            ])
        let reader = try CSVReader(
            MemoryBytes(Array("a,b\n1,123456789\n".utf8)), file: "f.csv", limits: limits)
        let fault = RowFault(file: "f.csv", line: 2, column: "b", reason: .fieldTooLong(limit: 8))
        #expect(try reader.next() == .fault(fault))
    }

    @Test("bytes that are not UTF-8 are a fault of their row when a file changes after its check")
    func notUTF8() throws {
        let bytes = Array("a\n".utf8) + [0xC3, 0x28, 0x0A] + Array("é\n".utf8)
        #expect(try read(bytes) == ["2: notUTF8", "3: é"])
    }

    @Test("a header is needed, with a name for each column and no name twice")
    func header() {
        #expect(headerFault("") == .empty(file: "f.csv"))
        #expect(headerFault("\n\r\n") == .empty(file: "f.csv"))
        #expect(headerFault("a,,c\n") == .headerBlank(file: "f.csv", column: 2))
        #expect(
            headerFault("a, \n") == nil
                && headerFault(" \n") == .headerBlank(file: "f.csv", column: 1))
        #expect(headerFault("a,b,a\n") == .headerRepeated(file: "f.csv", name: "a"))
        #expect(
            headerFault("a,\"b\n1,2\n")
                == .headerUnreadable(file: "f.csv", reason: .unterminatedQuote(lastLine: 3)))
        #expect(
            headerFault("a,b,c\n", limits: .init(columns: 2))
                == .tooManyColumns(file: "f.csv", limit: 2))
        #expect(headerFault("a,b\n", limits: .init(columns: 2)) == nil)
    }

    @Test("wherever the buffer ends, the same records come out", arguments: 1...17)
    func boundaries(size: Int) throws {
        let text = "名,b\r\n\"甲,\r\n乙\",\"q\"\"q\"\r\r\n\"x\"y,1\n12345678901234567890,é\nz,\"open"
        let expected = [
            "2: 甲,\r\n乙|q\"q", "5: textAfterQuote", "6: 12345678901234567890|é",
            "7: unterminatedQuote",
        ]
        #expect(try read(text, limits: .init(buffer: size)) == expected)
    }

    @Test("random text reads as the naive reader reads it, for buffers of 1 to 17 bytes")
    func agreesWithOracle() throws {
        let pieces = ["a", "b", ",", ",", "\"", "\"", "\r", "\n", "\r\n", "中", " ", "\"\"", "\0"]
        var generator = SeededGenerator(seed: 20_201_223)
        for round in 0..<4_000 {
            var text = "h1,h2,h3\n"
            let count = Int.random(in: 0...40, using: &generator)
            for _ in 0..<count {
                text += pieces.randomElement(using: &generator) ?? ""
            }
            let bytes = Array(text.utf8)
            let expected = NaiveCSV.records(bytes).dropFirst()
            let size = round % 17 + 1
            let reader = try CSVReader(
                MemoryBytes(bytes), file: "f.csv", limits: .init(buffer: size))
            var got: [NaiveCSV.Record] = []
            reading: while true {
                switch try reader.next() {
                case .record(let line):
                    got.append(.fields(line: line, (0..<3).map { Array(reader.field($0)) }))
                case .fault(let fault): got.append(.fault(line: fault.line, code: fault.code))
                case .end: break reading
                }
            }
            #expect(got == Array(expected), "round \(round): \(text.debugDescription)")
            if got != Array(expected) { return }
        }
    }

    @Test("a field of 100 MB is walked through without being kept, quoted or not")
    func enormousField() throws {
        for quote in ["", "\""] {
            let source = LongField(
                prefix: "a,b\n1,\(quote)", length: 100 << 20, suffix: "\(quote)\n3,4\n")
            let reader = try CSVReader(source, file: "f.csv")
            guard case .fault(let fault) = try reader.next() else {
                Issue.record("the field was taken")
                return
            }
            #expect(fault.reason == .fieldTooLong(limit: 1 << 20) && fault.line == 2)
            #expect(try reader.next() == .record(line: 3))
            #expect(reader.string(1) == "4")
            #expect(reader.recordCapacity <= 2 << 20)
            #expect(try reader.next() == .end && reader.recordCapacity <= 1 << 20)
        }
    }
}

/// A record with one enormous field, made while it is read.
private final class LongField: ByteSource {
    private var before: [UInt8]
    private var left: Int
    private var after: [UInt8]

    init(prefix: String, length: Int, suffix: String) {
        before = Array(prefix.utf8)
        left = length
        after = Array(suffix.utf8)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
        if !before.isEmpty { return take(&before, buffer) }
        if left > 0 {
            let count = min(left, buffer.count)
            left -= count
            for index in 0..<count { buffer[index] = 0x78 }
            return count
        }
        return take(&after, buffer)
    }

    private func take(_ bytes: inout [UInt8], _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(bytes.count, buffer.count)
        for index in 0..<count { buffer[index] = bytes[index] }
        bytes.removeFirst(count)
        return count
    }
}
