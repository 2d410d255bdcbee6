import Chain
import Law
import Records
import Vocabulary
import Wording

/// A decision on one page (决策档案): the five steps, the meeting, what was suspected, what came of it.
struct DossierRenderer: Renderer {
    let sheet: Sheet
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ dossier: Dossier) -> String {
        var lines = heading(dossier)
        lines += section(text("dossier.heading.steps"))
        for step in dossier.steps { lines += self.step(step) }
        if !dossier.adjustment.isEmpty {
            lines += section(text("dossier.heading.adjustment"))
            for step in dossier.adjustment { lines += self.step(step) }
        }
        lines += outcome(dossier)
        if let meeting = dossier.meeting { lines += attendees(meeting, dossier.ofParty) }
        for person in dossier.ofParty {
            let called = text.called(person, names)
            lines += wrapped(text("dossier.ofParty", ["subject": called]), .suspected)
        }
        lines += others(dossier)
        lines += section(text("dossier.heading.grounds"))
        lines += grounds(dossier)
        lines += section(text("dossier.heading.lifelong"))
        lines += lifelong(dossier.trigger, dossier.triggerFault, dossier.triggerLack)
        if !dossier.cases.isEmpty {
            let cases = dossier.cases.map(\.text).joined(separator: text("list.comma"))
            lines += wrapped(text("dossier.cases", ["cases": cases]))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ dossier: Dossier) -> [String] {
        let title = [dossier.decision.text, dossier.title.map(harmless)].compactMap { $0 }
            .joined(separator: "  ")
        var lines = headed(title, asOf: dossier.date, knownAt: dossier.knownAt)
        lines += ["", text("dossier.state", ["state": text.label(.decisionState, dossier.state)])]
        if let exclusion = dossier.exclusion { lines += self.exclusion(exclusion) }
        if let opened = dossier.initiation {
            lines += wrapped(
                text(
                    dossier.ofParty.contains(opened.fact.head)
                        ? "dossier.initiatedByParty" : "dossier.initiated",
                    [
                        "on": text.day(opened.on), "head": text.called(opened.fact.head, names),
                        "lead": text.called(opened.fact.lead, names),
                        "entry": "#\(opened.position)",
                    ]), indent: 0)
        }
        if let cause = dossier.cause {
            lines += wrapped(
                dated(cause.on, cause.position)
                    + text("dossier.causedBy", ["decision": cause.fact.decision.text]), indent: 0)
        }
        if let fault = dossier.fault {
            lines += wrapped(text.sentence(of: fault), indent: 0)
        } else {
            let bodies = dossier.bodies.map(text.called).joined(separator: text("list.comma"))
            lines += wrapped(text("dossier.rulebooks", ["rulebooks": bodies]), indent: 0)
        }
        return lines
    }

    private func exclusion(_ exclusion: Exclusion) -> [String] {
        let fact = exclusion.fact
        let ground =
            exclusion.item.map { text.choose($0.chinese, $0.english) } ?? fact.fact.ground
        return wrapped(
            text(
                "dossier.excluded",
                [
                    "entry": "#\(fact.position)", "ground": harmless(ground),
                    "instrument": harmless(fact.fact.instrument), "on": text.day(fact.on),
                    "source": text.cited(exclusion.item?.source ?? "713#3"),
                    "unit": text.called(fact.fact.decidedBy, names),
                ]), indent: 0)
    }

    // MARK: Steps

    private var words: DossierWording { DossierWording(text: text) }

    private func step(_ step: DossierStep) -> [String] {
        let sign: (String, Paint.Ink) =
            switch step.state {
            case .done: ("✓", .good)
            case .waived: ("–", .quiet)
            case .underWay: ("…", .post)
            case .pending, .notJudged: ("·", .quiet)
            case .missing: ("○", .suspected)
            }
        let name = Layout.pad(text.label(.proceduralStep, step.step), to: stepColumns)
        let state = text.label(.stepState, step.state)
        let source = step.source.map { paint(text.cited($0), .quiet) } ?? ""
        var lines = Layout.folded(
            ["  " + paint(sign.0, sign.1) + " " + name, state]
                + (source.isEmpty ? [] : [source]), to: columns, indent: 8)
        for entry in step.entries {
            lines += wrapped(
                dated(entry.on, entry.position) + words.words(entry), indent: 8)
        }
        for note in step.notes {
            lines += wrapped(text("dossier.look", ["note": words.words(note)]), indent: 8)
        }
        return lines
    }

    private var stepColumns: Int {
        ProceduralStep.allCases.map { DisplayWidth.of(text.label(.proceduralStep, $0)) }.max() ?? 0
    }

    // MARK: Outcome

    private func outcome(_ dossier: Dossier) -> [String] {
        var lines = section(text("dossier.heading.outcome"))
        if let adoption = dossier.adoption {
            lines += wrapped(
                text(
                    "dossier.adopted",
                    ["on": text.day(adoption.on), "entry": "#\(adoption.position)"]
                ))
        } else {
            lines += wrapped(text("dossier.notAdopted"))
        }
        if let publication = dossier.publication {
            lines += wrapped(
                dated(publication.on, publication.position)
                    + text.heading(of: publication.event))
        }
        for note in dossier.publicationNotes {
            lines += wrapped(text("dossier.look", ["note": words.words(note)]))
        }
        for harm in dossier.harms {
            var words = [
                text.label(.lossDegree, harm.fact.loss),
                text.label(.influenceDegree, harm.fact.influence),
                text.label(.harmAttribution, harm.fact.attribution),
            ]
            if let amount = harm.fact.amount {
                words.append(text("dossier.amount", ["amount": text.yuan(amount)]))
            }
            words += harm.fact.losses.map { text.words($0) }
            words.append(harmless(harm.fact.instrument))
            lines += wrapped(
                dated(harm.on, harm.position) + text("dossier.harm") + " · "
                    + words.joined(separator: " · "))
        }
        lines += loss(dossier.loss)
        for one in dossier.ratifications {
            lines += wrapped(
                [
                    dated(one.fact.on, one.fact.position)
                        + text.heading(of: one.fact.fact.version),
                    text.called(one.fact.fact.organ, names),
                    harmless(one.fact.fact.instrument),
                    text("ratification.healsNothing", ["source": text.cited("713#30、#38")]),
                ].joined(separator: " · "))
        }
        return lines
    }

    private func attendees(
        _ meeting: Recorded<MeetingHeld>, _ ofParty: [SubjectID]
    ) -> [String] {
        var lines = section(
            text(
                "dossier.heading.meeting",
                ["on": text.day(meeting.on), "entry": "#\(meeting.position)"]))
        let called = meeting.fact.attendees.map { text.called($0.subject, names) }
        let widest = called.map(DisplayWidth.of).max() ?? 0
        for one in meeting.fact.attendees {
            lines += Layout.folded(
                [
                    "  " + Layout.pad(text.called(one.subject, names), to: widest),
                    Layout.pad(
                        text.part(one.part, ofParty: ofParty.contains(one.subject)), to: 24),
                    Layout.pad(text.label(.opinion, one.opinion), to: 8), text.role(one.role),
                ], to: columns, indent: 6)
        }
        return lines
    }

    /// Execution, archiving, suspension, evaluation, closing, what was withdrawn: whatever no part of
    /// the page is for.
    private func others(_ dossier: Dossier) -> [String] {
        if dossier.others.isEmpty { return [] }
        return section(text("dossier.heading.others"))
            + dossier.others.flatMap { one in
                let corrected = one.supersedes.map {
                    " · " + text("dossier.supersedes", ["entry": "#\($0)"])
                }
                return wrapped(
                    dated(one.on, one.position) + words.words(one.event) + (corrected ?? ""))
            }
    }

    // MARK: Grounds

    private func grounds(_ dossier: Dossier) -> [String] {
        if dossier.grounds.isEmpty {
            if dossier.exclusion != nil { return wrapped(text("dossier.excludedGrounds")) }
            // Said only where somebody could look: of a day without rules nobody can.
            return wrapped(
                dossier.fault.map { text.sentence(of: $0) } ?? text("dossier.noGrounds"))
        }
        var lines = wrapped(text("dossier.onlySuspected"))
        for ground in dossier.grounds {
            let name = text.choose(ground.chinese, ground.english)
            lines += wrapped(
                paint(harmless(name), .suspected),
                behind: "  " + paint("○", .suspected) + " " + Layout.pad(ground.ground, to: 6)
                    + " ")
            var facts = [
                text.label(.groundState, ground.state), text.cited(ground.source),
                text.called(ground.body), text.evidence(ground.evidence),
            ]
            if let position = ground.position { facts.insert("#\(position)", at: 0) }
            if let file = ground.caseID { facts.append(file.text) }
            for one in dossier.ratifications where one.covers(ground) {
                facts.append(text("ratification.beside", ["entry": "#\(one.fact.position)"]))
            }
            if ground.isExploratory { facts.append(text("dossier.exploratory")) }
            if !ground.holds && ground.state != .excluded { facts.append(text("dossier.answered")) }
            lines += wrapped(facts.joined(separator: " · "), indent: 8)
        }
        return lines
    }
}
