public import Law
public import Vocabulary

/// Every sanction and measure, and where it stands on a day by what was known at a moment
/// (处分台账).
public struct SanctionRegister: Hashable, Sendable {
    public let date: CalendarDate
    public let knownAt: Instant?
    /// In the order in which they began.
    public let rows: [SanctionRow]

    public init(date: CalendarDate, knownAt: Instant?, rows: [SanctionRow]) {
        self.date = date
        self.knownAt = knownAt
        self.rows = rows.sorted {
            ($0.life.since, $0.life.imposed.position) < ($1.life.since, $1.life.imposed.position)
        }
    }
}

/// The duty to restore a person's reputation after an annulment (恢复名誉).
public enum RestorationDuty: Hashable, Sendable {
    /// Nothing was annulled.
    case none
    /// 待恢复; nil where its last day cannot be computed.
    case open(until: CalendarDate?)
    /// 已恢复.
    case done(on: CalendarDate)

    /// Stable, for machines.
    public var code: String {
        switch self {
        case .none: "none"
        case .open: "open"
        case .done: "done"
        }
    }
}

/// One line of the register.
public struct SanctionRow: Hashable, Sendable {
    public let life: SanctionLife
    public let state: SanctionState
    public let isInEffect: Bool
    /// The unit of the role held when it happened, or on the day of the sanction.
    public let unit: UnitID?
    public let restoration: RestorationDuty
    /// Whether the person can still object, at the stage that is next: nil before service, on a route
    /// without a clock, and where its last day could not be computed.
    public let isRemedyOpen: Bool?

    public var sanction: SanctionID { life.sanction }
    public var subject: SubjectID { life.imposed.fact.subject }
    public var caseID: CaseID { life.imposed.fact.case }
}

extension SubjectFile {
    /// The lines of the register that are about the person.
    public func sanctionRows(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law
    ) -> [SanctionRow] {
        let known = log.knowledge(at: moment)
        let law = law.known(at: moment)
        return sanctionLives(by: date, knownAt: moment, under: law).map { life in
            let naming = namings.last {
                $0.fact.case == life.imposed.fact.case && known.counts($0, by: date)
            }
            return SanctionRow(
                life: life, state: life.state(on: date), isInEffect: life.isInEffect(on: date),
                unit: naming?.fact.role.unit ?? post(on: life.since, knownAt: moment)?.post.unit,
                restoration: life.restorationDuty(under: law),
                isRemedyOpen: isRemedyOpen(of: life, on: date, known))
        }
    }
}

extension SubjectFile {
    /// Told at service until when; a filing uses that up, and the service of an outcome tells anew.
    private func isRemedyOpen(
        of life: SanctionLife, on date: CalendarDate, _ known: Knowledge
    ) -> Bool? {
        guard let told = life.service?.fact.remedyUntil else { return nil }
        if life.annulment != nil { return false }
        func facts<F: Fact>(_ kind: F.Type) -> [Recorded<F>] {
            log.facts(kind).filter { known.counts($0, by: date) }
        }
        let foreign = Set(
            facts(AdmissibilityRuled.self).filter {
                !$0.fact.admitted && $0.fact.reason?.leavesStageOpen == true
            }.map(\.fact.appeal))
        let filed = facts(AppealFiled.self).filter {
            $0.fact.sanction == life.sanction && !foreign.contains($0.fact.appeal)
        }
        guard !filed.isEmpty else { return date <= told }
        let carriedOn = Set(filed.compactMap(\.fact.after))
        let outcomes = facts(AppealServed.self).filter { served in
            let appeal = served.fact.appeal
            return filed.contains { $0.fact.appeal == appeal } && !carriedOn.contains(appeal)
        }
        if outcomes.contains(where: { $0.fact.nextUntil.map { date <= $0 } ?? false }) { return true }
        // A stage follows whose last day could not be computed.
        return outcomes.contains { $0.fact.next != nil && $0.fact.nextUntil == nil } ? nil : false
    }
}

extension SanctionLife {
    fileprivate func restorationDuty(under law: Law) -> RestorationDuty {
        if let done = restoration?.on { return .done(on: done) }
        // What was delivered from elsewhere is recorded, not governed by the law here.
        guard imposed.fact.isExtended || service != nil else { return .none }
        guard let annulled = annulment?.on else { return .none }
        let deadline = try? law.deadline("reputationRestoration", from: annulled)
        return .open(until: deadline?.due)
    }
}

extension SanctionRegister {
    /// Writes the register as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("date", date.description)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.array("sanctions", count: rows.count) { index, inner in
            rows[index].write(to: &inner)
        }
    }
}

extension SanctionRow {
    /// The measure as it is on the day; `imposed` holds it as it was given.
    public func write(to writer: inout some FieldWriter) {
        writer.put("case", caseID)
        if let combination = life.combination {
            writer.put("combinedInto", combination.fact.sanction)
        }
        writer.array("compensations", count: life.compensations.count) { index, inner in
            life.compensations[index].writeEntry(to: &inner)
        }
        if let annulment = life.annulment {
            writer.object("annulment") { annulment.writeEntry(to: &$0) }
        }
        if let execution = life.execution {
            writer.object("execution") { execution.writeEntry(to: &$0) }
        }
        writer.put("family", code: life.measure.family)
        writer.put("imputed", life.imposed.isImputed)
        writer.object("imposed") { life.imposed.writeEntry(to: &$0) }
        writer.put("inEffect", isInEffect)
        writer.put("measure", code: life.measure)
        writer.put("months", ifPresent: life.months)
        writer.put("position", life.imposed.position)
        if let service = life.service {
            writer.object("remedy") { inner in
                inner.put("open", ifPresent: isRemedyOpen)
                inner.put("position", service.position)
                inner.put("route", service.fact.route)
                inner.put("servedOn", ifPresent: service.on)
                inner.put("stage", ifPresent: service.fact.stage)
                inner.put("until", ifPresent: service.fact.remedyUntil)
            }
        }
        writer.object("reputation") { inner in
            inner.put("announcedTo", ifPresentCode: life.imposed.fact.announcedTo)
            inner.put("duty", restoration.code)
            switch restoration {
            case .none: break
            case .open(let until): inner.put("until", ifPresent: until)
            case .done(let on):
                inner.put("on", on.description)
                inner.put("range", ifPresentCode: life.restoration?.fact.range)
            }
        }
        writer.put("sanction", sanction)
        writer.put("since", life.since.description)
        writer.put("state", code: state)
        writer.put("subject", subject)
        life.term.write(to: &writer)
        writer.put("unit", ifPresent: unit)
        writer.put("lastDay", ifPresent: life.lastDay)
        writer.array("variations", count: life.variations.count) { index, inner in
            life.variations[index].writeEntry(to: &inner)
        }
    }
}
