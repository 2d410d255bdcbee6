import Chain
import Records
import Vocabulary
import Wording

/// A case on one page (案卷): who is named in it, as what then and where now, and how far it has come.
struct CaseRenderer: Renderer {
    let sheet: Sheet
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ view: CaseView) -> String {
        var lines = heading(view)
        lines += section(text("case.heading.persons"))
        if view.persons.isEmpty { lines += wrapped(text("case.nobody")) }
        for person in view.persons { lines += self.person(person) }
        if !view.units.isEmpty {
            lines += section(text("case.heading.units"))
            for unit in view.units { lines += self.unit(unit) }
        }
        if !view.transfers.isEmpty {
            lines += section(text("case.heading.transfers"))
            for transfer in view.transfers { lines += self.transfer(transfer) }
        }
        if !view.experts.isEmpty {
            lines += section(text("case.heading.experts"))
            for expert in view.experts { lines += self.expert(expert) }
        }
        lines += section(text("case.heading.steps"))
        for step in view.steps {
            let who = step.subject.map { text.called($0, names) }
            let kind = text.heading(of: step.event)
            lines += wrapped(
                ([dated(step.on, step.position) + kind] + [who].compactMap(\.self))
                    .joined(separator: " · "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ view: CaseView) -> [String] {
        var lines = headed(view.case.text, asOf: view.date, knownAt: view.knownAt)
        lines += ["", text("case.state", ["state": text.label(.caseState, view.state)])]
        if let opening = view.opening {
            let fact = opening.fact
            lines += wrapped(
                ([
                    text(
                        "case.opened",
                        ["on": text.day(opening.on), "entry": "#\(opening.position)"]),
                    fact.authority.map { text.called($0, names) }, fact.decision?.text,
                    fact.grounds.isEmpty
                        ? nil : fact.grounds.map(harmless).joined(separator: text("list.comma")),
                ] as [String?]).compactMap { $0 }.joined(separator: " · "), indent: 0)
        }
        lines += view.complaints.flatMap(complaint)
        if let elsewhere = view.elsewhere {
            lines += wrapped(text.procedure(of: elsewhere), indent: 0)
        }
        for recusal in view.recusals {
            lines += wrapped(
                text(
                    "case.recused",
                    [
                        "officer": text.called(recusal.fact.officer, names),
                        "on": text.day(recusal.on), "entry": "#\(recusal.position)",
                    ]), indent: 0)
        }
        return lines
    }

    /// What led to the case (信访举报).
    private func complaint(_ received: Recorded<ComplaintReceived>) -> [String] {
        let fact = received.fact
        return wrapped(
            [
                text(
                    "case.complaint",
                    [
                        "complaint": fact.complaint.text, "on": text.day(received.on),
                        "entry": "#\(received.position)",
                    ]),
                fact.incidentOn.map { text("case.incident", ["on": "\($0)"]) },
                fact.category.map(harmless),
            ].compactMap(\.self).joined(separator: " · "), indent: 0)
    }

    private func person(_ person: CasePerson) -> [String] {
        let ofParty = person.naming.fact.irregularities.contains(.partyOfficial)
        let basis = person.naming.fact.responsibility.map { text.part($0, ofParty: ofParty) }
        var lines = wrapped(
            paint(
                ([text.called(person.subject, names)] + [basis].compactMap { $0 })
                    .joined(separator: "  "), .heading)
                + "  " + text.label(.caseState, person.state))
        lines += standing(
            person.role, successor: person.successor,
            now: text.whereabouts(person.whereabouts), opinion: person.naming.fact.opinion,
            dissent: person.dissent)
        if let notification = person.notification { lines += step(notification) }
        switch person.defence {
        case .heard(let fact): lines += step(fact)
        case .waived(let fact): lines += step(fact)
        case nil: break
        }
        for one in person.mitigations { lines += step(one, harmless(one.fact.code)) }
        for one in person.findings { lines += step(one, text.label(.finding, one.fact.finding)) }
        for row in person.sanctions {
            let last = row.life.lastDay.map { text("trace.termUntil", ["until": "\($0)"]) }
            lines += step(
                row.life.imposed,
                ([
                    row.sanction.text, text.label(.measure, row.life.measure),
                    text.state(row),
                ] + [last].compactMap { $0 }).joined(separator: " · "))
            lines += row.settings.flatMap { wrapped(text.hangs(on: $0), indent: 4) }
        }
        for one in person.benefitAdvice {
            lines += step(
                one, text("trace.fitting", ["measure": text.label(.measure, one.fact.fitting)]))
        }
        for one in person.benefits {
            let fact = one.fact
            lines += step(
                one,
                [
                    text("trace.fitting", ["measure": text.label(.measure, fact.fitting)]),
                    "\(text.words(fact.formerBenefits)) → \(text.words(fact.newBenefits))",
                    text("trace.benefitsSince", ["since": "\(fact.paidFrom)"]),
                    text.called(fact.organ, names),
                    fact.executor.map {
                        text("trace.carriedOutBy", ["unit": text.called($0, names)])
                    },
                    fact.instrument.map(harmless),
                    fact.remedyUntil.map { text("trace.remedyUntil", ["until": "\($0)"]) },
                ].compactMap(\.self).joined(separator: " · "))
        }
        if let clearing = person.clearing { lines += step(clearing) }
        for one in person.judgments {
            lines += step(
                one,
                [
                    one.fact.guilt.map { text.label(.criminalGuilt, $0) },
                    text.label(.criminalPenalty, one.fact.penalty), text.months(one.fact.months),
                    one.fact.deprived == true ? text("trace.deprived") : nil,
                    harmless(one.fact.instrument),
                ].compactMap(\.self).joined(separator: " · "))
        }
        for one in person.consents {
            lines += step(
                one,
                [
                    text.label(.consentMatter, one.fact.matter), text.called(one.fact.organ, names),
                    one.fact.instrument.map(harmless),
                ].compactMap(\.self).joined(separator: " · "))
        }
        for mark in person.marks {
            lines += wrapped(text.mark(mark, as: "record.mark"), .suspected, indent: 4)
        }
        return lines
    }

    private func unit(_ unit: CaseUnit) -> [String] {
        let became = unit.successor.map {
            text("backTrace.successor", ["unit": text.called($0, names)])
        }
        var lines = wrapped(text.called(unit.unit, names) + (became ?? ""))
        for one in unit.namings {
            lines += step(
                one,
                [
                    one.fact.capacity.map { text.label(.unitCapacity, $0) },
                    one.fact.failing.map { text.label(.unitFailing, $0) },
                ].compactMap(\.self).joined(separator: " · "))
        }
        for one in unit.findings {
            lines += step(
                one,
                [text.label(.finding, one.fact.finding), one.fact.rectification.map(harmless)]
                    .compactMap { $0 }.joined(separator: " · "))
        }
        return lines
    }

    private func step<Payload: Fact>(_ fact: Recorded<Payload>, _ words: String? = nil)
        -> [String]
    {
        let kind = text.heading(of: fact.fact.version)
        return wrapped(
            ([dated(fact.on, fact.position) + kind] + [words].compactMap(\.self))
                .joined(separator: " · "), indent: 6)
    }

    private func transfer(_ transfer: CaseView.Transfer) -> [String] {
        let fact = transfer.fact.fact
        let whom = fact.subject.map { text.called($0, names) } ?? text("case.whole")
        var lines = wrapped(
            [
                dated(transfer.fact.on, transfer.fact.position) + whom,
                text("trace.to", ["subject": text.called(fact.organ, names)]),
                text.label(.transferReason, fact.reason),
            ].joined(separator: " · "))
        for answer in transfer.answers {
            lines += wrapped(
                dated(answer.on, answer.position)
                    + text.label(.transferOutcome, answer.fact.outcome), indent: 6)
        }
        if transfer.answers.isEmpty { lines += wrapped(text("case.noAnswer"), indent: 6) }
        return lines
    }

    private func expert(_ expert: CaseView.Expert) -> [String] {
        let notice = expert.notice
        let answer =
            expert.answer.map {
                text("case.answered", ["on": text.day($0.on), "entry": "#\($0.position)"])
            } ?? text("case.noAnswer")
        return wrapped(
            [
                dated(notice.on, notice.position) + text.called(notice.fact.expert, names),
                text("trace.to", ["subject": text.called(notice.fact.department, names)]),
                answer,
            ].joined(separator: " · "))
    }
}
