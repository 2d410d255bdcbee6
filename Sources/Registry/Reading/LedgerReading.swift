import Chain
import Law
import Records
import Store
public import Vocabulary

/// What is asked of a ledger: trails, files, the directory.
extension Ledger {
    /// Every entry under a tag, oldest first, found by walking its chain back from its head.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` where the chain is broken: a trail with a hole in
    ///   it is never passed off as whole.
    public func trail(of identifier: some Identifier) throws -> [RecordedEvent] {
        try read { try FileReading(self, $0).trail(identifier.tag) }
    }

    /// The same of any tag, its sealed values opened from the vault.
    public func trail(of tag: Tag) throws -> [RecordedEvent] {
        try read { try FileReading(self, $0, opening: true).trail(tag) }
    }

    /// The events at these positions, their sealed values opened from the vault. Entry 0 is none.
    public func events(at positions: Range<Int>) throws -> [RecordedEvent] {
        try read { reader in
            var entries = EntryReader(duties)
            let opener = Opener(identity.suite, reader, duties)
            return try positions.compactMap { position in
                try reader.withLine(at: position) { line in
                    try entries.opened(at: position, line, by: opener)
                } ?? nil
            }
        }
    }

    /// One line of the ledger as it is stored.
    public func line(at position: Int) throws -> [UInt8]? {
        try read { try $0.line(at: position) }
    }

    /// The index of every subject as of the last entry.
    func eachSubject(
        _ reader: ProvenReader, _ use: (SubjectID, TrailIndex) throws -> Void
    ) throws {
        let view = ViewName.subject
        let followed = try Projector.followed(in: reader)
        try eachRow(of: view, \.subjects, following: followed, reader) { key, index in
            guard let id = SubjectID(key) else { throw LedgerFault.damagedView(view) }
            try use(id, index)
        }
    }
}
