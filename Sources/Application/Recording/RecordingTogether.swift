internal import Records
internal import Registry
public import Vocabulary

/// One of several acts that are recorded together.
public struct ActAsked<Reader: FieldReader> {
    let verb: Verb
    let fields: Reader
    let actor: Officer?
    let unit: UnitID
    let approver: Officer?

    public init(
        _ verb: Verb, _ fields: Reader, by actor: Officer?, of unit: UnitID, approver: Officer?
    ) {
        self.verb = verb
        self.fields = fields
        self.actor = actor
        self.unit = unit
        self.approver = approver
    }
}

extension Application {
    /// Records several acts, all of them or none, each decided over what the ones before it gave.
    ///
    /// - Throws: ``ManyRefused`` with every one that is refused, or what kept the ledger from being
    ///   written.
    public func record(together acts: [ActAsked<some FieldReader>]) throws -> RecordingAnswer {
        let (receipt, named) = try submit(acts, rehearsing: false)
        let recorded = try ledger.events(at: receipt.positions)
        return try RecordingAnswer(
            recorded: recorded, under: ledger.law(),
            marks: try marks(broughtBy: receipt.positions, in: recorded),
            unregistered: try unregistered(named, in: recorded))
    }

    /// Decides the same and keeps nothing; the ledger may be open for reading only.
    ///
    /// - Returns: How many entries it would become.
    public func rehearse(together acts: [ActAsked<some FieldReader>]) throws -> Int {
        try submit(acts, rehearsing: true).receipt.positions.count
    }

    private func submit(
        _ acts: [ActAsked<some FieldReader>], rehearsing: Bool
    ) throws -> (receipt: Receipt, named: [NamedSubject]) {
        let identities = Identities(ledger)
        return try ledger.namingDamage {
            // The law says what the receipt means: where it is damaged, nothing is recorded either.
            _ = try ledger.law()
            var signed: [Ledger.Signed] = []
            var refused: [(index: Int, reason: any Error)] = []
            for (index, act) in acts.enumerated() {
                do {
                    signed.append(try self.signed(act, identities))
                } catch let refusal as Refusal {
                    refused.append((index, refusal))
                }
            }
            // What comes later rests on them: only what can be read is decided.
            if !refused.isEmpty { throw ManyRefused(refused: refused) }
            let receipt = try ledger.submit(signed, rehearsing: rehearsing)
            return (receipt, signed.flatMap(\.command.namedSubjects))
        }
    }

    private func signed(
        _ act: ActAsked<some FieldReader>, _ identities: Identities
    ) throws -> Ledger.Signed {
        guard let actor = act.actor else { throw Refusal.nobodyActs }
        if try ledger.registration(of: act.unit).kind == .person {
            throw Refusal.notAUnit(act.unit)
        }
        return Ledger.Signed(
            try command(act.verb, act.fields, identities), by: try identities.registered(actor),
            of: act.unit, approver: try act.approver.map(identities.registered))
    }
}
