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
        return paragraph(
            text("trace.heading.now"), now + status.posts.map { told(wording.post($0)) }, sign: nil)
            + paragraph(
                text("trace.heading.suspicions"),
                status.suspicions.map { told(wording.suspicion($0)) }, sign: .suspected,
                none: text("trace.noSuspicion"))
            + paragraph(
                text("trace.heading.findings"),
                status.findings.map { told(wording.finding($0)) }, sign: .found,
                none: text("trace.noFinding"))
            + paragraph(
                text("trace.heading.sanctions"),
                sanctions.map { told(wording.sanction($0)) }, sign: .sanction,
                none: text("trace.noSanction"))
            + optional(
                "trace.heading.bars", status.bars.map { text.bar($0) + entry($0.position) },
                sign: .sanction)
            + optional(
                "trace.heading.fallen",
                status.fallenFindings.map { told(wording.fallen($0)) }, sign: .lifted)
            + optional("trace.heading.marks", status.marks.map { text.mark($0) }, sign: .suspected)
    }

    /// A paragraph that is there only where it has something to say.
    private func optional(_ heading: String, _ items: [String], sign: TimelineSign) -> [String] {
        items.isEmpty ? [] : paragraph(text(heading), items, sign: sign)
    }

    /// What is said, each part with the number of its entry.
    private func told(_ line: StatusWording.Line) -> String {
        let others = line.others.map { $0.words + entry($0.entry) }
        return ([line.words + entry(line.entry)] + others).joined(separator: " · ")
    }

    private func paragraph(
        _ heading: String, _ items: [String], sign: TimelineSign?, none: String = ""
    ) -> [String] {
        let indent = headingColumns
        let lines = items.isEmpty ? [paint(none, .quiet)] : items
        return lines.enumerated().map { index, line in
            let head = index == 0 ? heading : ""
            let mark = items.isEmpty ? "" : sign.map { paint($0.rawValue, $0.ink) + " " } ?? ""
            return paint(Layout.pad(head, to: indent), .heading) + mark + line
        }
    }

    private var headingColumns: Int {
        let widest = [
            "trace.heading.now", "trace.heading.suspicions", "trace.heading.findings",
            "trace.heading.sanctions", "trace.heading.bars", "trace.heading.fallen",
            "trace.heading.marks",
        ].map { DisplayWidth.of(text($0)) }.max()
        return (widest ?? 0) + 2
    }
}
