import CSchema

/// The blocks of `schema/statements.sql`, by name. A name here without a block there, or the other
/// way round, is found by a test.
enum StatementName: String, CaseIterable, Sendable {
    case prepareWriter, preparePointReader, prepareScanReader, prepareScratch
    case fileSchema, begin, beginWrite, commit, rollback
    case emptyWriteAheadFile, structureFaults
    case lastSeq, appendEntry, lineAt, linesFrom, entriesIn, entriesOutside
    case headOf, setHead, headsFrom, headsBetween, allHeads, removeHeads
    case strips, allStrips, addStrip, removeTiles
    case addCheckpoint, allCheckpoints, checkpointNumbers
    case addSealed, removeSealed, sealedAt, sealedFrom, sealedOutside
    case addSpan, spansOf, allSpans, removeSpans
    case viewRow, viewRows, setViewRow, removeViewRow, removeViewRows
    case viewPosition, viewNames, viewKeysFrom, setViewPosition, removeViewPosition
    case factNamed, allFacts, removeFacts, setFact

    /// The SQL of the block.
    var sql: String {
        guard let sql = EmbeddedSQL.blocks[rawValue] else {
            preconditionFailure("schema/statements.sql has no block \(rawValue)")
        }
        return sql
    }
}

/// The SQL that is embedded in the program.
enum EmbeddedSQL {
    /// The tables: the format itself.
    static let schema = file("sqlite.sql")

    /// Name to SQL, comments included, as the file has them.
    static let blocks: [String: String] = {
        let marker = "-- name: "
        var blocks: [String: String] = [:]
        var name: String?
        for line in file("statements.sql").split(separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix(marker) {
                name = String(line.dropFirst(marker.count))
            } else if let name {
                blocks[name, default: ""] += line + "\n"
            }
        }
        return blocks
    }()

    private static func file(_ path: String) -> String {
        for index in 0..<stele_schema_count() {
            let file = stele_schema_file_at(index).pointee
            if String(cString: file.path) == path {
                let bytes = UnsafeBufferPointer(start: file.bytes, count: Int(file.count))
                return String(decoding: bytes, as: UTF8.self)
            }
        }
        preconditionFailure("schema/embed.c has no row for \(path)")
    }
}
