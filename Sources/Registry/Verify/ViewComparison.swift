import Chain
import Store
import Vocabulary

extension Audit {
    /// Buckets whose rows are folded in one pass: bounds memory.
    private static let folded = 256

    /// Each stored row of a view by its check, each view by its tally, and all of them with what the
    /// lines say.
    ///
    /// - Parameter sums: What the lines say of the views; nil where that is left out.
    mutating func compareViews(_ reader: any StoreReader, _ sums: ViewSums?) throws {
        var sums = sums
        var tape = LineTape(limits: .file)
        var digest = DigestContext(suite)
        for view in try reader.viewNames()
        where !ViewName.all.contains(view) && !ViewName.retired.contains(view) {
            damages.append(Damage(.view, place: view))
        }
        if let text = try reader.fact(UnknownKinds.factName), UnknownKinds(text) == nil {
            damages.append(Damage(.view, place: UnknownKinds.factName))
        }
        // All views follow the log in one transaction; one that an earlier program did not know was
        // never built.
        let positions = try ViewName.all.compactMap { try reader.viewPosition($0) }
        if let first = positions.first, positions.contains(where: { $0 != first }) {
            damages.append(Damage(.view, place: "position"))
        }
        for view in ViewName.all {
            var tally = ViewTally()
            try reader.scanView(view) { key, position, row in
                tally.add(row)
                let body = CheckedRow.open(
                    row, view: view, key: key, position: position, using: &digest)
                guard let body, position < size else {
                    damages.append(Damage(.view, place: "\(view)/\(key)"))
                    return
                }
                sums?.subtract(view, key, position: position, body, on: &tape)
            }
            let stored = try reader.fact(ViewTally.factName(of: view))
            let followed = try reader.viewPosition(view)
            // A view that was never built has no row, no position and no tally.
            let expected =
                followed == nil && tally == ViewTally() ? nil : tally.text(at: followed ?? 0)
            if stored != expected || followed ?? 0 > size {
                damages.append(Damage(.view, place: view))
            }
        }
        if let sums { try compareRows(of: sums, reader) }
    }

    /// What the stored rows say against what the lines say. Where lines are damaged they are told
    /// themselves: nobody knows what a row should say.
    private mutating func compareRows(of sums: ViewSums, _ reader: any StoreReader) throws {
        guard !damages.contains(where: { $0.entry != nil }), uncounted == 0 else { return }
        for row in sums.misshapen { damages.append(Damage(.view, place: row)) }
        if !sums.ignored.isSubset(of: sums.unknown) {
            damages.append(Damage(.view, place: UnknownKinds.factName))
        }
        var uneven = sums.uneven.sorted()[...]
        // As often as it takes to find one: uneven is also what two entries say of one position.
        while !uneven.isEmpty {
            let differing = try nameRows(Set(uneven.prefix(Self.folded)), of: sums, reader)
            uneven = uneven.dropFirst(Self.folded)
            damages += differing.map { Damage(.view, place: $0) }
            if !differing.isEmpty {
                unnamedRows = uneven.count
                return
            }
        }
    }

    /// Folds the rows of some buckets and compares them one by one.
    private func nameRows(
        _ buckets: Set<Int>, of sums: ViewSums, _ reader: any StoreReader
    ) throws -> [String] {
        let isWanted: @Sendable (String, String) -> Bool = { buckets.contains(sums.bucket($0, $1)) }
        let fold = try Fold.over(
            0..<sums.followed, of: reader, in: sums.duties, ignoring: sums.ignored, only: isWanted,
            progress: { _ in })
        var differing: [String] = []
        for view in ViewName.all where sums.views.contains(view) {
            let expected = fold.rows(of: view)
            var left = Set(expected.keys.filter { !fold.foreign.contains("\(view)/\($0)") })
            try reader.scanView(view) { key, position, row in
                guard isWanted(view, key), !fold.foreign.contains("\(view)/\(key)") else { return }
                left.remove(key)
                guard let should = expected.row(key), should.position == position,
                    row.dropFirst(CheckedRow.checkBytes).elementsEqual(should.body)
                else { return differing.append("\(view)/\(key)") }
            }
            for key in left.sorted() where expected.row(key) != nil {
                differing.append("\(view)/\(key)")
            }
        }
        return differing
    }
}
