import Law
import Records
import Vocabulary
import Wording

/// The life of one sanction on one page: what it is on the day, and how it came to be that.
struct SanctionRenderer: Renderer {
    let sheet: Sheet
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(
        _ row: SanctionRow, marks: [Caution] = [], elsewhere: RecordedElsewhere? = nil
    ) -> String {
        let life = row.life
        let imposed = life.imposed.fact
        let title = row.sanction.text + "  " + text.label(.measure, life.measure)
        var lines = underlined(title)
        lines += [
            text("sanction.state", ["state": text.state(row)]),
            text(
                "sanction.person",
                ["person": text.called(row.subject, names), "case": row.caseID.text]),
        ].flatMap { wrapped($0, indent: 0) }
        if let elsewhere { lines += wrapped(text.procedure(of: elsewhere), indent: 0) }
        if let term = text.term(life) { lines += wrapped(term, indent: 0) }
        lines += row.settings.flatMap { wrapped(text.hangs(on: $0)) }
        if let fault = life.termFault { lines += wrapped(text.sentence(of: fault), indent: 0) }
        lines.append("")
        lines += step(life.imposed, by: .imposed(imposed))
        for one in life.formerServices {
            lines += wrapped(
                dated(one.on, one.position) + text("sanction.formerService"))
        }
        if let service = life.service { lines += step(service, by: .served(row, service.fact)) }
        if let execution = life.execution { lines += step(execution, by: .plain) }
        for variation in life.variations {
            lines += step(variation, by: .varied(variation.fact))
        }
        if let combination = life.combination {
            lines += wrapped(
                text(
                    "sanction.combined",
                    [
                        "on": text.day(combination.on),
                        "sanction": combination.fact.sanction.text,
                        "entry": "#\(combination.position)",
                    ]))
        }
        for one in life.rectifications { lines += step(one, by: .rectified(one.fact)) }
        for one in life.basisChanges { lines += step(one, by: .plain) }
        for one in life.ratifications { lines += step(one, by: .ratified(one.fact)) }
        if let remainder = life.remainder {
            lines += wrapped(
                text(
                    "sanction.remainder",
                    ["sanction": remainder.sanction.text, "until": "\(remainder.until)"]))
        }
        if let absorption = life.absorption { lines += beside(absorption, "sanction.absorbed") }
        if let replacement = life.replacement { lines += beside(replacement, "sanction.replaced") }
        if let annulment = life.annulment {
            lines += step(annulment, by: .annulled(annulment.fact))
        }
        if let unexecuted = life.unexecuted { lines += step(unexecuted, by: .plain) }
        if let restoration = life.restoration { lines += step(restoration, by: .plain) }
        for compensation in life.compensations {
            lines += step(compensation, by: .paid(compensation.fact))
        }
        if case .open = row.restoration {
            lines += wrapped(text.restoration(row.restoration), .suspected)
        }
        for effect in row.effects { lines += wrapped(text.bar(effect), .suspected) }
        for mark in marks {
            lines += wrapped(text.mark(mark, as: "record.mark"), .suspected, indent: 0)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Another sanction that decides what becomes of this one.
    private func beside(_ other: Recorded<SanctionImposed>, _ key: String) -> [String] {
        wrapped(
            text(
                key,
                [
                    "on": text.day(other.on), "sanction": other.fact.sanction.text,
                    "entry": "#\(other.position)",
                ]))
    }

    private enum Particulars {
        case plain
        case imposed(SanctionImposed)
        case served(SanctionRow, SanctionServed)
        case annulled(SanctionAnnulled)
        case varied(SanctionVaried)
        case rectified(SanctionRectified)
        case ratified(SanctionRatified)
        case paid(CompensationPaid)
    }

    private func step<Payload: Fact>(
        _ fact: Recorded<Payload>, by particulars: Particulars
    ) -> [String] {
        let heading = text.heading(of: fact.fact.version)
        return wrapped(
            ([dated(fact.on, fact.position) + heading] + words(particulars))
                .joined(separator: " · "))
    }

    private func words(_ particulars: Particulars) -> [String] {
        switch particulars {
        case .plain: return []
        case .imposed(let fact):
            return [
                text.label(.measure, fact.measure), text.months(fact.months),
                fact.authority.map { text.label(.authority, $0) }, fact.organ?.text,
                fact.act.map(harmless), fact.instrument.map(harmless),
                fact.announcedTo.map {
                    text("trace.announced", ["range": text.label(.announcementRange, $0)])
                },
            ].compactMap { $0 }
        case .served(let row, let fact):
            if fact.route.isEmpty { return [] }
            // That no law limits it is said only where somebody could look.
            let until =
                row.remedyUntil.map { text("sanction.remedyUntil", ["until": "\($0)"]) }
                ?? row.remedyFault.map { text.sentence(of: $0) }
                ?? text("sanction.remedyOpenEnded")
            return [text("sanction.route", ["route": harmless(fact.route)]), until]
        case .annulled(let fact):
            return [
                text.label(.annulledBy, fact.by),
                fact.finding.map { text.label(.findingFate, $0) },
            ].compactMap { $0 }
        case .varied(let fact):
            return [
                text.label(.measure, fact.measure), text.months(fact.months),
                text.label(.annulledBy, fact.by), fact.appeal?.text,
            ].compactMap { $0 }
        case .rectified(let fact):
            return [
                text.label(.measure, fact.measure), text.months(fact.months),
                text.label(.rectifiedBy, fact.by), fact.instrument.map(harmless),
            ].compactMap { $0 }
        case .ratified(let fact):
            return [
                text.called(fact.organ, names), harmless(fact.instrument),
                text("ratification.movesNothing", ["source": text.cited("政务处分法#8、#44")]),
            ]
        case .paid(let fact):
            return [text("dossier.amount", ["amount": text.yuan(fact.amount)])]
        }
    }
}
