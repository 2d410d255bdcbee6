import Chain
import Dispatch
import Store
import Synchronization
import Testing

/// A store rehearses without a trace, and its readers hold nobody up.
extension StoreContract {
    public static let rehearsals = [
        Clause("a rehearsal sees what a write would see, and leaves nothing", rehearsal),
        Clause("a rehearsal that throws leaves nothing", brokenRehearsal),
        Clause("a rehearsal needs no right to write, and a writer goes on beside it", beside),
        Clause("a long scan holds up neither short reads nor writes", longScan),
    ]

    private static func rehearsal(_ place: any StorePlace) throws {
        let store = try place.writer()
        for seed in 0..<12 {
            try store.write { try Deeds(seed: seed).happen(in: $0) }
            let before = try store.read { try contents($0) }
            let next = Deeds(seed: 100 + seed)
            let rehearsed = try (0..<2).map { _ in
                try store.rehearse { (writer) throws in
                    try next.happen(in: writer)
                    return try contents(writer)
                }
            }
            #expect(try store.read { try contents($0) } == before)
            let happened = try store.write { (writer) throws in
                try next.happen(in: writer)
                return try contents(writer)
            }
            #expect(happened != before)
            #expect(rehearsed[0] == happened)
            #expect(rehearsed[1] == happened)
        }
        #expect(try store.structureFaults().isEmpty)
        try store.close()
    }

    private static func brokenRehearsal(_ place: any StorePlace) throws {
        let store = try place.writer()
        try store.write { try Deeds(seed: 1).happen(in: $0) }
        let before = try store.read { try contents($0) }
        #expect(throws: Interruption()) {
            try store.rehearse { (writer) throws in
                try Deeds(seed: 2).happen(in: writer)
                throw Interruption()
            }
        }
        #expect(try store.read { try contents($0) } == before)
        try store.close()
    }

    private static func beside(_ place: any StorePlace) throws {
        let writer = try place.writer()
        try writer.write { try $0.append(Sample.batch(0..<10)) }
        let reader = try place.reader()
        try reader.rehearse { (rehearsal) throws in
            try rehearsal.append(Sample.batch(10..<400))
            try writer.write { try $0.append(Sample.batch(10..<30)) }
            #expect(try rehearsal.size() == 400)
            #expect(try rehearsal.line(at: 399) == Sample.line(399))
            #expect(try rehearsal.line(at: 9) == Sample.line(9))
            #expect(try reader.read { try $0.size() } == 30)
        }
        #expect(try writer.read { try $0.size() } == 30)
        try reader.close()
        try writer.close()
    }

    private static func longScan(_ place: any StorePlace) throws {
        let store = try place.writer()
        try store.write { try $0.append(Sample.batch(0..<2_000)) }
        for access in ReadAccess.allCases {
            let (begun, others) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let ended = DispatchGroup()
            let seen = Mutex((lines: 0, waitedOut: false))
            let size = try store.read { try $0.size() }
            DispatchQueue.global().async(group: ended) {
                try? store.read(access) { (reader) throws in
                    try reader.scan(0..<Int.max) { position, _ in
                        if position == 1_000 {
                            begun.signal()
                            let end = others.wait(timeout: .now() + 30)
                            seen.withLock { $0.waitedOut = end == .timedOut }
                        }
                        seen.withLock { $0.lines += 1 }
                    }
                }
            }
            begun.wait()
            for round in 0..<20 {
                #expect(try store.read { try $0.line(at: 1_500) } == Sample.line(1_500))
                #expect(try store.read(.scan) { try $0.lines(0..<Int.max).count } == size + round)
                try store.write { try $0.append(Sample.batch(size + round..<size + round + 1)) }
            }
            others.signal()
            ended.wait()
            #expect(seen.withLock { !$0.waitedOut }, "the scan held somebody up")
            #expect(seen.withLock { $0.lines } == size)
        }
        try store.close()
    }

    /// Everything that a reader tells, asked in every way.
    private static func contents(_ reader: any StoreReader) throws -> [String] {
        let size = try reader.size()
        var all = ["size \(size)"]
        func hash(_ bytes: some Sequence<UInt8>) -> String {
            String(
                bytes.reduce(UInt64(14_695_981_039_346_656_037)) {
                    ($0 ^ UInt64($1)) &* 1_099_511_628_211
                })
        }
        try reader.scan(0..<Int.max) { all.append("line \($0) \(hash($1))") }
        try reader.lines(at: Array(-1...size)) { all.append("at \($0) \($1.map(hash) ?? "-")") }
        all.append("in \(try reader.entries(in: 3..<size + 9))")
        all.append("outside \(try reader.entries(outside: 2..<size - 2, limit: 5))")
        var tags: [String] = []
        try reader.scanHeads { head in
            tags.append(head.tag)
            var walked: [Int] = []
            let trail = try reader.trail(of: head.tag) { position, line in
                walked.append(position)
                return link(line)
            }
            all.append("head \(head) \(walked) \(String(describing: trail))")
        }
        all.append("heads \(try reader.heads(of: ["nobody"] + tags.reversed()))")
        var after: String?
        repeat {
            let page = try reader.tags(prefix: "case:", after: after, limit: 3)
            all.append("page \(page)")
            after = page.last?.tag
        } while after != nil
        try reader.scanTiles { all.append("tile \($0) \(hash($1))") }
        for index in 0...size {
            let tile = try reader.tile(TileAddress(level: 0, index: index))
            all.append("tile \(index) \(tile.map(hash) ?? "-")")
        }
        all.append("checkpoints \(try reader.checkpoints())")
        try reader.scanSealed(0..<Int.max) { value in
            all.append("sealed \(value)")
            let same = try reader.sealed(seq: value.seq, path: value.path)
            all.append("sealed alone \(String(describing: same))")
        }
        all.append("sealed outside \(try reader.sealed(outside: 1..<size - 1, limit: 4))")
        try reader.scanSources { all.append("span \($0)") }
        for key in 0..<4 {
            let spans = try reader.sourceSpans(
                delivery: "2020-01", file: "people.csv", key: "\(key)")
            all.append("spans \(spans)")
        }
        for view in try reader.viewNames() + ["nothing"] {
            all.append("view \(view) \(String(describing: try reader.viewPosition(view)))")
            try reader.scanView(view) { all.append("row \($0) \($1) \(Array($2))") }
            let keys = (0..<6).map { "K-\($0)" }
            all.append("rows \(try reader.viewRows(view, keys: keys))")
            for after in [nil, "K-1"] {
                let page = try reader.viewKeys(view, prefix: "K", after: after, limit: 3)
                all.append("keys \(page)")
            }
        }
        return all + (try reader.facts().map { "fact \($0)" })
    }
}

