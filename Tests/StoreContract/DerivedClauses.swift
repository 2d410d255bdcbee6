import Chain
import Store
import Testing

/// A store keeps what is derived from the log.
extension StoreContract {
    public static let derived = [
        Clause("a tag's head is the last that was set", heads),
        Clause("tags are found by prefix, in the order of their bytes, page by page", tagsByPrefix),
        Clause("tiles come back whole, by level and index", tiles),
        Clause("a delivered row's entries are found by delivery, file and key", spans),
        Clause("a view keeps rows by key, and how far it has followed", views),
        Clause("removing what is derived leaves the log, the vault and the views", removeDerived),
        Clause("a fact is the last that was set", facts),
    ]

    private static func heads(_ place: any StorePlace) throws {
        try place.write { (writer) throws in
            var batch = Sample.batch(0..<1)
            batch.heads = [Sample.head("subject:P-1", 0, 1), Sample.head("case:1", 0, 1)]
            try writer.append(batch)
            batch.reset(first: 1)
            batch.append(Sample.line(1))
            batch.heads = [Sample.head("subject:P-1", 1, 2)]
            try writer.append(batch)
            #expect(try writer.head(of: "subject:P-1") == TagHead(last: 1, count: 2))
        }
        try place.read { (reader) throws in
            #expect(try reader.head(of: "subject:P-1") == TagHead(last: 1, count: 2))
            #expect(try reader.head(of: "case:1") == TagHead(last: 0, count: 1))
            #expect(try reader.head(of: "subject:P-") == nil)
            #expect(try reader.head(of: "") == nil)
        }
    }

