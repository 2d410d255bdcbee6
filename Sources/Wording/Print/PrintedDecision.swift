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
        // As it was decided last by the organ itself; what an appeal made of it is told apart.
        let decided = life.decision
        let at = decided?.position ?? entry
        let measure = decided?.measure ?? fact.measure
        values.set(.title, text.document(imposing: measure, by: fact.authority))
        values.set(.sanction, fact.sanction.text, from: entry)
        values.set(.organ, organ: fact.organ, names, from: entry)
        values.set(.instrument, decided?.instrument, from: at)
        values.set(
            .decidedOn,
            decided?.isOfChange == true
                ? decided?.on.map { text.written($0) } : text.written(imposed), from: at)
        values.set(.act, fact.act, from: entry)
        values.set(.actOn, fact.actOn.map { text.written($0) }, from: entry)
        values.set(.measure, text.given(measure), from: at)
        values.set(
            .announcedTo, fact.announcedTo.map { text.label(.announcementRange, $0) },
            from: entry)
        if !basis.isEmpty {
            values.set(
                .rules, basis.map(text.cited).joined(separator: text("list.comma")), from: entry)
        }
        let isChangedSince = life.lastChangeEntry.map { $0 != at } ?? false
        let last = isChangedSince ? imposed.on.flatMap(fact.lastDay(from:)) : life.lastDay
        guard imposed.on != nil, let last else { return }
        let months = decided.map { $0.months } ?? fact.months
        values.set(.period, months.map { text("print.period", ["months": "\($0)"]) } ?? "")
        values.set(.since, text.written(life.runsSince), from: at)
        values.set(.until, text.written(last), from: at)
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
        if imposed.fact.measure.family == .party {
            values.set(.asProvided, text("print.partyRemedy"), from: imposed.position)
            return
        }
        if let service = life.service {
            values.set(.servedOn, text.written(service), from: service.position)
            values.tell(
                route: service.fact.route, stage: service.fact.stage, until: row.remedyUntil,
                rules: service.on.flatMap { law.bodies(on: $0) }, from: service.position, in: text)
            return
        }
        // Nothing was told yet: the time of the route that follows is that of the rules.
        guard let route = row.openRoute?.route, let stage = route.stages.first else { return }
        guard let clock = row.openRoute?.clock else {
            values.set(.asProvided, text.label(.remedyAct, stage.code))
            return
        }
        values.set(.route, text.choose(route.titleChinese, route.titleEnglish))
        values.set(.remedy, text.label(.remedyAct, stage.code))
        values.set(.remedyTerm, text.choose(clock.span.chinese, clock.span.english))
    }

    /// What it is now; of one that was varied, as what it goes on.
    private func state(in text: Text) -> String {
        let state = text.state(row)
        if life.measure == (life.decision?.measure ?? imposed.fact.measure) { return state }
        return text(
            "print.varied", ["state": state, "measure": text.label(.measure, life.measure)])
    }

    /// The entry that made it another than it was decided, or ended it before its time.
    private var changed: Position? {
        let acts: [Position?] = [
            life.annulment?.position, life.unexecuted?.position, life.combination?.position,
            life.replacement?.position, life.absorption?.position,
            life.lastChangeEntry,
        ]
        return acts.compactMap(\.self).first
    }
}
