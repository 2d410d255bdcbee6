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

/// An adopted decision of which nobody can say what grounds it shows.
public struct UnjudgedDecision: Sendable {
    public let decision: DecisionID
    public let adoptedOn: CalendarDate
    /// Why: no body of law was in force on the day of adoption.
    public let fault: LawFault

    /// Nil where somebody can say.
    public init?(_ dossier: Dossier) {
        guard let fault = dossier.groundsFault, let adoptedOn = dossier.adoption?.on else {
            return nil
        }
        decision = dossier.decision
        self.adoptedOn = adoptedOn
        self.fault = fault
    }
}

extension Ledger {
    /// Everything that is known of a decision, its sealed values opened from the vault.
    ///
    /// - Returns: Nil when no entry is about it, or none was by then.
    public func dossier(
        of decision: DecisionID, at times: Times = Times()
    ) throws -> Dossier? {
        let law = try law()
        return try read { reader in
            try file(of: decision, reader)?.dossier(
                on: day(of: times), knownAt: times.knownAt, under: law
            ) { other in try file(of: other, reader) }
        }
    }

    /// Who answers for a decision, and where they are on that day (责任倒查).
    public func backTrace(
        of decision: DecisionID, at times: Times = Times()
    ) throws -> BackTrace? {
        let law = try law()
        return try read { reader in
            let files = FileReading(self, reader)
            guard let file = try file(of: decision, reader) else { return nil }
            return try file.backTrace(
                on: day(of: times), knownAt: times.knownAt, under: law,
                decision: { other in try files.view(other) }, file: { id in try files.view(id) })
        }
    }

    /// The decisions known by then, by identifier.
    public func decisions(
        at times: Times = Times(), in window: ListWindow = .whole
    ) throws -> Windowed<Dossier> {
        let law = try law()
        let date = day(of: times)
        return try read { reader in
            try windowed(.decision, window, reader) { tag in
                let id = DecisionID(wellFormed: tag.identifier)
                let dossier = try file(of: id, reader)?.dossier(
                    on: date, knownAt: times.knownAt, under: law
                ) { other in try file(of: other, reader) }
                return [dossier].compactMap(\.self)
            }
        }
    }

    private func file(of decision: DecisionID, _ reader: ProvenReader) throws -> DecisionFile? {
        try FileReading(self, reader, opening: true).view(decision)
    }
}

extension QueuedGround {
    /// The suspected grounds that nobody has dismissed or taken up yet, oldest first; with `all` the
    /// others, too.
    public static func queue(of dossiers: [Dossier], all: Bool) -> [QueuedGround] {
        dossiers.flatMap { dossier in
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
}
