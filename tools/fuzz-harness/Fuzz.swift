import Chain
import Glibc

/// What libFuzzer calls with every input it thinks of. `STELE_FUZZ_TARGET` names what reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    if let complaint = target(bytes) {
        fatalError(complaint)
    }
    return 0
}

/// Every target gives nil, or a sentence about what did not hold.
private let target: @Sendable ([UInt8]) -> String? = {
    let name = getenv("STELE_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    switch name {
    case "json": return ReaderProperties.readersAgree
    case "entry": return ReaderProperties.entryIsWrittenAsRead
    case "note": return ReaderProperties.noteIsWrittenAsRead
    case "csv": return csvIsReadAsTheNaiveReaderReadsIt
    default: fatalError("STELE_FUZZ_TARGET is json, entry, note or csv, not \"\(name)\"")
    }
}()

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
