import Law
import Records
import Vocabulary
import Wording

/// The remedies against one sanction, stage by stage, every clock with its explanation.
struct AppealRenderer: Renderer {
    let sheet: Sheet

    func page(_ timeline: AppealTimeline) -> String {
        var lines = wrapped(
            text(
                "appeal.heading",
                [
                    "sanction": timeline.sanction.text, "person": timeline.subject.text,
                    "case": timeline.case.text,
                ]), .heading, indent: 0)
        lines += wrapped(
            text(
                "appeal.imposed",
                [
                    "measure": term(timeline.imposed.fact.measure, timeline.imposed.fact.months),
                    "on": timeline.imposed.on.map { "\($0)" } ?? "",
                ]) + entry(timeline.imposed.position), indent: 0)
        if let service = timeline.service {
            lines += wrapped(
                text(
                    "appeal.served",
                    [
                        "on": service.on.map { "\($0)" } ?? "",
                        "route": harmless(service.fact.route),
                    ]) + entry(service.position), indent: 0)
        }
        lines += wrapped(
            text(
                "appeal.now",
                [
                    "day": "\(timeline.asOf)",
                    "measure": timeline.measure.map { term($0, timeline.months) }
                        ?? text.label(.appealState, AppealState.annulled),
                ]), indent: 0)
        if let filing = timeline.filing { lines += clock(filing) }
        for stage in timeline.stages { lines += self.stage(stage) }
        if let final = timeline.finalSince {
            lines += wrapped(text("appeal.final", ["day": "\(final)"]), indent: 0)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func stage(_ stage: AppealTimeline.Stage) -> [String] {
        let title = text.choose(stage.titleChinese, stage.titleEnglish)
        let course = stage.course
        var lines =
            [""]
            + wrapped(
                "\(stage.appeal)  \(harmless(title))  \(text.label(.appealState, stage.state))",
                .heading, indent: 0)
        func step(_ type: EventType, _ on: CalendarDate?, _ position: Position, _ more: String = "")
        {
            let word = text.heading(of: type)
            lines += wrapped("\(on.map { "\($0)" } ?? "")  \(word)\(more)" + entry(position))
        }
        step(AppealFiled.type, course.filing.on, course.filing.position)
        if let ruling = course.ruling {
            let reason = ruling.fact.reason.map { text.label(.inadmissibleReason, $0) } ?? ""
            step(
                AdmissibilityRuled.type, ruling.on, ruling.position,
                reason.isEmpty
                    ? ""
                    : " · \(reason)" + (ruling.fact.due.map { " (\($0))" } ?? ""))
        }
        if let panel = course.panel {
            step(
                PanelFormed.type, panel.on, panel.position,
                " · " + panel.fact.members.map(\.text).joined(separator: " "))
        }
        for one in course.recusals {
            step(
                PanelRecusalDeclared.type, one.on, one.position, " · \(one.fact.officer)")
        }
        for one in course.hearings { step(AppealHeard.type, one.on, one.position) }
        for one in course.extensions {
            step(
                AppealExtended.type, one.on, one.position,
                one.fact.until.map { " → \($0)" } ?? "")
        }
        if let one = course.decision {
            let measure = one.fact.measure.map { " → " + text.label(.measure, $0) } ?? ""
            step(
                AppealDecided.type, one.on, one.position,
                " · " + text.label(.appealOutcome, one.fact.outcome) + measure)
        }
        if let one = course.service { step(AppealServed.type, one.on, one.position) }
        if let one = course.withdrawal { step(AppealWithdrawn.type, one.on, one.position) }
        for reading in [stage.deciding, stage.next].compactMap(\.self) { lines += clock(reading) }
        return lines
    }

    private func clock(_ reading: ClockReading) -> [String] {
        let words = ClockWording(text: text)
        return wrapped(
            "⏱ \(words.title(reading)) · \(words.state(reading))", words.ink(reading))
            + wrapped(words.explanation(reading), .quiet, indent: 4)
    }

    private func term(_ measure: Measure, _ months: Int?) -> String {
        let word = text.label(.measure, measure)
        guard let months else { return word }
        return text("appeal.term", ["measure": word, "months": "\(months)"])
    }
}
