import Chain
public import Records
import Store

extension Ledger {
    /// The remedies against one sanction, with their clocks, its sealed values closed.
    ///
    /// - Parameters:
    ///   - asOf: Nil: today, or the day of `knownAt`.
    ///   - knownAt: By what was recorded, and what was law, up to that moment; nil: by all there is.
    /// - Returns: Nil when by then no such sanction had been imposed.
    /// - Throws: ``LedgerFault/damaged(entry:)`` where a chain is broken.
    public func appeals(
        against sanction: SanctionID, asOf: CalendarDate? = nil, knownAt: Instant? = nil
    ) throws -> AppealTimeline? {
        let law = try law()
        return try store.read { reader in
            var entries = EntryReader()
            return try timeline(
                of: sanction, law, day(asOf, knownAt), knownAt, reader, &entries)
        }
    }

    /// The timeline that an appeal belongs to.
    ///
    /// - Returns: Nil when no such appeal was filed by then.
    public func appeals(
        with appeal: AppealID, asOf: CalendarDate? = nil, knownAt: Instant? = nil
    ) throws -> AppealTimeline? {
        let law = try law()
        return try store.read { reader in
            var entries = EntryReader()
            let day = day(asOf, knownAt)
            let file = try file(appeal, reader, &entries)
            guard let course = file.course(by: day, knownAt: knownAt) else { return nil }
            return try timeline(
                of: course.filing.payload.sanction, law, day, knownAt, reader, &entries)
        }
    }

    /// The timelines of every sanction that was appealed or can be, by sanction.
    ///
    /// - Parameter person: Only those of one person.
    public func appeals(
        of person: SubjectID? = nil, openOnly: Bool = false, asOf: CalendarDate? = nil,
        knownAt: Instant? = nil
    ) throws -> [AppealTimeline] {
        let law = try law()
        let day = day(asOf, knownAt)
        return try store.read { reader in
            var entries = EntryReader()
            var timelines: [AppealTimeline] = []
            for sanction in try sanctions(of: person, reader, &entries) {
                let found = try timeline(of: sanction, law, day, knownAt, reader, &entries)
                guard let found, found.service != nil || !found.stages.isEmpty else { continue }
                if openOnly && !found.isOpen { continue }
                timelines.append(found)
            }
            return timelines
        }
    }

    private func sanctions(
        of person: SubjectID?, _ reader: any StoreReader, _ entries: inout EntryReader
    ) throws -> [SanctionID] {
        if let person {
            var found: Set<SanctionID> = []
            for event in try reader.trail(of: person.tag.description, using: &entries) {
                if case .sanctionImposed(let fact) = event.event, fact.subject == person {
                    found.insert(fact.sanction)
                }
            }
            return found.sorted()
        }
        // Only what was served or appealed has a row; the rest has no remedy running.
        var found: Set<SanctionID> = []
        try eachClockLog(reader) { tag, _ in
            if tag.kind == .sanction { found.insert(SanctionID(wellFormed: tag.identifier)) }
        }
        return found.sorted()
    }

    private func timeline(
        of sanction: SanctionID, _ law: Law, _ day: CalendarDate, _ knownAt: Instant?,
        _ reader: any StoreReader, _ entries: inout EntryReader
    ) throws -> AppealTimeline? {
        var file = SanctionFile(sanction: sanction)
        for event in try reader.trail(of: sanction.tag.description, using: &entries) {
            file.apply(event)
        }
        return try AppealTimeline(of: file, under: law, asOf: day, knownAt: knownAt) {
            try self.file($0, reader, &entries)
        }
    }

    private func file(
        _ appeal: AppealID, _ reader: any StoreReader, _ entries: inout EntryReader
    ) throws -> AppealFile {
        var file = AppealFile(appeal: appeal)
        for event in try reader.trail(of: appeal.tag.description, using: &entries) {
            file.apply(event)
        }
        return file
    }
}
