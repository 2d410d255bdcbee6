internal import Law
public import Records
import Store
internal import Vocabulary

extension Ledger {
    /// One record of dishonesty, its sealed values opened from the vault.
    ///
    /// - Returns: Nil when nothing of it was known by then.
    public func dishonesty(
        _ id: CreditRecordID, at times: Times = Times()
    ) throws -> DishonestyView? {
        let law = try law()
        return try read { reader in
            let files = FileReading(self, reader, opening: true, under: .dishonesty)
            return try view(of: id, law, times, files)?.view
        }
    }

    /// The records of dishonesty (政务失信记录台账), by identifier.
    public func dishonesty(
        at times: Times = Times(), _ filter: DishonestyFilter = DishonestyFilter(),
        in window: ListWindow = .whole
    ) throws -> Windowed<DishonestyView> {
        let law = try law()
        return try read { reader in
            let files = FileReading(self, reader, opening: true, under: .dishonesty)
            func line(_ tag: Tag) throws -> [DishonestyView] {
                let id = CreditRecordID(wellFormed: tag.identifier)
                guard let found = try view(of: id, law, times, files),
                    filter.holds(found.view, recordedBy: found.recorder)
                else { return [] }
                return [found.view]
            }
            guard let subject = filter.subject else {
                return try windowed(.dishonesty, window, reader, read: line)
            }
            // What is on somebody is known from their own trail.
            try reader.proveListedHeads()
            let mine = Set(try files.trail(subject.tag).flatMap(\.tags)).filter {
                $0.kind == .dishonesty
            }
            return try windowed(mine, window, read: line)
        }
    }

    private func view(
        of id: CreditRecordID, _ law: Law, _ times: Times, _ files: FileReading
    ) throws -> (view: DishonestyView, recorder: String?)? {
        guard let file: DishonestyFile = try files.view(id) else { return nil }
        let view = try file.view(
            on: day(of: times), knownAt: times.knownAt, under: law,
            document: { try files.view($0) },
            organ: { organ in
                let file: SubjectFile? = try files.view(organ)
                return file?.log
            })
        return view.map { view in
            (view, file.log.entry(at: view.course.proposal.position)?.unit)
        }
    }
}
