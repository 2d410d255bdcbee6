import Chain
public import Records
import Store

/// What is asked of a ledger: trails, files, the directory.
extension Ledger {
    /// Every entry about a subject, oldest first, found by walking its tag chain back from its head.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` where the chain is broken: a trail with a hole in
    ///   it is never passed off as whole.
    public func trail(of subject: SubjectID) throws -> [RecordedEvent] {
        try store.read { reader in
            var entries = EntryReader()
            return try reader.trail(of: subject.tag.description, using: &entries)
        }
    }

    /// Every entry about a case, oldest first.
    public func trail(of case: CaseID) throws -> [RecordedEvent] {
        try store.read { reader in
            var entries = EntryReader()
            return try reader.trail(of: `case`.tag.description, using: &entries)
        }
    }

    /// A sealed value in clear; nil when there is none, or none any more.
    public func open(_ path: String, at position: Int) throws -> String? {
        try store.read { reader in
            try reader.sealed(seq: position, path: path).map {
                String(decoding: $0.value, as: UTF8.self)
            }
        }
    }

    /// One line of the ledger as it is stored.
    public func line(at position: Int) throws -> [UInt8]? {
        try store.read { try $0.line(at: position) }
    }

    /// Subjects whose identifier begins with the words, or whose title, name or code contains them.
    ///
    /// - Returns: At most `limit`, by identifier; with how many entries each has.
    public func subjects(matching words: String, limit: Int) throws -> [FoundSubject] {
        try store.read { reader in
            var found: [FoundSubject] = []
            for entry in try directory(reader) {
                let name =
                    entry.kind == .person
                    ? try reader.sealed(seq: entry.registeredAt, path: "name").map {
                        String(decoding: $0.value, as: UTF8.self)
                    } : entry.title
                guard entry.matches(words, name: name) else { continue }
                let head = try reader.head(of: entry.subject.tag.description)
                found.append(
                    FoundSubject(
                        subject: entry.subject, kind: entry.kind, name: name, code: entry.code,
                        entries: head?.count ?? 0))
                if found.count == limit { break }
            }
            return found
        }
    }

    /// The directory as of the last entry: the stored view, and what the log has added since.
    private func directory(_ reader: any StoreReader) throws -> [DirectoryEntry] {
        var entries: [String: DirectoryEntry] = [:]
        var digest = DigestContext(identity.suite)
        try reader.scanView(ViewName.directory) { key, position, row in
            let body = CheckedRow.open(
                row, view: ViewName.directory, key: key, position: position, using: &digest)
            guard let body, let entry = DirectoryRow.read(body, subject: key) else {
                throw LedgerFault.damagedView(ViewName.directory)
            }
            entries[key] = entry
        }
        let followed = try reader.viewPosition(ViewName.directory) ?? 0
        let size = try reader.size()
        if followed < size {
            var trails = EntryReader()
            for id in try registered(in: followed..<size, reader) {
                // A correction changes what an earlier entry said, so the whole trail speaks.
                var file = SubjectFile(subject: id)
                for event in try reader.trail(of: id.tag.description, using: &trails) {
                    file.apply(event)
                }
                entries[id.text] = DirectoryRow.body(of: file)?.withUnsafeBytes {
                    DirectoryRow.read($0, subject: id.text)
                }
            }
        }
        return entries.values.sorted { $0.subject < $1.subject }
    }
}

/// Whose registration the entries of a range make, correct or withdraw.
private func registered(
    in range: Range<Int>, _ reader: any StoreReader
) throws -> Set<SubjectID> {
    var subjects: Set<SubjectID> = []
    var entries = EntryReader()
    try reader.scan(range) { position, line in
        switch try entries.event(at: position, line)?.event {
        case .subjectRegistered(let fact): subjects.insert(fact.subject)
        case .recordWithdrawn(let fact): if let subject = fact.subject { subjects.insert(subject) }
        default: break
        }
    }
    return subjects
}

/// A subject that a search found.
public struct FoundSubject: Sendable {
    public let subject: SubjectID
    public let kind: SubjectKind
    /// A person's name from the vault, a unit's public title; nil when there is none.
    public let name: String?
    public let code: String?
    /// How many entries its trail has.
    public let entries: Int
}

extension DirectoryEntry {
    fileprivate func matches(_ words: String, name: String?) -> Bool {
        let words = words.lowercased()
        return words.isEmpty || subject.text.lowercased().hasPrefix(words)
            || (name?.lowercased().contains(words) ?? false)
            || (code?.lowercased().contains(words) ?? false)
    }
}
