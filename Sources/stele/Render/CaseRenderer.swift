import Chain
import Records
import Vocabulary
import Wording

/// A case on one page (案卷): who is named in it, as what then and where now, and how far it has come.
struct CaseRenderer {
    let text: Text
    let paint: Paint
    let columns: Int
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ view: CaseView) -> String {
        var lines = heading(view)
        lines += ["", paint(text("case.heading.persons"), .heading)]
        if view.persons.isEmpty { lines += wrapped(text("case.nobody")) }
        for person in view.persons { lines += self.person(person) }
        if !view.transfers.isEmpty {
            lines += ["", paint(text("case.heading.transfers"), .heading)]
            for transfer in view.transfers { lines += self.transfer(transfer) }
        }
        if !view.experts.isEmpty {
            lines += ["", paint(text("case.heading.experts"), .heading)]
            for expert in view.experts { lines += self.expert(expert) }
        }
        lines += ["", paint(text("case.heading.steps"), .heading)]
        for step in view.steps {
            let who = step.subject.map { text.called($0, names) }
            let kind = text.heading(of: step.event)
            lines += wrapped(
                ([text.day(step.on) + "  #\(step.position)  " + kind] + [who].compactMap { $0 })
                    .joined(separator: " · "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ view: CaseView) -> [String] {
        let title = view.case.text
        let known =
            view.knownAt.map { text("trace.knownAt", ["moment": SubjectHeading.shown($0)]) }
            ?? text("trace.knownNow")
        var lines = [
            paint(title, .heading),
            String(repeating: "═", count: min(columns, max(24, DisplayWidth.of(title)))),
            paint(text("trace.asOfDay", ["day": "\(view.date)"]) + " · " + known, .quiet), "",
            text("case.state", ["state": text.label(.caseState, view.state)]),
        ]
        if let opening = view.opening {
            let fact = opening.fact
            lines.append(
                ([
                    text(
                        "case.opened",
                        ["on": text.day(opening.on), "entry": "#\(opening.position)"]),
                    fact.authority.map { text.called($0, names) }, fact.decision?.text,
                    fact.grounds.isEmpty
                        ? nil : fact.grounds.map(harmless).joined(separator: text("list.comma")),
                ] as [String?]).compactMap { $0 }.joined(separator: " · "))
        }
        for recusal in view.recusals {
            lines.append(
                text(
                    "case.recused",
                    [
                        "officer": text.called(recusal.fact.officer, names),
                        "on": text.day(recusal.on), "entry": "#\(recusal.position)",
                    ]))
        }
        return lines
    }

    private func person(_ person: CasePerson) -> [String] {
        let basis = person.naming.fact.responsibility.map { text.label(.part, $0) }
        var lines = [
            "  "
                + paint(
                    ([text.called(person.subject, names)] + [basis].compactMap { $0 })
                        .joined(separator: "  "), .heading)
                + "  " + text.label(.caseState, person.state)
        ]
        var then = text("backTrace.then", ["role": text.role(person.naming.fact.role)])
        if let unit = person.successor { then += text("backTrace.successor", ["unit": unit.text]) }
        lines += wrapped(then, indent: 6)
        lines += wrapped(
            text("backTrace.now", ["where": text.whereabouts(person.whereabouts)]), indent: 6)
        if let opinion = person.naming.fact.opinion {
            lines += wrapped(
                text("backTrace.opinion", ["opinion": text.label(.opinion, opinion)]), indent: 6)
        }
        if let dissent = person.dissent {
            lines += wrapped(
                paint("✓ ", .lifted) + text("backTrace.dissent", ["entry": "#\(dissent)"]),
                indent: 6)
        }
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
                    text.label(.sanctionState, row.state),
                ] + [last].compactMap { $0 }).joined(separator: " · "))
        }
        for one in person.benefitAdvice {
            lines += step(
                one, text("trace.fitting", ["measure": text.label(.measure, one.fact.fitting)]))
        }
        if let clearing = person.clearing { lines += step(clearing) }
        return lines
    }

    private func step<Payload: Fact>(_ fact: Recorded<Payload>, _ words: String? = nil)
        -> [String]
    {
        let kind = text.heading(of: fact.fact.version)
        return wrapped(
            ([text.day(fact.on) + "  #\(fact.position)  " + kind] + [words].compactMap { $0 })
                .joined(separator: " · "), indent: 6)
    }

    private func transfer(_ transfer: CaseView.Transfer) -> [String] {
        let fact = transfer.fact.fact
        let whom = fact.subject.map { text.called($0, names) } ?? text("case.whole")
        var lines = wrapped(
            [
                text.day(transfer.fact.on) + "  #\(transfer.fact.position)  " + whom,
                text("trace.to", ["subject": text.called(fact.organ, names)]),
                text.label(.transferReason, fact.reason),
            ].joined(separator: " · "))
        for answer in transfer.answers {
            lines += wrapped(
                text.day(answer.on) + "  #\(answer.position)  "
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
                text.day(notice.on) + "  #\(notice.position)  "
                    + text.called(notice.fact.expert, names),
                text("trace.to", ["subject": text.called(notice.fact.department, names)]),
                answer,
            ].joined(separator: " · "))
    }

    private func wrapped(_ line: String, indent: Int = 2) -> [String] {
        Layout.wrap(line, to: max(24, columns - indent))
            .map { String(repeating: " ", count: indent) + $0 }
    }
}
