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
                file: { (subject: SubjectID) throws -> SubjectFile? in try files.view(subject) })
        }
    }

    /// The cases known by then, by identifier.
    public func cases(
        at times: Times = Times(), _ filter: CaseFilter = CaseFilter(),
        in window: ListWindow = .whole
    ) throws -> Windowed<CaseSummary> {
        let date = day(of: times)
        return try read { reader in
            try reader.proveHeadsByLines()
            let files = FileReading(self, reader)
            // Whose cases are asked for is known from their own trail.
            let mine = try filter.person.map { person in
                Set(try files.trail(person.tag).flatMap(\.tags))
            }
            return try windowed(.case, window, reader) { tag in
                if let mine, !mine.contains(tag) { return nil }
                let file: CaseFile? = try files.view(CaseID(wellFormed: tag.identifier))
                return file?.summary(on: date, knownAt: times.knownAt).flatMap { one in
                    filter.holds(one) ? one : nil
                }
            }
        }
    }

    /// The register of sanctions (处分台账), as of a day, by what was known at a moment.
    ///
    /// - Parameters:
    ///   - unit: Only those whose person held a post there when it happened.
    ///   - person: Only those of this person.
    public func sanctions(
        at times: Times = Times(), unit: UnitID? = nil, person: SubjectID? = nil
    ) throws -> SanctionRegister {
        let law = try law()
        let (date, knownAt) = (day(of: times), times.knownAt)
        return try read { reader in
            if person == nil { try reader.proveHeadsByLines() }
            let files = FileReading(self, reader, opening: true)
            var rows: [SanctionRow] = []
            for subject in try person.map({ [$0] }) ?? sanctioned(reader) {
                let file: SubjectFile = try files.view(subject) ?? SubjectFile(about: subject)
                rows += file.sanctionRows(on: date, knownAt: knownAt, under: law).filter { row in
                    unit.map { row.unit == $0 } ?? true
                }
            }
            return SanctionRegister(date: date, knownAt: knownAt, rows: rows)
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

    /// Everybody on whom something was ever imposed.
    private func sanctioned(_ reader: ProvenReader) throws -> [SubjectID] {
        let files = FileReading(self, reader)
        var found: Set<SubjectID> = []
        var tags: [Tag] = []
        try reader.eachTag(of: .sanction) { tags.append($0) }
        for tag in tags { found.formUnion(try subjects(of: tag, files)) }
        return found.sorted()
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
            let heads = try tags(prefix: kind.name + ":", after: after, limit: 512)
            guard let last = heads.last else { return }
            after = last.tag
            for head in heads {
                guard let tag = Tag(head.tag) else { throw LedgerFault.damagedHead(of: head.tag) }
                try body(tag)
            }
        }
    }
}