/// Random deeds, the same for the same seed over the same ledger.
private struct Deeds {
    let seed: Int

    func happen(in writer: any StoreWriter) throws {
        var random = Chance(state: UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1)
        for _ in 0..<60 {
            switch random.below(12) {
            case 0...4: try append(random.below(5) + 1, to: writer, &random)
            case 5: try writer.put(StoredCheckpoint(size: random.below(9), note: [1, 2]))
            case 6, 7:
                try writer.setViewRow(
                    "v\(random.below(3))", key: "K-\(random.below(6))",
                    position: random.below(99), body: [UInt8(random.below(256))])
            case 8:
                try writer.removeViewRow("v\(random.below(3))", key: "K-\(random.below(6))")
            case 9: try writer.setViewPosition("v\(random.below(4))", random.below(99))
            case 10: try writer.setFact("f\(random.below(4))", "\(random.below(99))")
            default:
                if random.below(3) == 0 {
                    try writer.removeView("v\(random.below(3))")
                } else if random.below(4) == 0 {
                    try writer.removeDerived()
                }
            }
        }
    }

    private func append(
        _ count: Int, to writer: any StoreWriter, _ random: inout Chance
    ) throws {
        let size = try writer.size()
        var batch = AppendBatch(first: size)
        var heads: [String: TagHead] = [:]
        for position in size..<size + count {
            let tag = random.below(4) == 0 ? "subject:e\u{301}" : "case:\(random.below(7))"
            let head = try heads[tag] ?? writer.head(of: tag)
            batch.append((head.map { "\($0.last)" } ?? "-").utf8)
            heads[tag] = TagHead(last: position, count: (head?.count ?? 0) + 1)
        }
        batch.heads = heads.map { TaggedHead(tag: $0.key, head: $0.value) }
        batch.sealed = [Sample.sealed(size, "name", "甲"), Sample.sealed(size, "source.row", "乙")]
        batch.sources = [Sample.span("\(random.below(4))", at: size, count: count)]
        if random.below(3) == 0 { batch.tiles = [Sample.tile(level: 0, index: size)] }
        try writer.append(batch)
    }
}

private struct Chance {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}
