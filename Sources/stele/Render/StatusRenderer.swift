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
        let wording = StatusWording(text: text)
        let now = [wording.employment(status.employment)]
        let sanctions = status.sanctions + status.sanctionsOfUnknownTerm
        let bars = status.bars.map { text.bar($0) + entry($0.position) }
        var parts = [
            Part("trace.heading.now", now + status.posts.map { told(wording.post($0)) }, nil),
            Part(
                "trace.heading.suspicions", status.suspicions.map { told(wording.suspicion($0)) },
                .suspected, none: "trace.noSuspicion"),
            Part(
                "trace.heading.findings", status.findings.map { told(wording.finding($0)) }, .found,
                none: "trace.noFinding"),
            Part(
                "trace.heading.sanctions", sanctions.map { told(wording.sanction($0)) }, .sanction,
                none: "trace.noSanction"),
        ]
        // These are there only where they have something to say.
        parts += [
            Part("trace.heading.records", status.records.map { told(wording.record($0)) }, .record),
            Part("trace.heading.bars", bars, .sanction),
            Part(
                "trace.heading.fallen", status.fallenFindings.map { told(wording.fallen($0)) },
                .lifted),
            Part(
                "trace.heading.elsewhere",
                status.elsewhere.map { text.elsewhere($0) + entry($0.position) }, nil),
            Part("trace.heading.marks", status.marks.map { text.mark($0) }, .suspected),
        ].filter { !$0.items.isEmpty }
        let indent = (parts.map { DisplayWidth.of(text($0.heading)) }.max() ?? 0) + 2
        return parts.flatMap { paragraph($0, indent: indent) } + assumed(status.settings)
    }

    /// The settings on which the days above hang (推定).
    private func assumed(_ settings: [Rulebook.Setting]) -> [String] {
        if settings.isEmpty { return [] }
        let indent = 2
        return [paint(text("trace.heading.settings"), .heading)]
            + settings.flatMap { wrapped(text.hangs(on: $0), indent: indent) }
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

    private func paragraph(_ part: Part, indent: Int) -> [String] {
        let lines =
            part.items.isEmpty ? [paint(part.none.map { text($0) } ?? "", .quiet)] : part.items
        return lines.enumerated().flatMap { index, line in
            let head = index == 0 ? text(part.heading) : ""
            let mark =
                part.items.isEmpty ? "" : part.sign.map { paint($0.rawValue, $0.ink) + " " } ?? ""
            return wrapped(line, behind: paint(Layout.pad(head, to: indent), .heading) + mark)
        }
    }

    /// What is said, each part with the number of its entry.
    private func told(_ line: StatusWording.Line) -> String {
        let others = line.others.map { $0.words + entry($0.entry) }
        return ([line.words + entry(line.entry)] + others).joined(separator: " · ")
    }

}
