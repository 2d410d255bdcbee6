import Store
import Testing

/// A store answers many questions in one call as it answers them one by one.
extension StoreContract {
    public static let batches = [
        Clause(
            "lines come in the order they were asked for, and an absent one as nothing", linesAt),
        Clause("a walk goes back from line to line as each of them says", walk),
        Clause(
            "a walk breaks off where there is no line, and where a line does not lead back",
            brokenWalk),
        Clause("a trail begins at its tag's head, and an impossible head is not walked", trail),
        Clause("heads and rows come in the order they were asked for", headsAndRows),
        Clause("inside what is lent, everything may be asked again", nested),
    ]

    private static func linesAt(_ place: any StorePlace) throws {
        try place.append(0..<5)
        let store = try place.reader()
        for access in ReadAccess.allCases {
            try store.read(access) { (reader) throws in
                var found: [(Int, [UInt8]?)] = []
                try reader.lines(at: [3, 9, 0, 3, -1]) { found.append(($0, $1.map(Array.init))) }
                #expect(found.map(\.0) == [3, 9, 0, 3, -1])
                #expect(
                    found.map(\.1)
                        == [Sample.line(3), nil, Sample.line(0), Sample.line(3), nil])
                try reader.lines(at: []) { _, _ in Issue.record("nothing was asked for") }
            }
        }
        try store.close()
    }

    /// The chain 0 ← 2 ← 3 ← 6, each line saying where to go on.
    private static func chain(_ place: any StorePlace) throws {
        try place.write { (writer) throws in
            var batch = AppendBatch(first: 0)
            for link in ["-", "-", "0", "2", "-", "9", "3", "7"] { batch.append(link.utf8) }
            batch.heads = [
                Sample.head("subject:P-1", 6, 4), Sample.head("case:1", 6, 9),
                Sample.head("case:2", -3, 1), Sample.head("case:3", 8, 1),
            ]
            try writer.append(batch)
        }
    }

    static func link(_ line: UnsafeRawBufferPointer) -> Int? {
        Int(String(decoding: line, as: UTF8.self))
    }

    private static func walk(_ place: any StorePlace) throws {
        try chain(place)
        try place.read { (reader) throws in
            var walked: [Int] = []
            let end = try reader.walk(from: 6) { position, line in
                walked.append(position)
                return link(line)
            }
            #expect(end == nil)
            #expect(walked == [6, 3, 2, 0])
        }
    }

    private static func brokenWalk(_ place: any StorePlace) throws {
        try chain(place)
        try place.read { (reader) throws in
            #expect(try reader.walk(from: 7) { link($1) } == 7)  // Names itself.
            #expect(try reader.walk(from: 5) { link($1) } == 5)  // Names what comes after it.
            #expect(try reader.walk(from: 8) { link($1) } == 8)
            #expect(try reader.walk(from: 6) { position, _ in position == 6 ? -2 : nil } == -2)
            #expect(throws: Interruption()) {
                try reader.walk(from: 6) { _, _ in throw Interruption() }
            }
        }
    }

    private static func trail(_ place: any StorePlace) throws {
        try chain(place)
        try place.read { (reader) throws in
            var walked: [Int] = []
            func trail(of tag: String) throws -> WalkedTrail? {
                walked = []
                return try reader.trail(of: tag) { position, line in
                    walked.append(position)
                    return link(line)
                }
            }
            let whole = try trail(of: "subject:P-1")
            #expect(whole == WalkedTrail(head: TagHead(last: 6, count: 4), brokenAt: nil))
            #expect(walked == [6, 3, 2, 0])
            // The length that a head claims is for the caller to judge.
            #expect(
                try trail(of: "case:1")
                    == WalkedTrail(head: TagHead(last: 6, count: 9), brokenAt: nil))
            #expect(walked.isEmpty, "9 entries do not fit below position 6")
            #expect(try trail(of: "case:2")?.brokenAt == nil)
            #expect(walked.isEmpty)
            #expect(try trail(of: "case:3")?.brokenAt == 8)
            #expect(try trail(of: "nobody") == nil)
        }
    }

    private static func headsAndRows(_ place: any StorePlace) throws {
        try place.write { (writer) throws in
            try writer.put(heads: [Sample.head("case:1", 4, 2), Sample.head("case:2", 5, 1)])
            try writer.setViewRow("case", key: "1", position: 1, body: [1])
            try writer.setViewRow("case", key: "2", position: 2, body: [2])
            try writer.setViewRow("other", key: "3", position: 3, body: [3])
            // What was just written is found as well.
            #expect(try writer.heads(of: ["case:2"]) == [TagHead(last: 5, count: 1)])
        }
        try place.read { (reader) throws in
            #expect(
                try reader.heads(of: ["case:2", "case:3", "case:1", "case:2"]).map { $0?.last }
                    == [5, nil, 4, 5])
            #expect(try reader.heads(of: []).isEmpty)
            #expect(
                try reader.viewRows("case", keys: ["2", "3", "1", "2"]).map { $0?.body }
                    == [[2], nil, [1], [2]])
            #expect(try reader.viewRows("nothing", keys: ["1"]) == [nil])
        }
    }

    private static func nested(_ place: any StorePlace) throws {
        try chain(place)
        let store = try place.reader()
        for access in ReadAccess.allCases {
            try store.read(access) { (reader) throws in
                var asked = 0
                try reader.scan(0..<3) { position, line in
                    let before = Array(line)
                    #expect(try reader.lines(0..<8).count == 8)
                    try reader.withLine(at: 6) { (outer) throws in
                        #expect(try reader.line(at: 3) == Array("2".utf8))
                        #expect(try reader.walk(from: 6) { link($1) } == nil)
                        #expect(Array(outer) == Array("3".utf8))
                    }
                    try reader.scanHeads { head in
                        #expect(try reader.head(of: head.tag) == head.head)
                        try reader.scanHeads { _ in asked += 1 }
                    }
                    #expect(Array(line) == before)
                }
                #expect(asked == 3 * 4 * 4)
            }
        }
        try store.close()
    }
}
