import Chain
import Store

extension Audit {
    /// The second pass, only when something is wrong: which tag chain is broken where, which head
    /// and which delivered row is wrong, whose trails a damaged entry belongs to.
    ///
    /// Memory grows with the number of tags here; a damaged ledger is worth it.
    mutating func nameTagDamage(_ reader: any StoreReader) throws {
        let bad = DamagedPlaces(damages)
        var trails: [Int: Set<String>] = [:]
        var chains: [String: TagHead] = [:]
        var rows: [[UInt8]: Set<[Int]>] = [:]
        var tape = LineTape()
        try reader.scanReadable(0..<size) { position, line in
            guard let entry = try? EntryView.read(line, tape: &tape) else { return }
            for link in entry.tags {
                let tag = link.tag
                if let place = link.previous.flatMap({ bad.place(of: $0) }) {
                    trails[place, default: []].insert(tag)
                }
                if let place = bad.place(of: position) {
                    trails[place, default: []].insert(tag)
                }
                let before = chains[tag]
                if !tagsAreSound, before?.last != link.previous {
                    damages.append(Damage(.tagLink, entry: position, trails: [tag]))
                }
                chains[tag] = TagHead(last: position, count: (before?.count ?? 0) + 1)
            }
            if !rowsAreSound, let row = SourceRow(entry) {
                rows[row.key, default: []].insert([position, row.count])
            }
        }
        if !tagsAreSound { try nameHeads(chains, reader, bad, &trails) }
        if !rowsAreSound { try nameRows(&rows, reader) }
        // The tallies cannot fail where nothing is wrong; if it were so, it must not pass as sound.
        if damages.isEmpty { damages.append(Damage(tagsAreSound ? .source : .head)) }
        damages = damages.map { damage in
            guard let entry = damage.entry, damage.trails.isEmpty, let tags = trails[entry] else {
                return damage
            }
            return Damage(
                damage.kind, entry: entry, through: damage.through, trails: tags.sorted(),
                place: damage.place)
        }
    }

    private mutating func nameHeads(
        _ chains: [String: TagHead], _ reader: any StoreReader, _ bad: DamagedPlaces,
        _ trails: inout [Int: Set<String>]
    ) throws {
        var left = chains
        try reader.scanHeads { head in
            if let place = bad.place(of: head.head.last) {
                trails[place, default: []].insert(head.tag)
            }
            if left.removeValue(forKey: head.tag) != head.head {
                damages.append(Damage(.head, trails: [head.tag], place: head.tag))
            }
        }
        for tag in left.keys.sorted() {
            damages.append(Damage(.head, trails: [tag], place: tag))
        }
    }

    private mutating func nameRows(
        _ rows: inout [[UInt8]: Set<[Int]>], _ reader: any StoreReader
    ) throws {
        var tape = LineTape()
        try reader.scanSources { span in
            let key = SourceRow.key(span.delivery, span.file, span.key)
            if rows[key]?.remove([span.position, span.count]) == nil {
                damages.append(Damage(.source, entry: nil, place: "\(span.file) \(span.key)"))
            }
        }
        for spans in rows.values {
            for span in spans {
                let trails = try reader.withLine(at: span[0]) { line in
                    try? EntryView.read(line, tape: &tape).trails
                }
                damages.append(Damage(.source, entry: span[0], trails: (trails ?? nil) ?? []))
            }
        }
    }
}

/// Where damages are, a gap by the first of its entries.
private struct DamagedPlaces {
    private let entries: Set<Int>
    private let gaps: [ClosedRange<Int>]

    init(_ damages: [Damage]) {
        entries = Set(damages.compactMap(\.entry))
        gaps = damages.compactMap { damage in
            guard let first = damage.entry, let last = damage.through else { return nil }
            return first...last
        }.sorted { $0.lowerBound < $1.lowerBound }
    }

    func place(of entry: Int) -> Int? {
        if entries.contains(entry) { return entry }
        var low = 0
        var high = gaps.count
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle].upperBound < entry { low = middle + 1 } else { high = middle }
        }
        return low < gaps.count && gaps[low].contains(entry) ? gaps[low].lowerBound : nil
    }
}
