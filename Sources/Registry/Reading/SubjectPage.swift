import Chain
import Law
public import Records
import Store
public import Vocabulary

/// Everything one page says about a subject: the whole trail, what counts, who it is.
public struct SubjectPage: Sendable {
    public let trail: Trail
    public let status: CurrentStatus
    /// The standing registration as the register knew it; nil for a subject only mentioned so far.
    public let registration: SubjectRegistered?
    /// The entries that say what it says.
    public let registered: [Position]
}

extension Ledger {
    /// Whether anything is recorded about a subject, and as what it is registered, as the register
    /// stands.
    public func registration(
        of subject: SubjectID
    ) throws -> (isMentioned: Bool, kind: SubjectKind?) {
        try read { reader in
            let file: SubjectFile? = try FileReading(self, reader).view(subject)
            return (file != nil, file?.standingRegistration()?.fact.kind)
        }
    }

    /// A subject's page, its sealed values opened from the vault.
    ///
    /// - Parameter times: Without a day: the whole trail, and what counts today, or on the day of
    ///   the moment.
    /// - Returns: Nil when no entry is about the subject. A page that is empty because nothing had
    ///   been recorded by `knownAt` is an answer.
    /// - Throws: ``LedgerFault/damaged(entry:)`` where a chain is broken.
    public func page(of subject: SubjectID, at times: Times = Times()) throws -> SubjectPage? {
        let law = try law()
        let knownAt = times.knownAt
        return try read { reader in
            let files = FileReading(self, reader, opening: true)
            let own = try files.trail(subject.tag)
            try check(own.map(\.position), of: subject.tag, reader)
            if own.isEmpty { return nil }
            let events = try LifelongTrail.select(of: subject, own: own, knownAt: knownAt) {
                try files.trail($0)
            }
            let file = SubjectFile(about: subject, of: own)
            // The rules of those who issued a document: by them a record may be shown on.
            var organs: [UnitID: EventLog] = [:]
            for document in file.log.facts(InstrumentRegistered.self) {
                let organ = document.fact.organ
                let theirs: SubjectFile? = try organs[organ] == nil ? files.view(organ) : nil
                if let theirs { organs[organ] = theirs.log }
            }
            return SubjectPage(
                trail: LifelongTrail.build(
                    events: events, of: subject, asOf: times.asOf, knownAt: knownAt),
                status: file.status(
                    on: day(of: times), knownAt: knownAt, under: law, beside: events,
                    organ: { organs[$0] }),
                registration: file.registration(on: day(of: times), knownAt: knownAt),
                registered: file.identifying(on: day(of: times), knownAt: knownAt))
        }
    }

    /// A head that was set back would cut the newest entries off a trail: as far as the views have
    /// followed the log, the trail has as many entries as its index.
    ///
    /// - Parameter trail: The positions of its entries.
    private func check(_ trail: [Position], of tag: Tag, _ reader: any StoreReader) throws {
        let (view, key) = ViewName.index(of: tag)
        let followed = try reader.viewPosition(view) ?? 0
        var digest = DigestContext(identity.suite)
        let row = try reader.viewRow(view, key: key)
        let index = try row.map { row in
            try row.body.withUnsafeBytes { bytes in
                let body = CheckedRow.open(
                    bytes, view: view, key: row.key, position: row.position, using: &digest)
                guard let body, let index = try? TrailIndex.reading(body) else {
                    throw LedgerFault.damagedView(view)
                }
                return index
            }
        }
        guard trail.count(where: { $0 < followed }) == index?.entries ?? 0 else {
            throw LedgerFault.damagedHead(of: tag.description)
        }
    }
}

extension TrailIndex {
    /// How many entries the trail has.
    var entries: Int { TrailClass.allCases.reduce(0) { $0 + self[$1].count } }
}
