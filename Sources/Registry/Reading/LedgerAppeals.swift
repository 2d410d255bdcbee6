import Chain
import Law
public import Records
import Store
public import Vocabulary

extension Ledger {
    /// The remedies against one sanction, with their clocks, its sealed values closed.
    ///
    /// - Returns: Nil when by then no such sanction had been imposed.
    /// - Throws: ``LedgerFault/damaged(entry:)`` where a chain is broken.
    public func appeals(
        against sanction: SanctionID, at times: Times = Times()
    ) throws -> AppealTimeline? {
        let law = try law()
        return try read { try timeline(of: sanction, law, times, FileReading(self, $0)) }
    }

    /// The timeline that an appeal belongs to.
    ///
    /// - Returns: Nil when no such appeal was filed by then.
    public func appeals(
        with appeal: AppealID, at times: Times = Times()
    ) throws -> AppealTimeline? {
        let law = try law()
        let times = asked(times)
        return try read { reader in
            let files = FileReading(self, reader)
            let file: AppealFile? = try files.view(appeal)
            guard let course = file?.course(by: day(of: times), knownAt: times.knownAt) else {
                return nil
            }
            return try timeline(of: course.filing.fact.sanction, law, times, files)
        }
    }

    /// The timelines of every sanction that was appealed or can be, by sanction.
    ///
    /// - Parameter person: Only those of one person.
    public func appeals(
        of person: SubjectID? = nil, openOnly: Bool = false, at times: Times = Times(),
        in window: ListWindow = .whole
    ) throws -> Windowed<AppealTimeline> {
        let law = try law()
        let times = asked(times)
        return try read { reader in
            try reader.proveListedHeads()
            let files = FileReading(self, reader)
            return try windowed(try sanctions(of: person, files), window) { tag in
                let found = try timeline(
                    of: SanctionID(wellFormed: tag.identifier), law, times, files)
                guard let found, found.service != nil || !found.stages.isEmpty,
                    found.isOpen || !openOnly
                else { return [] }
                return [found]
            }
        }
    }

    private func sanctions(of person: SubjectID?, _ files: FileReading) throws -> Set<Tag> {
        var found: Set<Tag> = []
        if let person {
            for event in try files.trail(person.tag) {
                if let fact = event.event[SanctionImposed.self], fact.subject == person {
                    found.insert(fact.sanction.tag)
                }
            }
            return found
        }
        // Only what was served or appealed has a row; the rest has no remedy running.
        try eachClockLog(files.reader) { tag, _ in
            if tag.kind == .sanction { found.insert(tag) }
        }
        return found
    }

    private func timeline(
        of sanction: SanctionID, _ law: Law, _ times: Times, _ files: FileReading
    ) throws -> AppealTimeline? {
        let file: SanctionFile = try files.view(sanction) ?? SanctionFile(about: sanction)
        return try AppealTimeline(
            of: file, under: law, asOf: day(of: times), knownAt: times.knownAt
        ) { try files.view($0) }
    }
}
