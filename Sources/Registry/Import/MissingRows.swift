import Records
import Store
public import Vocabulary

/// The rows that a delivery which says it is whole lacks, of those that were delivered before.
public struct MissingRows: Sendable {
    /// One row, with whom the entries that it became are about.
    public struct Row: Sendable {
        public let file: String
        public let key: String
        /// The first of its entries that stands.
        public let entry: Position
    }

    /// By file and key.
    public internal(set) var rows: [Row] = []
    /// The people and units whom they are about and no row of this delivery names, sorted.
    public internal(set) var subjects: [SubjectID] = []
}

extension Tag {
    /// Whom it names, where it names somebody.
    fileprivate var subject: SubjectID? {
        kind == SubjectID.tagKind ? SubjectID(wellFormed: identifier) : nil
    }
}

/// What a delivery held, to compare with what stands of the one before.
struct DeliveryRoll {
    private var files: [String: KeyCensus] = [:]
    /// A hash of every text that names somebody or something in any row.
    private var named: Set<Int> = []

    mutating func take(_ row: MappedRow) {
        for command in row.commands { command.fields.eachText { named.insert($0.hashValue) } }
    }

    /// All rows of that file were taken.
    mutating func close(_ file: String, _ census: KeyCensus) { files[file] = census }

    /// The rows of earlier deliveries whose entries stand and whose keys are in none of its files.
    func missing(of delivery: String, in transaction: LedgerTransaction) throws -> MissingRows {
        var lost: [(file: String, key: String, spans: [SourceSpan])] = []
        try transaction.store.scanSources { span in
            guard ExactText(span.delivery) == ExactText(delivery), let census = files[span.file],
                !census.holds(span.key)
            else { return }
            if let last = lost.last, last.file == span.file,
                ExactText(last.key) == ExactText(span.key)
            {
                lost[lost.count - 1].spans.append(span)
            } else {
                lost.append((span.file, span.key, [span]))
            }
        }
        var missing = MissingRows()
        var subjects: Set<SubjectID> = []
        for row in lost {
            let standing = try transaction.standing(row.spans)
            guard let first = standing.first else { continue }
            missing.rows.append(.init(file: row.file, key: row.key, entry: first.position))
            for id in standing.flatMap(\.tags).compactMap({ $0.subject })
            where !named.contains(id.text.hashValue) { subjects.insert(id) }
        }
        missing.subjects = subjects.sorted { $0.text < $1.text }
        return missing
    }
}
