import Law
import Records
import Vocabulary
import Wording

/// One objection on a page: against what it is raised, every step, every time with its explanation, who
/// decided, and what became of the record.
struct ObjectionRenderer: Renderer {
    let sheet: Sheet
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ view: ObjectionView) -> String {
        let course = view.course
        let filing = course.filing.fact
        var lines = underlined(
            text(
                "objection.heading",
                [
                    "objection": view.objection.text,
                    "state": text.label(.objectionState, course.state),
                ]))
        lines.append(
            text(
                "objection.record",
                ["record": course.record.text, "subject": called(course.subject)]))
        lines += wrapped(
            text(
                "objection.ground",
                [
                    "ground": view.ground.map { text.choose($0.chinese, $0.english) }
                        ?? harmless(filing.ground),
                    "by": text.label(.objectionBy, filing.by),
                    "channel": text.label(.objectionChannel, filing.channel),
                ]), indent: 0)
        if let unit = filing.recordingUnit {
            lines.append(text("objection.unit", ["unit": text.called(unit, names)]))
        }
        if let statement = filing.statement {
            lines += wrapped(
                text("objection.statement", ["statement": text.words(statement)]), indent: 0)
        }
        lines += [""] + steps(of: course).lines(in: self)
        lines += outcome(of: view) + clocks(view.clocks)
        return lines.joined(separator: "\n") + "\n"
    }

    private func called(_ subject: SubjectID?) -> String {
        subject.map { text.called($0, names) } ?? ""
    }

    private func steps(of course: ObjectionCourse) -> CreditSteps {
        var steps = CreditSteps()
        steps.add(course.filing)
        steps.add(course.acceptance)
        steps.add(course.refusal, course.refusal.map { text.words($0.fact.reason) })
        steps.add(course.flag)
        for one in course.asked { steps.add(one, text.called(one.fact.source, names)) }
        for one in course.answers {
            steps.add(one, text.called(one.fact.source, names), text.words(one.fact.answer))
        }
        for one in course.appraisals { steps.add(one, harmless(one.fact.matter)) }
        for one in course.appraised { steps.add(one) }
        steps.add(
            course.decision,
            course.decision.map { text.label(.objectionOutcome, $0.fact.outcome) },
            course.decision.map { text.words($0.fact.reason) })
        steps.add(
            course.told,
            course.told?.fact.viewers.map(called).joined(separator: text("list.comma")))
        steps.add(course.reviewAsked, course.reviewAsked.map { called($0.fact.reviewer) })
        steps.add(
            course.review, course.review.map { text.label(.objectionOutcome, $0.fact.outcome) },
            course.review.map { text.words($0.fact.reason) })
        return steps
    }

    private func outcome(of view: ObjectionView) -> [String] {
        var lines: [String] = []
        if !view.deciders.isEmpty {
            let officers = view.deciders.map(harmless).joined(separator: text("list.comma"))
            lines += wrapped(text("objection.decider", ["officers": officers]), indent: 0)
        }
        for change in view.changes {
            let what = text.heading(of: change.event)
            lines += wrapped(
                text("objection.undone", ["what": what]) + entry(change.position), indent: 0)
        }
        return lines.isEmpty ? [] : [""] + lines
    }
}

/// One application for repair on a page: every step, every time with its explanation.
struct RepairRenderer: Renderer {
    let sheet: Sheet
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ view: RepairView) -> String {
        let course = view.course
        let applied = course.application.fact
        var lines = underlined(
            text(
                "repair.heading",
                ["repair": view.repair.text, "state": text.label(.repairState, course.state)]))
        lines.append(
            text(
                "repair.record",
                [
                    "record": course.record.text,
                    "subject": course.subject.map { text.called($0, names) } ?? "",
                ]))
        if let regime = view.regime {
            let name = text.choose(regime.chinese, regime.english)
            lines.append(text("repair.regime", ["regime": name]))
        }
        lines.append(
            applied.earliest.map { text("repair.earliest", ["earliest": "\($0)"]) }
                ?? text("repair.noMinimum"))
        if let decider = applied.decider {
            lines.append(text("repair.decider", ["unit": text.called(decider, names)]))
        }
        lines += [""] + steps(of: course).lines(in: self)
        if !view.deciders.isEmpty {
            let officers = view.deciders.map(harmless).joined(separator: text("list.comma"))
            lines += [""] + wrapped(text("repair.officers", ["officers": officers]), indent: 0)
        }
        if let until = course.revocation?.fact.barredUntil {
            lines.append(paint(text("repair.bar", ["until": "\(until)"]), .suspected))
        }
        return (lines + clocks(view.clocks)).joined(separator: "\n") + "\n"
    }

    private func steps(of course: RepairCourse) -> CreditSteps {
        var steps = CreditSteps()
        let applied = course.application.fact
        steps.add(
            course.application,
            applied.promise.map { text("repair.papers", ["promise": harmless($0)]) },
            applied.certificate.map(harmless), applied.proof.map(harmless))
        steps.add(course.acceptance)
        steps.add(
            course.refusal,
            course.refusal.map {
                text(
                    "repair.missing",
                    [
                        "papers": $0.fact.papers.map(harmless)
                            .joined(separator: text("list.comma"))
                    ])
            })
        steps.add(course.extended, course.extended.map { text.words($0.fact.reason) })
        steps.add(
            course.decision, course.decision.map { text.label(.repairOutcome, $0.fact.outcome) },
            course.decision?.fact.reason.map(text.words))
        steps.add(course.effect)
        steps.add(
            course.revocation, course.revocation.map { text.label(.repairFall, $0.fact.ground) })
        return steps
    }
}

/// What happened, to be told in its order.
struct CreditSteps {
    private struct Step {
        let on: CalendarDate?
        let position: Position
        let type: EventType
        let words: [String]
    }

    private var steps: [Step] = []

    mutating func add<F: Fact>(_ recorded: Recorded<F>?, _ words: String?...) {
        guard let recorded else { return }
        steps.append(
            Step(
                on: recorded.on, position: recorded.position, type: recorded.fact.version,
                words: words.compactMap(\.self).filter { !$0.isEmpty }))
    }

    func lines(in page: some Renderer) -> [String] {
        steps.sorted { ($0.on, $0.position) <% ($1.on, $1.position) }.flatMap { step in
            let heading = page.dated(step.on, step.position) + page.text.heading(of: step.type)
            return page.wrapped(([heading] + step.words).joined(separator: " · "))
        }
    }
}

extension Renderer {
    /// Every time with how it was computed.
    func clocks(_ readings: [ClockReading]) -> [String] {
        if readings.isEmpty { return [] }
        let words = ClockWording(text: text)
        return [""]
            + readings.flatMap { reading -> [String] in
                let line = "⏱ \(words.title(reading)) · \(words.state(reading))"
                let paused = reading.pausedSince.map {
                    wrapped(paint(text("objection.paused", ["since": "\($0)"]), .suspected))
                }
                return wrapped(paint(line, words.ink(reading)), indent: 0)
                    + wrapped(paint(words.explanation(reading), .quiet)) + (paused ?? [])
            }
    }
}
