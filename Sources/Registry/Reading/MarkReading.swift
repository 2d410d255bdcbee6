import Law
public import Records
import Store
public import Vocabulary

extension Ledger {
    /// What cannot be as it stands, or should not have been, on a person (疑点提示).
    public func marks(on subject: SubjectID, at times: Times = Times()) throws -> [Caution] {
        let law = try law()
        return try read { reader in
            let files = FileReading(self, reader)
            let file: SubjectFile? = try files.view(subject)
            return try marks(
                in: file, by: day(of: times), knownAt: times.knownAt, under: law, files,
                before: nil)
        }
    }

    /// The marks that some entries bring, on whomever they are about.
    ///
    /// - Parameter positions: Those of the entries; what had been recorded before is compared with.
    public func marks(broughtBy positions: Range<Int>) throws -> [Caution] {
        guard let first = positions.first else { return [] }
        let recorded = try events(at: positions)
        var subjects: Set<SubjectID> = []
        for event in recorded { subjects.formUnion(event.tags.compactMap { SubjectID($0) }) }
        let law = try law()
        let today = today
        return try read { reader in
            let files = FileReading(self, reader)
            var brought: [Caution] = []
            for subject in subjects.sorted() {
                let file: SubjectFile? = try files.view(subject)
                guard file?.registration?.kind == .person else { continue }
                let after = try marks(
                    in: file, by: today, knownAt: nil, under: law, files, before: nil)
                if after.isEmpty { continue }
                let earlier = file.map { file in
                    SubjectFile(
                        about: subject, of: file.log.entries.filter { $0.position < first })
                }
                let before = Set(
                    try marks(
                        in: earlier, by: today, knownAt: nil, under: law, files, before: first))
                brought += after.filter { !before.contains($0) }
            }
            var seen: Set<Caution> = []
            return brought.filter { seen.insert($0).inserted }
        }
    }

    private func marks(
        in file: SubjectFile?, by date: CalendarDate, knownAt moment: Instant?, under law: Law,
        _ files: FileReading, before end: Position?
    ) throws -> [Caution] {
        guard let file else { return [] }
        var cases: [CaseID: CaseFile] = [:]
        for id in Set(file.namings.map(\.fact.case)) {
            let events = try files.trail(id.tag).filter { event in
                end.map { event.position < $0 } ?? true
            }
            cases[id] = CaseFile(about: id, of: events)
        }
        return file.marks(by: date, knownAt: moment, under: law) { id in
            cases[id] ?? CaseFile(about: id)
        }
    }
}

extension SubjectID {
    fileprivate init?(_ tag: Tag) {
        guard tag.kind == SubjectID.tagKind else { return nil }
        self.init(wellFormed: tag.identifier)
    }
}