    private static func tagsByPrefix(_ place: any StorePlace) throws {
        let tags = [
            "case:1", "subject:", "subject:P-1", "subject:P-10", "subject:P-2",
            "subject:p-1", "subjects:1",
        ]
        try place.write { try $0.put(heads: tags.reversed().map { Sample.head($0, 0, 1) }) }
        try place.read { (reader) throws in
            func found(_ prefix: String, _ after: String? = nil, _ limit: Int = 9) throws
                -> [String]
            {
                try reader.tags(prefix: prefix, after: after, limit: limit).map(\.tag)
            }
            #expect(try found("subject:P-") == Array(tags[2...4]))
            #expect(try found("subject:P-", nil, 2) == Array(tags[2...3]))
            #expect(try found("subject:P-", "subject:P-10", 2) == [tags[4]])
            #expect(try found("subject:", "case:1") == Array(tags[1...5]))
            #expect(try found("subject:", "b") == Array(tags[1...5]))
            #expect(try found("subject:", "b", 2) == Array(tags[1...2]))
            #expect(try found("subject:", "zzz").isEmpty)
            #expect(try found("") == tags)
            #expect(try found("", nil, 0).isEmpty)
            for prefix in ["", "case:", "subject:", "subject:P-", "subjects:1", "zzz"] {
                for after in [nil, "case:1", "subject:P-1", "subject:P-2", "zzz"] {
                    #expect(
                        try reader.countTags(prefix: prefix, after: after)
                            == found(prefix, after).count)
                }
            }
            var all: [String] = []
            try reader.scanHeads { all.append($0.tag) }
            #expect(all == tags)
        }
    }

    private static func tiles(_ place: any StorePlace) throws {
        let tiles = [(0, 0), (0, 1), (0, 300), (1, 0), (2, 5)].map {
            Sample.tile(level: $0.0, index: $0.1)
        }
        try place.append(0..<1) { $0.tiles = tiles.reversed() }
        try place.read { (reader) throws in
            for tile in tiles { #expect(try reader.tile(tile.address) == tile.hashes) }
            #expect(try reader.tile(TileAddress(level: 0, index: 2)) == nil)
            #expect(try reader.tile(TileAddress(level: 3, index: 0)) == nil)
            var all: [StoredTile] = []
            try reader.scanTiles { all.append(StoredTile(address: $0, hashes: $1)) }
            #expect(all == tiles)
        }
    }

    private static func spans(_ place: any StorePlace) throws {
        let spans = [
            Sample.span("1", at: 0, count: 3), Sample.span("1", at: 5), Sample.span("2", at: 3),
        ]
        try place.append(0..<6) { $0.sources = spans.reversed() }
        try place.read { (reader) throws in
            func found(_ delivery: String, _ file: String, _ key: String) throws -> [SourceSpan] {
                try reader.sourceSpans(delivery: delivery, file: file, key: key)
            }
            #expect(try found("2020-01", "people.csv", "1") == Array(spans[0...1]))
            #expect(try found("2020-01", "people.csv", "").isEmpty)
            #expect(try found("2020-02", "people.csv", "1").isEmpty)
            var all: [SourceSpan] = []
            try reader.scanSources { all.append($0) }
            #expect(all == spans)
        }
    }

    private static func views(_ place: any StorePlace) throws {
        try place.write { (writer) throws in
            try writer.setViewRow("subject", key: "P-2", position: 1, body: Array("two".utf8))
            try writer.setViewRow("subject", key: "P-1", position: 0, body: [])
            try writer.setViewRow("subject", key: "P-2", position: 4, body: [0, 0xff])
            try writer.setViewRow("subject", key: "P-3", position: 4, body: [1])
            try writer.removeViewRow("subject", key: "P-3")
            try writer.setViewRow("case", key: "P-2", position: 2, body: Array("other".utf8))
            try writer.setViewPosition("subject", 4)
            try writer.setViewPosition("subject", 5)
            try writer.setViewPosition("case", 3)
        }
        let rows = [
            ViewRow(key: "P-1", position: 0, body: []),
            ViewRow(key: "P-2", position: 4, body: [0, 0xff]),
        ]
        try place.read { (reader) throws in
            #expect(try reader.viewRow("subject", key: "P-2") == rows[1])
            #expect(try reader.viewRow("subject", key: "P-3") == nil)
            var all: [ViewRow] = []
            try reader.scanView("subject") {
                all.append(ViewRow(key: $0, position: $1, body: Array($2)))
            }
            #expect(all == rows)
            #expect(try reader.viewPosition("subject") == 5)
            #expect(try reader.viewPosition("nothing") == nil)
            #expect(try reader.viewNames() == ["case", "subject"])
            for view in ["case", "subject", "nothing"] {
                var keys: [String] = []
                try reader.scanView(view) { key, _, _ in keys.append(key) }
                for prefix in ["", "1", "P", "P-", "zzz"] {
                    for after in [nil, "1", "P-1", "zzz"] {
                        let left = keys.filter { key in
                            key.hasPrefix(prefix) && after.map { $0 < key } ?? true
                        }
                        for limit in [0, 1, 9] {
                            #expect(
                                try reader.viewKeys(
                                    view, prefix: prefix, after: after, limit: limit)
                                    == Array(left.prefix(limit)))
                        }
                    }
                }
            }
        }
        try place.write { (writer) throws in
            try writer.removeView("subject")
            #expect(try writer.viewRow("subject", key: "P-1") == nil)
            #expect(try writer.viewPosition("subject") == nil)
            #expect(try writer.viewRow("case", key: "P-2")?.body == Array("other".utf8))
            #expect(try writer.viewPosition("case") == 3)
        }
    }

    private static func removeDerived(_ place: any StorePlace) throws {
        try place.write { (writer) throws in
            var batch = Sample.batch(0..<2)
            batch.heads = [Sample.head("case:1", 1, 2)]
            batch.tiles = [Sample.tile(level: 0, index: 0)]
            batch.sealed = [Sample.sealed(0, "name", "甲")]
            batch.sources = [Sample.span("1", at: 0)]
            try writer.append(batch)
            try writer.put(StoredCheckpoint(size: 2, note: [1]))
            try writer.setViewRow("case", key: "1", position: 1, body: [1])
        }
        try place.write { (writer) throws in
            try writer.removeDerived()
            #expect(try writer.head(of: "case:1") == nil)
            #expect(try writer.tile(TileAddress(level: 0, index: 0)) == nil)
            #expect(
                try writer.sourceSpans(
                    delivery: "2020-01", file: "people.csv", key: "1"
                ).isEmpty)
            #expect(try writer.size() == 2)
            #expect(try writer.sealed(seq: 0, path: "name") != nil)
            #expect(try writer.checkpoints().count == 1)
            #expect(try writer.viewRow("case", key: "1") != nil)
            try writer.put(heads: [Sample.head("case:1", 1, 2)])
            try writer.put(tiles: [Sample.tile(level: 0, index: 0)])
            try writer.put(sources: [Sample.span("1", at: 0)])
            #expect(try writer.head(of: "case:1") == TagHead(last: 1, count: 2))
        }
    }

    private static func facts(_ place: any StorePlace) throws {
        try place.write { (writer) throws in
            try writer.setFact("suite", "sm3")
            try writer.setFact("origin", "stele.local/1/sha256")
            try writer.setFact("suite", "sha256")
        }
        try place.read { (reader) throws in
            #expect(try reader.fact("suite") == "sha256")
            #expect(try reader.fact("nothing") == nil)
            #expect(try reader.facts().map(\.name) == ["origin", "suite"])
        }
    }
}
