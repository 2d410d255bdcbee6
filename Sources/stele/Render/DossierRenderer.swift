import Chain
import Records

/// A decision on one page (决策档案): the five steps, the meeting, what was suspected, what came of it.
struct DossierRenderer {
    let text: Text
    let paint: Paint
    let columns: Int
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ dossier: Dossier) -> String {
        var lines = heading(dossier)
        lines += ["", paint(text("dossier.heading.steps"), .heading)]
        for step in dossier.steps { lines += self.step(step) }
        if !dossier.adjustment.isEmpty {
            lines += ["", paint(text("dossier.heading.adjustment"), .heading)]
            for step in dossier.adjustment { lines += self.step(step) }
        }
        lines += outcome(dossier)
        if let meeting = dossier.meeting { lines += attendees(meeting) }
        lines += ["", paint(text("dossier.heading.grounds"), .heading)]
        lines += grounds(dossier)
        lines += ["", paint(text("dossier.heading.lifelong"), .heading)]
        lines += wrapped(lifelong(dossier.trigger))
        if !dossier.cases.isEmpty {
            let cases = dossier.cases.map(\.text).joined(separator: text("list.comma"))
            lines += wrapped(text("dossier.cases", ["cases": cases]))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ dossier: Dossier) -> [String] {
        let title = [dossier.decision.text, dossier.title.map(harmless)].compactMap { $0 }
            .joined(separator: "  ")
        let asOf = text("trace.asOfDay", ["day": "\(dossier.date)"])
        let known =
            dossier.knownAt.map { text("trace.knownAt", ["moment": SubjectHeading.shown($0)]) }
            ?? text("trace.knownNow")
        var lines = [
            paint(title, .heading),
            String(repeating: "═", count: min(columns, max(24, DisplayWidth.of(title)))),
            paint(asOf + " · " + known, .quiet), "",
            text("dossier.state", ["state": text.label(.decisionState, dossier.state)]),
        ]
        if let opened = dossier.initiation {
            lines.append(
                text(
                    "dossier.initiated",
                    [
                        "on": shown(opened.on), "head": text.called(opened.payload.head, names),
                        "lead": text.called(opened.payload.lead, names),
                        "entry": "#\(opened.position)",
                    ]))
        }
        if let rulebook = dossier.rulebook {
            lines.append(text("dossier.rulebook", ["rulebook": rulebook]))
        }
        return lines
    }

    // MARK: Steps

    private func step(_ step: DossierStep) -> [String] {
        let sign: (String, Paint.Ink) =
            switch step.state {
            case .done: ("✓", .good)
            case .waived: ("–", .quiet)
            case .underWay: ("…", .post)
            case .pending: ("·", .quiet)
            case .missing: ("○", .suspected)
            }
        let name = Layout.pad(text.label(.proceduralStep, step.step), to: stepColumns)
        let state = text.label(.stepState, step.state)
        var lines = [
            "  " + paint(sign.0, sign.1) + " " + name + "  " + state
                + paint("  " + text.cited(step.source), .quiet)
        ]
        for entry in step.entries {
            lines += wrapped(
                shown(entry.on) + "  #\(entry.position)  " + words(entry.event), indent: 8)
        }
        for note in step.notes {
            lines += wrapped(text("dossier.look", ["note": words(note)]), indent: 8)
        }
        return lines
    }

    private var stepColumns: Int {
        ProceduralStep.allCases.map { DisplayWidth.of(text.label(.proceduralStep, $0)) }.max() ?? 0
    }

    private func words(_ event: DecisionEvent) -> String {
        let heading = text.label(.eventKind, LabelFamily.code(of: event.payload.version))
        let particulars: [String] =
            switch event {
            case .consultationOpened(let fact):
                [text("dossier.until", ["until": "\(fact.until)"])]
                    + (fact.urgencyReason == nil ? [] : [text("dossier.urgent")])
            case .opinionReceived(let fact): [harmless(fact.opinion)]
            case .opinionDisposed(let fact):
                [
                    harmless(fact.opinion),
                    text(fact.adopted ? "dossier.opinionAdopted" : "dossier.opinionDeclined"),
                ]
            case .riskAssessed(let fact):
                [
                    text.label(.riskLevel, fact.level),
                    text(fact.controllable ? "dossier.controllable" : "dossier.uncontrollable"),
                ]
            case .legalityReviewCompleted(let fact):
                [text.label(.legalityConclusion, fact.conclusion)]
                    + (fact.exploratoryClaim == true ? [text("dossier.exploratory")] : [])
            case .meetingHeld(let fact):
                [
                    text("dossier.present", ["count": "\(fact.attendees.count)"]),
                    text(fact.minutesDigest == nil ? "dossier.noMinutes" : "dossier.minutes"),
                ]
            case .stepWaived(let fact):
                [shown(fact.ground), fact.rule.map(harmless)].compactMap { $0 }
            case .hearingRequired(let fact): [harmless(fact.rule)]
            default: []
            }
        return ([heading] + particulars).joined(separator: " · ")
    }

    private func words(_ note: DossierNote) -> String {
        switch note {
        case .consultationShort(let until, let minimum):
            text(
                "dossier.note.consultationShort",
                ["until": "\(until)", "minimum": "\(minimum)"])
        case .legalityReviewShort(let minimum):
            text("dossier.note.legalityReviewShort", ["minimum": "\(minimum)"])
        case .expertInterest: text("dossier.note.expertInterest")
        case .discussedBeforeLegality: text("dossier.note.discussedBeforeLegality")
        case .conditionalLegality: text("dossier.note.conditionalLegality")
        case .publicationDue(let day): text("dossier.note.publicationDue", ["due": "\(day)"])
        case .calendarMissing(let year):
            text("dossier.note.calendarMissing", ["year": "\(year)"])
        }
    }

    // MARK: Outcome

    private func outcome(_ dossier: Dossier) -> [String] {
        var lines = ["", paint(text("dossier.heading.outcome"), .heading)]
        if let adoption = dossier.adoption {
            lines += wrapped(
                text(
                    "dossier.adopted", ["on": shown(adoption.on), "entry": "#\(adoption.position)"]
                ))
        } else {
            lines += wrapped(text("dossier.notAdopted"))
        }
        if let publication = dossier.publication {
            lines += wrapped(
                shown(publication.on) + "  #\(publication.position)  "
                    + text.label(
                        .eventKind, LabelFamily.code(of: publication.event.payload.version)))
        }
        for note in dossier.publicationNotes {
            lines += wrapped(text("dossier.look", ["note": words(note)]))
        }
        for harm in dossier.harms {
            var words = [
                text.label(.lossDegree, harm.payload.loss),
                text.label(.influenceDegree, harm.payload.influence),
                text.label(.harmAttribution, harm.payload.attribution),
            ]
            if let amount = harm.payload.amount {
                words.append(text("dossier.amount", ["amount": text.yuan(amount)]))
            }
            words.append(harmless(harm.payload.instrument))
            lines += wrapped(
                shown(harm.on) + "  #\(harm.position)  " + text("dossier.harm") + " · "
                    + words.joined(separator: " · "))
        }
        return lines
    }

    private func attendees(_ meeting: Fact<MeetingHeld>) -> [String] {
        var lines = [
            "",
            paint(
                text(
                    "dossier.heading.meeting",
                    ["on": shown(meeting.on), "entry": "#\(meeting.position)"]), .heading),
        ]
        let called = meeting.payload.attendees.map { text.called($0.subject, names) }
        let widest = called.map(DisplayWidth.of).max() ?? 0
        for one in meeting.payload.attendees {
            lines.append(
                "  " + Layout.pad(text.called(one.subject, names), to: widest) + "  "
                    + Layout.pad(text.label(.part, one.part), to: 24) + "  "
                    + Layout.pad(text.label(.opinion, one.opinion), to: 8) + "  "
                    + text.role(one.role))
        }
        return lines
    }

    // MARK: Grounds

    private func grounds(_ dossier: Dossier) -> [String] {
        if dossier.grounds.isEmpty { return wrapped(text("dossier.noGrounds")) }
        var lines = wrapped(text("dossier.onlySuspected"))
        for ground in dossier.grounds {
            let name = text.language == .chinese ? ground.chinese : ground.english
            lines.append(
                "  " + paint("○", .suspected) + " " + Layout.pad(ground.ground, to: 6) + " "
                    + paint(harmless(name), .suspected))
            var facts = [
                text.label(.groundState, ground.state), text.cited(ground.source),
                text.evidence(ground.evidence),
            ]
            if let position = ground.position { facts.insert("#\(position)", at: 0) }
            if let file = ground.caseID { facts.append(file.text) }
            if ground.isExploratory { facts.append(text("dossier.exploratory")) }
            if !ground.holds { facts.append(text("dossier.answered")) }
            lines += wrapped(facts.joined(separator: " · "), indent: 8)
        }
        return lines
    }

    private func lifelong(_ trigger: LifelongTrigger?) -> String {
        guard let trigger else { return text("dossier.notLifelong") }
        return text(
            "dossier.lifelong",
            [
                "since": "\(trigger.since)",
                "element": text.label(.harmAttribution, trigger.element),
                "evidence": text.evidence(trigger.evidence),
                "source": text.cited(trigger.source),
            ])
    }

    private func wrapped(_ line: String, indent: Int = 2) -> [String] {
        Layout.wrap(line, to: max(24, columns - indent))
            .map { String(repeating: " ", count: indent) + $0 }
    }

    private func shown(_ day: CalendarDate?) -> String {
        day.map { "\($0)" } ?? text("trace.heading.undated")
    }

    private func shown(_ value: Sealed) -> String {
        switch value {
        case .clear(let words): harmless(words)
        case .commitment: text("name.sealed")
        }
    }
}

extension Text {
    /// A cited rule as people write it.
    func cited(_ code: String) -> String {
        language == .chinese ? Basis.chinese(code) : Basis.english(code)
    }

    /// `依据：第 12、15 条`.
    func evidence(_ positions: [Position]) -> String {
        let list = positions.map { "#\($0)" }.joined(separator: self("list.comma"))
        return self("dossier.evidence", ["entries": list])
    }

    /// `P-0001 虚构甲`: the identifier, and what people call the subject where that is known.
    func called(_ subject: SubjectID, _ names: [SubjectID: String]) -> String {
        [subject.text, names[subject].map(harmless)].compactMap { $0 }.joined(separator: " ")
    }

    /// An amount of fen (分) in yuan.
    func yuan(_ fen: Int) -> String {
        let rest = abs(fen) % 100
        return number(fen / 100) + "." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// A role as it was then, unit and post.
    func role(_ role: RoleSnapshot) -> String {
        if role.basis == .none { return self("trace.roleUnknown") }
        let held = [role.unitTitle ?? role.unit?.text, role.post].compactMap { $0 }
            .map(harmless).joined(separator: " ")
        guard let rank = role.rank else { return held }
        return self("trace.ranked", ["post": held, "rank": harmless(rank)])
    }
}
