import Chain
import Glibc
import Law

/// The readers that need no more than a few files of the product.
let targets: [String: @Sendable ([UInt8]) -> String?] = [
    "json": ReaderProperties.readersAgree,
    "entry": ReaderProperties.entryIsWrittenAsRead,
    "note": ReaderProperties.noteIsWrittenAsRead,
    "csv": csvIsReadAsTheNaiveReaderReadsIt,
    "gb18030": gb18030IsReadAsTheNaiveReaderReadsIt,
]

/// The first byte says where the reader's buffer ends; the rest is a file of three columns.
@Sendable private func csvIsReadAsTheNaiveReaderReadsIt(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first, String(validating: bytes.dropFirst(), as: UTF8.self) != nil
    else { return nil }
    let text = Array("h1,h2,h3\n".utf8) + bytes.dropFirst()
    var expected = NaiveCSV.records(text).dropFirst()
    do throws(FileFault) {
        let reader = try CSVReader(
            MemoryBytes(text, chunk: Int(first >> 4) + 1), file: "f.csv",
            limits: .init(buffer: Int(first & 15) + 1))
        while true {
            let found: NaiveCSV.Record
            switch try reader.next() {
            case .record(let line):
                found = .fields(line: line, (0..<3).map { Array(reader.field($0)) })
            case .fault(let fault): found = .fault(line: fault.line, code: fault.code)
            case .end: return expected.isEmpty ? nil : "the reader ends before the file"
            }
            guard found == expected.popFirst() else { return "a record is read otherwise" }
        }
    } catch {
        return "a file in memory cannot be read: \(error)"
    }
}

private let naiveGB18030: NaiveGB18030 = {
    var table: [UInt8] = []
    guard let file = fopen("schema/encodings/gb18030-2022.txt", "r") else {
        fatalError("run tools/fuzz, which knows where the table lies")
    }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { break }
        table += buffer[..<count]
    }
    return NaiveGB18030(table: String(decoding: table, as: UTF8.self))
}()

/// The first byte says how much the source gives and the buffer takes; the rest is the text.
@Sendable private func gb18030IsReadAsTheNaiveReaderReadsIt(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let text = Array(bytes.dropFirst())
    let source = GB18030Bytes(MemoryBytes(text, chunk: Int(first >> 4) + 1), name: "f.csv")
    let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: Int(first & 15) + 1, alignment: 1)
    defer { buffer.deallocate() }
    var read: [UInt8] = []
    var found: NaiveGB18030.Reading?
    do throws(FileFault) {
        while found == nil {
            let count = try source.read(into: buffer)
            if count == 0 { found = .text(read) }
            read += buffer[..<count]
        }
    } catch {
        switch error {
        case .notInEncoding(_, .gb18030, let offset): found = .notACode(offset)
        case .truncatedCharacter(_, .gb18030, let offset): found = .openAt(offset)
        default: return "a text in memory cannot be read: \(error)"
        }
    }
    return found == naiveGB18030.read(text) ? nil : "a text is read otherwise"
}
