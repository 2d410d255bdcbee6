import Chain
import Records
import Vocabulary
import Wording

/// From a decision to everyone who answers for it (责任倒查): role then, whereabouts now.
struct BackTraceRenderer {
    let text: Text
    let paint: Paint
    let columns: Int
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ trace: BackTrace) -> String {
        let title = text("backTrace.title", ["decision": trace.decision.text])
        let known =
            trace.knownAt.map { text("trace.knownAt", ["moment": SubjectHeading.shown($0)]) }
            ?? text("trace.knownNow")
        var lines = [
            paint(title, .heading),
            String(repeating: "═", count: min(columns, max(24, DisplayWidth.of(title)))),
            paint(
                text("trace.asOfDay", ["day": "\(trace.date)"]) + " · " + known, .quiet),
            "",
        ]
        lines += wrapped(
            trace.trigger.map { trigger in
                text(
                    "dossier.lifelong",
                    [
                        "since": "\(trigger.since)",
                        "element": text.label(.harmAttribution, trigger.element),
                        "evidence": text.evidence(trigger.evidence),
                        "source": text.cited(trigger.source),
                    ])
            } ?? trace.triggerFault.map { text.sentence(of: $0) } ?? text("dossier.notLifelong"))
        for rule in trace.overridingRules {
            lines += wrapped(text("backTrace.overriding", ["rule": harmless(rule)]))
        }
        lines += ["", paint(text("backTrace.heading.persons"), .heading)]
        if trace.persons.isEmpty { lines += wrapped(text("backTrace.nobody")) }
        for person in trace.persons { lines += entry(person) }
        if !trace.others.isEmpty {
            lines += ["", paint(text("backTrace.heading.others"), .heading)]
            for person in trace.others { lines += entry(person) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ person: ResponsiblePerson) -> [String] {
        let head =
            "  " + text.called(person.subject, names) + "  "
            + text.label(.part, person.basis)
        var lines = [paint(head, .heading)]
        var then = text("backTrace.then", ["role": text.role(person.role)])
        if let unit = person.successor {
            then += text("backTrace.successor", ["unit": unit.text])
        }
        lines += wrapped(then, indent: 6)
        lines += wrapped(
            text("backTrace.now", ["where": whereabouts(person)]), indent: 6)
        if let opinion = person.opinion {
            lines += wrapped(
                text("backTrace.opinion", ["opinion": text.label(.opinion, opinion)]), indent: 6)
        }
        if let dissent = person.dissent {
            lines += wrapped(
                paint("✓ ", .lifted) + text("backTrace.dissent", ["entry": "#\(dissent)"]),
                indent: 6)
        }
        lines += wrapped(paint(text.evidence(person.evidence), .quiet), indent: 6)
        return lines
    }

    /// A post in a unit that has ended is no post to go back to.
    private func whereabouts(_ person: ResponsiblePerson) -> String {
        guard person.successor != nil, case .samePost(let post) = person.whereabouts else {
            return text.whereabouts(person.whereabouts)
        }
        let held = [post.unitTitle ?? post.unit.text, post.post].compactMap { $0 }.map(harmless)
        return text("whereabouts.merged", ["post": held.joined(separator: " ")])
    }

    private func wrapped(_ line: String, indent: Int = 2) -> [String] {
        Layout.wrap(line, to: max(24, columns - indent))
            .map { String(repeating: " ", count: indent) + $0 }
    }
}
