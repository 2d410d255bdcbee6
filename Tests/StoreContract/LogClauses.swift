import Store
import Testing

/// A store keeps the log.
extension StoreContract {
    public static let log = [
        Clause("positions are contiguous from 0", contiguous),
        Clause("bytes come back exactly, whatever they are", exactBytes),
        Clause("a position that is not there gives nothing", absent),
        Clause("a batch that is emptied continues elsewhere", resetBatch),
        Clause("checkpoints come back in the order they were put", checkpoints),
        Clause("sealed values come back by position and path", vault),
    ]

    private static func contiguous(_ place: any StorePlace) throws {  // I1
        try place.write { (writer) throws in
            #expect(try writer.size() == 0)
            try writer.append(Sample.batch(0..<3))
            try writer.append(Sample.batch(3..<10))
            #expect(try writer.size() == 10)
        }
        try place.read { (reader) throws in
            #expect(try reader.lines(0..<100).map(\.seq) == Array(0..<10))
        }
    }

    private static func exactBytes(_ place: any StorePlace) throws {  // I2
        let lines: [[UInt8]] = [
            Array("{}".utf8), [0], [0xff, 0xfe, 0x00, 0x41], Array("'); DROP TABLE entry; --".utf8),
            Array("\u{1F409}\u{0301}\r\n\u{2028}".utf8), Array(repeating: 0x61, count: 1 << 20),
            Array(repeating: 0x00, count: 16_349), Array(repeating: 0x27, count: 16_350),
        ]
        try place.write { (writer) throws in
            var batch = AppendBatch(first: 0)
            for line in lines { batch.append(line) }
            try writer.append(batch)
        }
        let store = try place.reader()
        for access in ReadAccess.allCases {
            try store.read(access) { (reader) throws in
                #expect(try reader.lines(0..<lines.count).map(\.line) == lines)
                for (seq, line) in lines.enumerated() { #expect(try reader.line(at: seq) == line) }
            }
        }
        try store.close()
    }

    private static func absent(_ place: any StorePlace) throws {
        try place.append(0..<2)
        try place.read { (reader) throws in
            #expect(try reader.line(at: 2) == nil)
            #expect(try reader.line(at: -1) == nil)
            #expect(try reader.lines(2..<9).isEmpty)
            #expect(try reader.line(at: 1) == Sample.line(1))
        }
    }

    private static func resetBatch(_ place: any StorePlace) throws {
        try place.write { (writer) throws in
            var batch = Sample.batch(0..<4)
            batch.heads = [Sample.head("case:1", 3, 4)]
            try writer.append(batch)
            batch.reset(first: 4)
            #expect(batch.isEmpty && batch.heads.isEmpty && batch.byteCount == 0)
            #expect(batch.append(Sample.line(4)) == 4)
            try writer.append(batch)
            #expect(try writer.lines(0..<9).map(\.line) == (0..<5).map(Sample.line))
        }
    }

    private static func checkpoints(_ place: any StorePlace) throws {
        let notes = [
            StoredCheckpoint(size: 2, note: Array("two\n".utf8)),
            StoredCheckpoint(size: 1, note: [0, 0xff]),
            StoredCheckpoint(size: 2, note: Array("two, signed again\n".utf8)),
        ]
        try place.write { (writer) throws in
            #expect(try writer.checkpoints().isEmpty)
            for note in notes { try writer.put(note) }
        }
        try place.read { (reader) throws in
            #expect(try reader.checkpoints() == notes)
        }
    }

    private static func vault(_ place: any StorePlace) throws {
        let values = [
            Sample.sealed(0, "name", "甲"), Sample.sealed(0, "source.row", ""),
            SealedValue(
                seq: 2, path: "name", subject: nil, salt: Array(0..<32), value: [0, 0xff, 0]),
        ]
        try place.append(0..<3) { $0.sealed = values.reversed() }
        try place.read { (reader) throws in
            #expect(try reader.sealed(seq: 0, path: "source.row") == values[1])
            #expect(try reader.sealed(seq: 1, path: "name") == nil)
            var all: [SealedValue] = []
            try reader.scanSealed(0..<3) { all.append($0) }
            #expect(all == values)
            all = []
            try reader.scanSealed(1..<3) { all.append($0) }
            #expect(all == [values[2]])
        }
    }
}
