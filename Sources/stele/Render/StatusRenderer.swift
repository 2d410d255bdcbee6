import Chain
import Law
import Records
import Vocabulary
import Wording

/// What binds a subject on a day: service, what is only suspected, what was found, what is in
/// effect, each under its own heading.
struct StatusRenderer: Renderer {
    let sheet: Sheet

    /// The whole page of `stele status`.
    func page(_ status: CurrentStatus, registration: SubjectRegistered?) -> String {
        let day = text("status.date", ["day": "\(status.date)"])
        let head = headed(status.subject, registration, asOf: day, knownAt: status.knownAt)
        let lines = head + [""] + summary(status)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The four paragraphs, also the head of a trail.
    func summary(_ status: CurrentStatus) -> [String] {
        let wording = EventWording(text: text, subject: status.subject)
        var now = [employment(status.employment)]
        for held in status.posts {
            now.append(
                text(
                    "status.held",
                    [
                        "post": wording.words(held.post),
                        "since": text.day(held.since, isImputed: held.isImputed, held.precision),
                    ]) + entry(held.position))
        }
        let suspicions = status.suspicions.map { one in
            let on = text.day(
                one.on, isImputed: one.isImputed, isUndated: one.isUndated, one.precision)
            let file = one.fact.case.text
            let said =
                one.closedOn.map {
                    text("trace.suspicionClosed", ["case": file, "on": on, "closed": "\($0)"])
                } ?? text("trace.suspicion", ["case": file, "on": on])
            return said + entry(one.position)
        }
        let findings = status.findings.map { finding($0, "trace.finding") }
        let fallen = status.fallenFindings.map {
            finding(
                $0, $0.course.isAnnulled ? "status.findingAnnulled" : "status.findingSentBack")
        }
        let sanctions = (status.sanctions + status.sanctionsOfUnknownTerm).map(sanction)
        let bars = status.bars.map { text.bar($0) + entry($0.position) }
        var parts = [
            Part("trace.heading.now", now, nil),
            Part("trace.heading.suspicions", suspicions, .suspected, none: "trace.noSuspicion"),
            Part("trace.heading.findings", findings, .found, none: "trace.noFinding"),
            Part("trace.heading.sanctions", sanctions, .sanction, none: "trace.noSanction"),
        ]
        // These are there only where they have something to say.
        parts += [
            Part("trace.heading.bars", bars, .sanction),
            Part("trace.heading.fallen", fallen, .lifted),
            Part("trace.heading.marks", status.marks.map { text.mark($0) }, .suspected),
        ].filter { !$0.items.isEmpty }
        let indent = (parts.map { DisplayWidth.of(text($0.heading)) }.max() ?? 0) + 2
        return parts.flatMap { paragraph($0, indent: indent) }
    }

    /// One paragraph of the summary.
    private struct Part {
        let heading: String
        let items: [String]
        let sign: TimelineSign?
        /// What is said where there is nothing.
        let none: String?

        init(
            _ heading: String, _ items: [String], _ sign: TimelineSign?, none: String? = nil
        ) {
            self.heading = heading
            self.items = items
            self.sign = sign
            self.none = none
        }
    }

    /// A finding, and what was decided since on what rests on it.
    private func finding(_ one: SustainedFinding, _ key: String) -> String {
        let said = text(
            key,
            [
                "case": one.fact.case.text,
                "on": text.day(
                    one.on, isImputed: one.isImputed, isUndated: one.isUndated, one.precision),
            ])
        let since = one.course.annulments.map { annulled in
            text(
                "status.restedOn",
                ["sanction": annulled.fact.sanction.text, "on": text.day(annulled.on)])
                + entry(annulled.position)
        }
        return ([said + entry(one.position)] + since).joined(separator: " · ")
    }

    private func paragraph(_ part: Part, indent: Int) -> [String] {
        let lines =
            part.items.isEmpty ? [paint(part.none.map { text($0) } ?? "", .quiet)] : part.items
        return lines.enumerated().map { index, line in
            let head = index == 0 ? text(part.heading) : ""
            let mark =
                part.items.isEmpty ? "" : part.sign.map { paint($0.rawValue, $0.ink) + " " } ?? ""
            return paint(Layout.pad(head, to: indent), .heading) + mark + line
        }
    }

    private func employment(_ state: EmploymentState) -> String {
        let word = text.label(.state, state.code)
        switch state {
        case .inPost, .inService, .suspended, .unknown: return word
        case .left(let reason, let on):
            return word
                + text("status.left", ["reason": text.label(.departure, reason), "on": "\(on)"])
        case .deceased(let on): return word + " " + "\(on)"
        }
    }

    private func sanction(_ one: SanctionInEffect) -> String {
        var parts = [text.label(.measure, one.measure), one.fact.sanction.text]
        let since = text.day(
            one.since, isImputed: one.isImputed, isUndated: one.isUndated, one.precision)
        parts.append(one.isUndated ? since : text("status.since", ["since": since]))
        switch one.term {
        case .until(let last): parts.append(text("trace.termUntil", ["until": "\(last)"]))
        case .indefinite: parts.append(text("status.indefinite"))
        case .momentary: break
        case .unknown:
            parts.append(one.termFault.map(text.sentence(of:)) ?? text("status.termUnknown"))
        }
        return parts.joined(separator: " · ") + entry(one.position)
    }
}
