/// Which rows of one delivered file have which key, found before the first row is taken: two rows of
/// one key have no earlier and later.
struct KeyCensus {
    /// The lines of the rows that share a key and say different things, by the key.
    private(set) var contested: [ExactText: [Int]] = [:]
    /// One hash a row, in order; the seed is this process's.
    private var hashes: [Int] = []

    /// No row has any key.
    init() {}

    /// Reads the file through, twice only where keys seem to be repeated.
    ///
    /// - Cost: 24 bytes a row while it is read, 8 afterwards.
    init(_ file: CheckedFile) throws(DeliveryFault) {
        var rows: [(key: Int, row: Int, line: Int)] = []
        try Self.read(file) { key, row, line in
            rows.append((key.hashValue, row, line))
        }
        rows.sort { ($0.key, $0.line) < ($1.key, $1.line) }
        var suspects = Set<Int>()
        for (one, next) in zip(rows, rows.dropFirst())
        where one.key == next.key && one.row != next.row {
            suspects.insert(one.key)
        }
        hashes = rows.map(\.key)
        if !suspects.isEmpty { try compare(suspects, in: file) }
    }

    /// Whether a row of the file has it; a stranger's key passes for one of 2⁶⁴ at the most.
    func holds(_ key: String) -> Bool {
        let wanted = ExactText(key).hashValue
        var low = 0
        var high = hashes.count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == wanted
    }

    /// Keys whose hashes are the same may differ; rows that differ are looked at again, key by key.
    private mutating func compare(
        _ suspects: Set<Int>, in file: CheckedFile
    ) throws(DeliveryFault) {
        var found: [ExactText: (rows: Set<Int>, lines: [Int])] = [:]
        try Self.read(file) { key, row, line in
            guard suspects.contains(key.hashValue) else { return }
            found[key, default: ([], [])].rows.insert(row)
            found[key]?.lines.append(line)
        }
        contested = found.filter { $0.value.rows.count > 1 }.mapValues(\.lines)
    }

    private static func read(
        _ file: CheckedFile, _ body: (ExactText, _ row: Int, _ line: Int) -> Void
    ) throws(DeliveryFault) {
        let rows = try file.rows()
        while let row = try rows.nextKey() {
            guard let key = row.key else { continue }
            body(ExactText(key), row.hash, row.line)
        }
    }
}
