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
            let called = reader.comparesLists() ? nil : try called(words, reader)
            var found: [FoundSubject] = []
            try eachSubject(reader) { id, index in
                guard found.count < limit, let registration = index.registration else { return }
                let isMeant =
                    try called.map { $0.contains(registration.position) }
                    ?? registration.matches(words, as: id) {
                        try opener.open("name", at: registration.position)?.text
                    }
                if isMeant {
                    found.append(try foundSubject(id, index, registration, opener, reader))
                }
            }
            return found
        }
    }

    /// The registrations of those who are looked for, where not every line is compared: thousands of
    /// names are then read as they lie in the vault, in its order. One that fits is opened when its
    /// line is made; one that is not there was destroyed, or is damage.
    private func called(_ words: String, _ reader: ProvenReader) throws -> Set<Position> {
        var found: Set<Position> = []
        var unread: [(position: Position, id: SubjectID, registration: TrailIndex.Registration)] =
            []
        try eachSubject(reader) { id, index in
            guard let registration = index.registration else { return }
            if registration.matches(words, as: id, called: { nil }) {
                found.insert(registration.position)
            } else if registration.kind == .person {
                unread.append((registration.position, id, registration))
            }
        }
        unread.sort { $0.position < $1.position }
        let opener = Opener(identity.suite, reader, duties)
        for one in unread {
            let isMeant = try one.registration.matches(words, as: one.id) {
                try reader.sealed(seq: one.position, path: "name").map {
                    String(decoding: $0.value, as: UTF8.self)
                } ?? opener.open("name", at: one.position)?.text
            }
            if isMeant { found.insert(one.position) }
        }
        return found
    }

    /// The line of somebody who was found.
    private func foundSubject(
        _ id: SubjectID, _ index: TrailIndex, _ registration: TrailIndex.Registration,
        _ opener: Opener, _ reader: ProvenReader
    ) throws -> FoundSubject {
        var file: SubjectFile?
        if !reader.comparesLists() || !index.standing(.found).isEmpty {
            file = try FileReading(self, reader).view(id)
        }
        // A row that no line was compared with says what its file says.
        if !reader.comparesLists() {
            let stands = file?.standingRegistration()
            guard let stands, stands.position == registration.position,
                stands.fact.kind == registration.kind, stands.fact.code == registration.code,
                stands.fact.title == registration.title
            else { throw LedgerFault.damagedView("\(ViewName.subject)/\(id)") }
        }
        let name =
            registration.kind == .person
            ? try opener.open("name", at: registration.position)
            : registration.title.map(Sealed.clear)
        // What `status` says, no more: the index only tells whether there can be any.
        let findings = file?.findingsInForce(on: clock.now().dateInChina).count ?? 0
        return FoundSubject(
            subject: id, registration, name: name, index, findings: findings)
    }

    /// The index of every subject as of the last entry.
    private func eachSubject(
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
        entries = index.entries
        self.findings = findings
    }
}

extension TrailIndex.Registration {
    /// - Parameter called: Reads what a person is called; asked only where nothing else fits.
    fileprivate func matches(
        _ words: String, as id: SubjectID, called: () throws -> String?
    ) rethrows -> Bool {
        let typed = words.lowercased()
        if words.isEmpty || id.text.lowercased().hasPrefix(typed)
            || (code?.lowercased().contains(typed) ?? false)
        {
            return true
        }
        // Nobody sees how wide a letter is, nor which of the middle dots stands in a name.
        let read = ReadText.folded(words)
        let name = kind == .person ? try called() : title
        return !read.isEmpty && (name.map(ReadText.folded)?.contains(read) ?? false)
    }
}
