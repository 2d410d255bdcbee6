public import Law
public import Records
public import Registry
public import Vocabulary

/// A decision that imposes a sanction or measure (处分决定书), as it was decided.
///
/// - Source: 政务处分法 Art. 45 says what it contains.
public struct PrintedDecision: Printed {
    public static let document = PrintDocument.decision

    public let times: Times
    public let row: SanctionRow
    public let person: PrintedPerson
    /// The person in the case; nil where the case was never kept here.
    public let named: CasePerson?
    public let opening: Recorded<CaseOpened>?
    /// The rules that the entry rests on.
    public let basis: [String]
    public let names: [SubjectID: String]
    public let law: Law

    public init(
        times: Times, row: SanctionRow, person: PrintedPerson, named: CasePerson?,
        opening: Recorded<CaseOpened>?, basis: [String], names: [SubjectID: String], law: Law
    ) {
        self.times = times
        self.row = row
        self.person = person
        self.named = named
        self.opening = opening
        self.basis = basis
        self.names = names
        self.law = law
    }

    private var life: SanctionLife { row.life }
    private var imposed: Recorded<SanctionImposed> { life.imposed }

    public func tell(_ values: inout PrintValues, in text: Text) {
        values.tell(person, in: text)
        tellDecision(&values, in: text)
        tellCase(&values, in: text)
        tellRemedy(&values, in: text)
        if let changed {
            values.set(.state, state(in: text), from: changed)
        }
    }

    private func tellDecision(_ values: inout PrintValues, in text: Text) {
        let (fact, entry) = (imposed.fact, imposed.position)
        values.set(.title, text.document(imposing: fact.measure, by: fact.authority))
        values.set(.sanction, fact.sanction.text, from: entry)
        values.set(.organ, organ: fact.organ, names, from: entry)
        values.set(.instrument, fact.instrument, from: entry)
        values.set(.decidedOn, text.written(imposed), from: entry)
        values.set(.act, fact.act, from: entry)
        values.set(.actOn, fact.actOn.map { text.written($0) }, from: entry)
        values.set(.measure, text.given(fact.measure), from: entry)
        values.set(
            .announcedTo, fact.announcedTo.map { text.label(.announcementRange, $0) },
            from: entry)
        if !basis.isEmpty {
            values.set(
                .rules, basis.map(text.cited).joined(separator: text("list.comma")), from: entry)
        }
        // As it was decided; what a later act made of it is told apart.
        let isChanged = !life.variations.isEmpty || !life.rectifications.isEmpty
        let last = isChanged ? imposed.on.flatMap(fact.lastDay(from:)) : life.lastDay
        guard imposed.on != nil, let last else { return }
        values.set(.period, fact.months.map { text("print.period", ["months": "\($0)"]) } ?? "")
        values.set(.since, text.written(life.since), from: entry)
        values.set(.until, text.written(last), from: entry)
        values.tell(row.settings, in: text)
    }

    private func tellCase(_ values: inout PrintValues, in text: Text) {
        values.set(.case, imposed.fact.case.text, from: opening?.position)
        values.set(.recordedFrom, opening?.fact.recordedFrom, from: opening?.position)
        guard let named else { return }
        if named.role.basis != .none {
            values.set(.roleThen, text.role(named.role), from: named.naming.position)
        }
        values.set(
            .notifiedOn, text.written(named.notification), from: named.notification?.position)
        switch named.defence {
        case .heard(let one): values.set(.heardOn, text.written(one), from: one.position)
        case .waived(let one): values.set(.waivedOn, text.written(one), from: one.position)
        case nil: break
        }
        // The finding that it rests on: the last one before it.
        let finding = named.findings.last { $0.position < imposed.position }
        if let finding {
            values.set(.findingOn, text.written(finding), from: finding.position)
            values.set(
                .finding, text.label(.finding, finding.fact.finding), from: finding.position)
        }
        let rules = imposed.on.flatMap { law.bodies(on: $0) }
        func words(_ code: String) -> String {
            rules?.mitigation(code).map { text.choose($0.chinese, $0.english) } ?? code
        }
        let weighed = named.mitigations.map(\.fact.code) + (finding?.fact.mitigations ?? [])
        if !weighed.isEmpty {
            values.set(
                .mitigations, weighed.map(words).joined(separator: text("list.comma")),
                from: named.mitigations.map(\.position))
        }
    }

    private func tellRemedy(_ values: inout PrintValues, in text: Text) {
        if let service = life.service {
            values.set(.servedOn, text.written(service), from: service.position)
            values.tell(
                route: service.fact.route, stage: service.fact.stage, until: row.remedyUntil,
                rules: service.on.flatMap { law.bodies(on: $0) }, from: service.position, in: text)
            return
        }
        // Nothing was told yet. Where one route alone is open, its time is that of the rules.
        guard let authority = imposed.fact.authority,
            let rules = imposed.on.flatMap({ law.bodies(on: $0) })
        else { return }
        let open = rules.routes.filter { $0.authority?.rawValue == authority.rawValue }
        guard open.count == 1, let route = open.first, let stage = route.stages.first,
            let clock = stage.fileClock.flatMap(rules.clock)
        else { return }
        values.set(.route, text.choose(route.titleChinese, route.titleEnglish))
        values.set(.remedy, text.label(.remedyAct, stage.code))
        values.set(.remedyTerm, text.choose(clock.span.chinese, clock.span.english))
    }

    /// What it is now; of one that was varied, as what it goes on.
    private func state(in text: Text) -> String {
        let state = text.state(row)
        if life.measure == imposed.fact.measure { return state }
        return text(
            "print.varied", ["state": state, "measure": text.label(.measure, life.measure)])
    }

    /// The entry that made it another than it was decided, or ended it before its time.
    private var changed: Position? {
        let acts: [Position?] = [
            life.annulment?.position, life.unexecuted?.position, life.combination?.position,
            life.replacement?.position, life.absorption?.position,
            life.rectifications.last?.position, life.variations.last?.position,
        ]
        return acts.compactMap(\.self).first
    }
}
