import Chain
import Store
import StoreSQLite

@testable import Registry

/// What stands beside the rows of a ledger without any key, computed anew by somebody who has altered
/// the rows: the tallies of heads, views and checkpoints, and the check of each row of a view.
enum UnkeyedChecks {
    /// - Throws: What the store or the ledger's own readers throw where the rows are no such rows.
    static func recompute(_ path: String) throws {
        let store = try SQLiteStore(path, for: .writing(as: "the attacker"))
        defer { try? store.close() }
        try store.write { (writer) throws in
            var digest = DigestContext(.sha256)
            let heads = try HeadTally.ofTable(writer, using: &digest)
            try writer.setFact(
                HeadTally.factName, "\(writer.size()):\(String(heads, radix: 16))")
            for view in ViewName.all {
                var rows: [(String, Int, [UInt8])] = []
                try writer.scanView(view) { rows.append(($0, $1, Array($2))) }
                var tally = ViewTally()
                for (key, position, row) in rows {
                    let body = Array(row.dropFirst(CheckedRow.checkBytes))
                    let sealed = CheckedRow.seal(
                        body, view: view, key: key, position: position, using: &digest)
                    tally.add(sealed)
                    try writer.setViewRow(view, key: key, position: position, body: sealed)
                }
                let followed = try writer.viewPosition(view)
                if let followed {
                    try writer.setFact(ViewTally.factName(of: view), tally.text(at: followed))
                }
            }
            let issued = try writer.checkpoints()
            try writer.setFact(IssuedCheckpoints.fact, IssuedCheckpoints.text(issued))
        }
    }
}
