internal import Law
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
        let (receipt, named, filled) = try submit(acts, rehearsing: false)
        let recorded = try ledger.events(at: receipt.positions)
        return try RecordingAnswer(
            recorded: recorded, under: ledger.law(),
            marks: try marks(broughtBy: receipt.positions, in: recorded),
            unregistered: try unregistered(named, in: recorded), filled: filled)
    }

    /// Decides the same and keeps nothing; the ledger may be open for reading only.
    ///
    /// - Returns: How many entries it would become.
    public func rehearse(together acts: [ActAsked<some FieldReader>]) throws -> Int {
        try submit(acts, rehearsing: true).receipt.positions.count
    }

    private func submit(
        _ acts: [ActAsked<some FieldReader>], rehearsing: Bool
    ) throws -> (receipt: Receipt, named: [NamedSubject], filled: [FilledIn]) {
        let identities = Identities(ledger)
        return try ledger.namingDamage {
            // The law says what the receipt means: where it is damaged, nothing is recorded either.
            _ = try ledger.law()
            var signed: [Ledger.Signed] = []
            var refused: [(index: Int, reason: any Error)] = []
            var said = SaidBefore()
            var filled: [FilledIn] = []
            for (index, act) in acts.enumerated() {
                do {
                    let known = try filledIn(for: act.verb, act.fields, after: said)
                    let one = try self.signed(
                        act, FilledReader(act.fields, with: known), identities)
                    said.note(one.command.act)
                    filled += known.filter { !filled.contains($0) }
                    signed.append(one)
                } catch let refusal as Refusal {
                    refused.append((index, refusal))
                } catch LedgerFault.noSuchEntry(let entry, let size) {
                    refused.append((index, LedgerFault.noSuchEntry(position: entry, size: size)))
                }
            }
            // What comes later rests on them: only what can be read is decided.
            if !refused.isEmpty { throw ManyRefused(refused: refused) }
            let receipt = try ledger.submit(signed, rehearsing: rehearsing)
            return (receipt, signed.flatMap(\.command.namedSubjects), filled)
        }
    }

    private func signed(
        _ act: ActAsked<some FieldReader>, _ fields: some FieldReader, _ identities: Identities
    ) throws -> Ledger.Signed {
        guard let actor = act.actor else { throw Refusal.nobodyActs }
        if try ledger.registration(of: act.unit).kind == .person {
            throw Refusal.notAUnit(act.unit)
        }
        let command = try command(act.verb, fields, identities)
        try checkSaid(command)
        return Ledger.Signed(
            command, by: try identities.registered(actor),
            of: act.unit, approver: try act.approver.map(identities.registered))
    }
}
