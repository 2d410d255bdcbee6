internal import Law
internal import Records
public import Registry
public import Vocabulary

/// Recording: what is asked for, by whom, for which unit.
extension Application {
    /// Records what a verb asks for, and what follows from it at once.
    ///
    /// Identifiers are brought into shape here, and whoever acts is written as registered.
    ///
    /// - Parameters:
    ///   - fields: Those of the verb, and the circumstances.
    ///   - correcting: The entry whose place it takes, and whose fields are kept where none are given;
    ///     nil: it is new.
    ///   - cleared: Names of fields that are not kept.
    /// - Throws: ``Refusal``, or what kept the ledger from being written:
    ///   ``LedgerFault/unsound(_:more:)`` where what is decided over is damaged.
    public func record(
        verb: Verb, fields: some FieldReader, by actor: Officer?, unit: UnitID,
        approver: Officer? = nil, correcting: Position? = nil, clearing cleared: Set<String> = []
    ) async throws -> RecordingAnswer {
        guard let actor else { throw Refusal.nobodyActs }
        let identities = Identities(ledger)
        let receipt: Receipt
        let named: [NamedSubject]
        let filled: [FilledIn]
        do {
            // The law says what the receipt means: where it is damaged, nothing is recorded either.
            _ = try ledger.law()
            let corrected = try correcting.flatMap { try self.kept(of: verb, at: $0) }
            // What is corrected says itself what is not given.
            filled = correcting == nil ? try filledIn(for: verb, fields) : []
            let command = try self.command(
                verb, FilledReader(fields, with: filled), keeping: corrected, cleared, identities)
            if correcting == nil { try checkSaid(command) }
            named = command.namedSubjects
            // The unit for which it is recorded stands in no field.
            if try ledger.registration(of: unit).kind == .person { throw Refusal.notAUnit(unit) }
            receipt = try await ledger.submit(
                command, superseding: correcting, actor: try identities.registered(actor),
                unit: unit, approver: try approver.map(identities.registered))
        } catch let fault as LedgerFault {
            throw ledger.naming(fault)
        }
        let recorded = try ledger.events(at: receipt.positions)
        return try RecordingAnswer(
            recorded: recorded, under: ledger.law(), changes: try changes(in: recorded),
            marks: try marks(broughtBy: receipt.positions, in: recorded),
            unregistered: try unregistered(named, in: recorded), filled: filled)
    }

    /// A determination by hand says what was found; deliveries may lack it.
    func checkSaid(_ command: Command) throws(Refusal) {
        if let fact = command.act as? FindingMade, fact.finding == .unknown {
            throw .missing("finding")
        }
    }

    /// What they bring that no entry among them says itself.
    func marks(
        broughtBy positions: Range<Position>, in recorded: [RecordedEvent]
    ) throws -> [Caution] {
        try ledger.marks(broughtBy: positions).filter { !$0.isStored(recorded) }
    }

    /// Whom the fields name and nobody has registered: it may come, or the number is mistyped.
    func unregistered(
        _ named: [NamedSubject], in recorded: [RecordedEvent]
    ) throws -> [NamedSubject] {
        if recorded.isEmpty { return [] }
        var seen: Set<SubjectID> = []
        return try named.filter { one in
            guard seen.insert(one.subject).inserted else { return false }
            return try ledger.registration(of: one.subject).kind == nil
        }
    }

    /// The entry that is to be corrected, opened; nil where the verb records something else, which the
    /// ledger then says.
    private func kept(of verb: Verb, at position: Position) throws -> RecordedEvent? {
        guard position >= 0, position < .max else { return nil }
        let entry = try ledger.events(at: position..<position + 1).first
        let likeness = ledger.duties.kind(ofType: verb.records.name)?.likeness
        guard let entry, let kind = entry.event.kind, kind.likeness == likeness else { return nil }
        return entry
    }

    /// What the corrections among them changed.
    private func changes(in recorded: [RecordedEvent]) throws -> [FieldChange] {
        try recorded.flatMap { entry -> [FieldChange] in
            guard let old = entry.supersedes, !entry.event.isWithdrawal,
                let before = try ledger.events(at: old..<old + 1).first
            else { return [] }
            return FieldChange.between(before, entry)
        }
    }

    /// Makes a document the law of the ledger (启用规则).
    ///
    /// - Throws: ``Refusal``, ``LawDocumentFault``, or what kept the ledger from being written.
    public func activate(
        _ document: LawDocument, by actor: Officer?, unit: UnitID, approver: Officer? = nil
    ) throws -> RecordingAnswer {
        guard let actor else { throw Refusal.nobodyActs }
        if let approver, approver == actor { throw Refusal.approverIsRecorder(approver) }
        let identities = Identities(ledger)
        let (receipt, effect) = try ledger.namingDamage {
            try ledger.activate(
                document, actor: try identities.registered(actor).text, unit: unit.text,
                approver: try approver.map(identities.registered)?.text)
        }
        return try RecordingAnswer(
            recorded: ledger.events(at: receipt.positions), under: ledger.law(),
            effect: effect)
    }

    /// The officer meant by a text (经办人、审批人); nil where nobody is named.
    ///
    /// - Throws: ``GeneralRefusal/notAnOfficer(field:nearest:)``.
    public func officer(_ text: String?, as field: String) throws -> Officer? {
        guard let text else { return nil }
        guard let officer = Officer(text) else {
            throw Refusal.notAnOfficer(
                field: field, nearest: try Identities(ledger).nearest(to: text))
        }
        return officer
    }

    private func command(
        _ verb: Verb, _ fields: some FieldReader, keeping entry: RecordedEvent?,
        _ cleared: Set<String>, _ identities: Identities
    ) throws -> Command {
        guard let entry else { return try command(verb, fields, identities) }
        return try command(
            verb, KeptReader(fields, keeping: entry, but: cleared), identities)
    }

    func command(
        _ verb: Verb, _ fields: some FieldReader, _ identities: Identities
    ) throws -> Command {
        let shaping = Shaping()
        func read(as spellings: [String: String]) throws -> any Act {
            let reader = ShapedReader(
                base: fields, fields: verb.fields, spellings: spellings, shaping: shaping)
            do throws(Refusal) {
                return try verb.read(reader)
            } catch {
                // An identifier that is none: the nearest registered one says what may be meant.
                guard case .notAnIdentifier(let field)? = error.reason(GeneralRefusal.self),
                    let misfit = shaping.misfit,
                    let nearest = try identities.nearest(to: misfit)
                else { throw error }
                throw Refusal.notAnOfficer(field: field, nearest: nearest)
            }
        }
        var act = try read(as: [:])
        let acting = act.acting
        var spellings: [String: String] = [:]
        for official in acting.officials + [acting.bySelf].compactMap(\.self) {
            let registered = try identities.registered(Officer(official))
            if registered.text != official.text { spellings[official.text] = registered.text }
        }
        if !spellings.isEmpty { act = try read(as: spellings) }
        return Command(verb, act, try Circumstances(from: fields), in: ledger.duties)
    }
}

extension Caution {
    /// Whether one of the entries says so itself.
    fileprivate func isStored(_ recorded: [RecordedEvent]) -> Bool {
        guard entries.count == 1 else { return false }
        return recorded.contains { entry in
            guard entry.position == entries[0],
                case .texts(let codes)? = entry.event.tree["irregularities"]
            else { return false }
            return codes.contains(code.rawValue)
        }
    }
}
