import Chain
import Law
public import Records
import Store
public import Vocabulary

extension Ledger {
    /// Everything that is known of a case, its sealed values opened from the vault.
    ///
    /// - Returns: Nil when no entry is about it, or none was by then.
    public func caseView(of id: CaseID, at times: Times = Times()) throws -> CaseView? {
        let law = try law()
        return try read { reader in
            let files = FileReading(self, reader, opening: true)
            let file: CaseFile = try files.view(id) ?? CaseFile(about: id)
            return try file.view(
                on: day(of: times), knownAt: times.knownAt, under: law,
                decision: { (decision: DecisionID) throws -> DecisionFile? in
                    try files.view(decision) ?? DecisionFile(about: decision)
                },
                complaint: { (complaint: ComplaintID) throws -> RecordFile? in
                    RecordFile(complaint.tag, of: try files.trail(complaint.tag))
                },
                file: { (subject: SubjectID) throws -> SubjectFile? in try files.view(subject) })
        }
    }

    /// What a case says by itself, by all that is recorded.
    ///
    /// - Returns: Nil when it was never opened.
    public func knowledge(of id: CaseID) throws -> CaseKnowledge? {
        try read { reader in
            let file: CaseFile? = try FileReading(self, reader).view(id)
            return file.flatMap { $0.isOpened ? $0.knowledge : nil }
        }
    }

    /// Whence a case is recorded that no organ here conducts; nil where one does.
    public func recordedElsewhere(_ id: CaseID, at times: Times = Times()) throws
        -> RecordedElsewhere?
    {
        let date = day(of: times)
        return try read { reader in
            let file: CaseFile? = try FileReading(self, reader).view(id)
            return file?.recordedElsewhere(by: date, knownAt: times.knownAt)
        }
    }

    /// The imposition of a sanction that stands.
    public func imposition(of id: SanctionID) throws -> SanctionImposed? {
        try read { reader in
            let file: SanctionFile? = try FileReading(self, reader).view(id)
            return file?.log.standing(SanctionImposed.self).last?.fact
        }
    }

    /// The cases known by then, by identifier.
    public func cases(
        at times: Times = Times(), _ filter: CaseFilter = CaseFilter(),
        in window: ListWindow = .whole
    ) throws -> Windowed<CaseSummary> {
        let date = day(of: times)
        return try read { reader in
            let files = FileReading(self, reader)
            func summary(_ tag: Tag) throws -> [CaseSummary] {
                let file: CaseFile? = try files.view(CaseID(wellFormed: tag.identifier))
                let summary = try file?.summary(on: date, knownAt: times.knownAt) { id in
                    try files.view(id) as SanctionFile?
                }
                return [summary].compactMap(\.self).filter(filter.holds)
            }
            guard let person = filter.person else {
                return try windowed(.case, window, reader, read: summary)
            }
            // Whose cases are asked for is known from their own trail.
            try reader.proveListedHeads()
            let mine = Set(try files.trail(person.tag).flatMap(\.tags)).filter { $0.kind == .case }
            return try windowed(mine, window, read: summary)
        }
    }

    /// The register of sanctions (处分台账), as of a day, by what was known at a moment: a part of it
    /// by identifier, and within it in the order in which they began.
    ///
    /// - Parameters:
    ///   - unit: Only those whose person held a post there when it happened.
    ///   - person: Only those of this person.
    public func sanctions(
        at times: Times = Times(), unit: UnitID? = nil, person: SubjectID? = nil,
        in window: ListWindow = .whole
    ) throws -> SanctionRegister {
        let law = try law()
        let (date, knownAt) = (day(of: times), times.knownAt)
        return try read { reader in
            try reader.proveListedHeads()
            let files = FileReading(self, reader, opening: true, under: .sanction)
            var known: [SubjectID: [SanctionRow]] = [:]
            func rows(of subject: SubjectID) throws -> [SanctionRow] {
                if let rows = known[subject] { return rows }
                let file: SubjectFile = try files.view(subject) ?? SubjectFile(about: subject)
                let rows = file.sanctionRows(on: date, knownAt: knownAt, under: law)
                known[subject] = rows
                return rows
            }
            let tags = try person.map { Set(try rows(of: $0).map(\.sanction.tag)) }
            let closed = FileReading(self, reader)
            func line(_ tag: Tag) throws -> [SanctionRow] {
                let subjects = try person.map { [$0] } ?? subjects(of: tag, closed).sorted()
                return try subjects.flatMap(rows).filter { row in
                    row.sanction.tag == tag && (unit.map { row.unit == $0 } ?? true)
                }
            }
            let part =
                try tags.map { try windowed($0, window, read: line) }
                ?? windowed(.sanction, window, reader, read: line)
            return SanctionRegister(
                date: date, knownAt: knownAt, rows: part.rows, more: part.more, next: part.next)
        }
    }

    /// One line of it; nil where no such sanction had been imposed by then.
    public func sanction(_ id: SanctionID, at times: Times = Times()) throws -> SanctionRow? {
        let persons = try read { reader in
            try subjects(of: id.tag, FileReading(self, reader))
        }
        for subject in persons.sorted() {
            let register = try sanctions(at: times, person: subject)
            if let row = register.rows.last(where: { $0.sanction == id }) { return row }
        }
        return nil
    }

    private func subjects(of tag: Tag, _ files: FileReading) throws -> Set<SubjectID> {
        Set(try files.trail(tag).compactMap { $0.event[SanctionImposed.self]?.subject })
    }
}

extension StoreReader {
    /// Every tag of that kind, in order.
    func eachTag(of kind: TagKind, _ body: (Tag) throws -> Void) throws {
        var after: String?
        while true {
            let heads = try listed(kind, after: after, limit: 512)
            guard let last = heads.last else { return }
            after = last.tag
            for head in heads {
                guard let tag = Tag(head.tag) else { throw LedgerFault.damagedHead(of: head.tag) }
                try body(tag)
            }
        }
    }
}
