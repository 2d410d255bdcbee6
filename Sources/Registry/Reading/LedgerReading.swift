import Chain
import Law
public import Records
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

    /// Registered subjects whose identifier begins with the words, or whose title, name or code
    /// contains them.
    ///
    /// - Returns: At most `limit`, by identifier.
    public func subjects(matching words: String, limit: Int) throws -> [FoundSubject] {
        try read { reader in
            let opener = Opener(identity.suite, reader, duties)
            var found: [FoundSubject] = []
            for (id, index) in try directory(reader).sorted(by: { $0.key < $1.key }) {
                guard let registration = index.registration else { continue }
                let name =
                    registration.kind == .person
                    ? try opener.open("name", at: registration.position)
                    : registration.title.map(Sealed.clear)
                guard registration.matches(words, as: id, named: name?.text) else { continue }
                found.append(
                    FoundSubject(
                        subject: id, registration, name: name, index,
                        findings: try findings(of: id, index, reader)))
                if found.count == limit { break }
            }
            return found
        }
    }

    /// How many findings of responsibility count today: what `status` says, no more. The index only
    /// tells whether there can be any.
    private func findings(
        of id: SubjectID, _ index: TrailIndex, _ reader: ProvenReader
    ) throws -> Int {
        if index.standing(.found).isEmpty { return 0 }
        let file: SubjectFile = try FileReading(self, reader).view(id) ?? SubjectFile(about: id)
        return file.findingsInForce(on: clock.now().dateInChina).count
    }

    /// The index of every subject as of the last entry.
    private func directory(_ reader: ProvenReader) throws -> [SubjectID: TrailIndex] {
        var indices: [SubjectID: TrailIndex] = [:]
        let view = ViewName.subject
        let followed = try Projector.followed(in: reader)
        try eachRow(of: view, \.subjects, following: followed, reader) { key, index in
            guard let id = SubjectID(key) else { throw LedgerFault.damagedView(view) }
            indices[id] = index
        }
        return indices
    }
}

/// A subject that a search found.
public struct FoundSubject: Sendable {
    public let subject: SubjectID
    public let kind: SubjectKind
    /// A person's name from the vault, a unit's public title; nil when there is none.
    public let name: Sealed?
    public let code: String?
    /// How many entries its trail has.
    public let entries: Int
    /// How many findings of responsibility count today; a suspicion is not one.
    public let findings: Int

    init(
        subject: SubjectID, _ registration: TrailIndex.Registration, name: Sealed?,
        _ index: TrailIndex, findings: Int
    ) {
        self.subject = subject
        kind = registration.kind
        self.name = name
        code = registration.code
        entries = TrailClass.allCases.reduce(0) { $0 + index[$1].count }
        self.findings = findings
    }
}

extension TrailIndex.Registration {
    fileprivate func matches(_ words: String, as id: SubjectID, named name: String?) -> Bool {
        let typed = words.lowercased()
        // Nobody sees how wide a letter is, nor which of the middle dots stands in a name.
        let read = ReadText.folded(words)
        return words.isEmpty || id.text.lowercased().hasPrefix(typed)
            || (!read.isEmpty && (name.map(ReadText.folded)?.contains(read) ?? false))
            || (code?.lowercased().contains(typed) ?? false)
    }
}
