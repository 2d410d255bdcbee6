import Chain
public import Records
import Store

extension Ledger {
    /// Everything that is known of a case, its sealed values opened from the vault.
    ///
    /// - Returns: Nil when no entry is about it, or none was by then.
    public func caseView(
        of id: CaseID, asOf: CalendarDate? = nil, knownAt: Instant? = nil
    ) throws -> CaseView? {
        let law = try law()
        return try store.read { reader in
            var entries = EntryReader()
            let opener = Opener(identity.suite, reader)
            func opened(_ tag: Tag) throws -> [RecordedEvent] {
                try reader.openedTrail(of: tag.description, using: &entries, opener)
            }
            var file = CaseFile(case: id)
            for event in try opened(id.tag) { file.apply(event) }
            return try file.view(
                on: asOf ?? day(of: knownAt), knownAt: knownAt, under: law,
                decision: { (decision: DecisionID) throws -> DecisionFile? in
                    var file = DecisionFile(decision: decision)
                    for event in try opened(decision.tag) { file.apply(event) }
                    return file
                },
                file: { (subject: SubjectID) throws -> SubjectFile? in
                    let events = try opened(subject.tag)
                    if events.isEmpty { return nil }
                    var file = SubjectFile(subject: subject)
                    for event in events { file.apply(event) }
                    return file
                })
        }
    }

    /// Every case known by then, by identifier.
    public func cases(
        asOf: CalendarDate? = nil, knownAt: Instant? = nil
    ) throws -> [CaseSummary] {
        let date = asOf ?? day(of: knownAt)
        return try store.read { reader in
            var entries = EntryReader()
            var found: [CaseSummary] = []
            try reader.eachTag(of: .case) { tag in
                var file = CaseFile(case: CaseID(wellFormed: tag.identifier))
                for event in try reader.trail(of: tag.description, using: &entries) {
                    file.apply(event)
                }
                if let one = file.summary(on: date, knownAt: knownAt) { found.append(one) }
            }
            return found
        }
    }

    /// The register of sanctions (处分台账), as of a day, by what was known at a moment.
    ///
    /// - Parameters:
    ///   - unit: Only those whose person held a post there when it happened.
    ///   - person: Only those of this person.
    public func sanctions(
        asOf: CalendarDate? = nil, knownAt: Instant? = nil, unit: UnitID? = nil,
        person: SubjectID? = nil
    ) throws -> SanctionRegister {
        let law = try law()
        let date = asOf ?? day(of: knownAt)
        return try store.read { reader in
            var entries = EntryReader()
            let opener = Opener(identity.suite, reader)
            var rows: [SanctionRow] = []
            for subject in try person.map({ [$0] }) ?? sanctioned(reader, &entries) {
                var file = SubjectFile(subject: subject)
                for event in try reader.openedTrail(
                    of: subject.tag.description, using: &entries, opener)
                {
                    file.apply(event)
                }
                rows += file.sanctionRows(on: date, knownAt: knownAt, under: law).filter { row in
                    unit.map { row.unit == $0 } ?? true
                }
            }
            return SanctionRegister(date: date, knownAt: knownAt, rows: rows)
        }
    }

    /// One line of it; nil where no such sanction had been imposed by then.
    public func sanction(
        _ id: SanctionID, asOf: CalendarDate? = nil, knownAt: Instant? = nil
    ) throws -> SanctionRow? {
        let persons = try store.read { reader in
            var entries = EntryReader()
            return try subjects(of: id.tag, reader, &entries)
        }
        for subject in persons.sorted() {
            let register = try sanctions(asOf: asOf, knownAt: knownAt, person: subject)
            if let row = register.rows.last(where: { $0.sanction == id }) { return row }
        }
        return nil
    }

    /// Everybody on whom something was ever imposed.
    private func sanctioned(
        _ reader: any StoreReader, _ entries: inout EntryReader
    ) throws -> [SubjectID] {
        var found: Set<SubjectID> = []
        var tags: [Tag] = []
        try reader.eachTag(of: .sanction) { tags.append($0) }
        for tag in tags { found.formUnion(try subjects(of: tag, reader, &entries)) }
        return found.sorted()
    }

    private func subjects(
        of tag: Tag, _ reader: any StoreReader, _ entries: inout EntryReader
    ) throws -> Set<SubjectID> {
        var found: Set<SubjectID> = []
        for recorded in try reader.trail(of: tag.description, using: &entries) {
            if case .sanctionImposed(let fact) = recorded.event { found.insert(fact.subject) }
        }
        return found
    }
}

extension StoreReader {
    /// Every tag of that kind, in order.
    func eachTag(of kind: Tag.Kind, _ body: (Tag) throws -> Void) throws {
        var after: String?
        while true {
            let heads = try tags(prefix: kind.rawValue + ":", after: after, limit: 512)
            guard let last = heads.last else { return }
            after = last.tag
            for head in heads {
                guard let tag = Tag(head.tag) else { throw LedgerFault.damagedHead(of: head.tag) }
                try body(tag)
            }
        }
    }
}
