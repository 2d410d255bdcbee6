import Chain
public import Law
public import Records
import Store
import Vocabulary

/// A suspected ground waiting for somebody to look at it.
public struct QueuedGround: Sendable {
    public let decision: DecisionID
    public let title: String?
    public let adoptedOn: CalendarDate?
    public let ground: DossierGround
}

extension Ledger {
    /// Everything that is known of a decision, its sealed values opened from the vault.
    ///
    /// - Returns: Nil when no entry is about it, or none was by then.
    public func dossier(
        of decision: DecisionID, asOf: CalendarDate? = nil, knownAt: Instant? = nil
    ) throws -> Dossier? {
        let law = try law()
        return try store.read { reader in
            try file(of: decision, reader)?.dossier(
                on: asOf ?? day(of: knownAt), knownAt: knownAt, under: law)
        }
    }

    /// Who answers for a decision, and where they are on that day (责任倒查).
    public func backTrace(
        of decision: DecisionID, asOf: CalendarDate? = nil, knownAt: Instant? = nil
    ) throws -> BackTrace? {
        let law = try law()
        return try store.read { reader in
            let files = FileReading(self, reader)
            guard let file = try file(of: decision, reader) else { return nil }
            return try file.backTrace(
                on: asOf ?? day(of: knownAt), knownAt: knownAt, under: law
            ) { id in try files.view(id) }
        }
    }

    /// Every decision known by then, by identifier.
    public func decisions(asOf: CalendarDate? = nil, knownAt: Instant? = nil) throws -> [Dossier] {
        let law = try law()
        let date = asOf ?? day(of: knownAt)
        return try store.read { reader in
            var found: [Dossier] = []
            try reader.eachTag(of: .decision) { tag in
                let file = try file(of: DecisionID(wellFormed: tag.identifier), reader)
                if let one = file?.dossier(on: date, knownAt: knownAt, under: law) {
                    found.append(one)
                }
            }
            return found
        }
    }

    /// The suspected grounds that nobody has dismissed or taken up yet, oldest first; with `all`
    /// the others, too.
    public func grounds(
        asOf: CalendarDate? = nil, knownAt: Instant? = nil, all: Bool = false
    ) throws -> [QueuedGround] {
        try decisions(asOf: asOf, knownAt: knownAt).flatMap { dossier in
            dossier.grounds.filter { all || $0.state == .open || $0.state == .due }.map {
                QueuedGround(
                    decision: dossier.decision, title: dossier.title,
                    adoptedOn: dossier.adoption?.on, ground: $0)
            }
        }.sorted {
            ($0.ground.on?.ordinal ?? .max, $0.decision.text, $0.ground.ground, $0.ground.source)
                < (
                    $1.ground.on?.ordinal ?? .max, $1.decision.text, $1.ground.ground,
                    $1.ground.source
                )
        }
    }

    /// The day that the ledger's clock says it is, in the banner.
    public var today: CalendarDate { day(of: nil) }

    /// What an answer without a day is as of: today, or the day of the moment asked about.
    func day(of moment: Instant?) -> CalendarDate {
        let today = clock.now().dateInChina
        return moment.map { min($0.dateInChina, today) } ?? today
    }

    private func file(of decision: DecisionID, _ reader: any StoreReader) throws -> DecisionFile? {
        try FileReading(self, reader, opening: true).view(decision)
    }
}
