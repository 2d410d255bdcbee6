internal import Law
public import Records
import Store
internal import Vocabulary

extension Ledger {
    /// One objection with its times, its sealed values opened from the vault.
    ///
    /// - Returns: Nil when nothing of it was known by then.
    public func objection(
        _ id: ObjectionID, at times: Times = Times()
    ) throws -> ObjectionView? {
        let law = try law()
        return try read { reader in
            try view(
                of: id, law, times, FileReading(self, reader, opening: true, under: .objection))
        }
    }

    /// The objections (异议台账), by identifier.
    public func objections(
        at times: Times = Times(), _ filter: ObjectionFilter = ObjectionFilter(),
        in window: ListWindow = .whole
    ) throws -> Windowed<ObjectionView> {
        let law = try law()
        return try read { reader in
            let files = FileReading(self, reader, opening: true, under: .objection)
            func line(_ tag: Tag) throws -> [ObjectionView] {
                let id = ObjectionID(wellFormed: tag.identifier)
                guard let found = try view(of: id, law, times, files), filter.holds(found.course)
                else { return [] }
                return [found]
            }
            guard let record = filter.record else {
                return try windowed(.objection, window, reader, read: line)
            }
            // What is objected to a record is known from that.
            try reader.proveListedHeads()
            return try windowed(try files.tags(.objection, on: record.tag), window, read: line)
        }
    }

    /// One application for repair with its times, its sealed values opened from the vault.
    ///
    /// - Returns: Nil when nothing of it was known by then.
    public func repair(_ id: RepairID, at times: Times = Times()) throws -> RepairView? {
        let law = try law()
        return try read { reader in
            try view(of: id, law, times, FileReading(self, reader, opening: true, under: .repair))
        }
    }

    /// The applications for repair (信用修复台账), by identifier.
    public func repairs(
        at times: Times = Times(), _ filter: RepairFilter = RepairFilter(),
        in window: ListWindow = .whole
    ) throws -> Windowed<RepairView> {
        let law = try law()
        return try read { reader in
            let files = FileReading(self, reader, opening: true, under: .repair)
            func line(_ tag: Tag) throws -> [RepairView] {
                let id = RepairID(wellFormed: tag.identifier)
                guard let found = try view(of: id, law, times, files), filter.holds(found.course)
                else { return [] }
                return [found]
            }
            guard let record = filter.record else {
                return try windowed(.repair, window, reader, read: line)
            }
            try reader.proveListedHeads()
            return try windowed(try files.tags(.repair, on: record.tag), window, read: line)
        }
    }

    private func view(
        of id: ObjectionID, _ law: Law, _ times: Times, _ files: FileReading
    ) throws -> ObjectionView? {
        guard let file: ObjectionFile = try files.view(id) else { return nil }
        return try file.view(
            on: day(of: times), knownAt: times.knownAt, under: law, record: { try files.view($0) })
    }

    private func view(
        of id: RepairID, _ law: Law, _ times: Times, _ files: FileReading
    ) throws -> RepairView? {
        guard let file: RepairFile = try files.view(id) else { return nil }
        return file.view(on: day(of: times), knownAt: times.knownAt, under: law)
    }
}

extension FileReading {
    /// What of that kind the entries of a file are about, too.
    fileprivate func tags(_ kind: TagKind, on tag: Tag) throws -> Set<Tag> {
        Set(try trail(tag).flatMap(\.tags)).filter { $0.kind == kind }
    }
}
