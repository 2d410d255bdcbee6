import Chain
import Records
import Vocabulary
import Wording

/// From a decision to everyone who answers for it (责任倒查): role then, whereabouts now.
struct BackTraceRenderer: Renderer {
    let sheet: Sheet
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ trace: BackTrace) -> String {
        let title = text("backTrace.title", ["decision": trace.decision.text])
        var lines = headed(title, asOf: trace.date, knownAt: trace.knownAt) + [""]
        lines += lifelong(trace.trigger, trace.triggerFault, trace.triggerLack)
        let lost = loss(trace.loss, whole: true)
        if !lost.isEmpty { lines += section(text("loss.heading")) + lost }
        for rule in trace.overridingRules {
            lines += wrapped(text("backTrace.overriding", ["rule": harmless(rule)]))
        }
        lines += section(text("backTrace.heading.persons"))
        if trace.persons.isEmpty { lines += wrapped(text("backTrace.nobody")) }
        for person in trace.persons { lines += entry(person) }
        if !trace.others.isEmpty {
            lines += section(text("backTrace.heading.others"))
            for person in trace.others { lines += entry(person) }
        }
        if !trace.units.isEmpty {
            lines += section(text("backTrace.heading.units"))
            for unit in trace.units { lines += entry(unit) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ person: ResponsiblePerson) -> [String] {
        let head =
            text.called(person.subject, names) + "  "
            + text.part(person.basis, ofParty: person.isOfParty)
        return wrapped(head, .heading)
            + standing(
                person.role, successor: person.successor, now: whereabouts(person),
                opinion: person.opinion, dissent: person.dissent)
            + (person.isOfParty
                ? wrapped(text("backTrace.ofParty"), .suspected, indent: 6) : [])
            + wrapped(text.evidence(person.evidence), .quiet, indent: 6)
    }

    private func entry(_ unit: ResponsibleUnit) -> [String] {
        let head =
            text.called(unit.unit, names) + "  " + text.label(.unitCapacity, unit.capacity)
        let became = unit.successor.map {
            text("backTrace.successor", ["unit": text.called($0, names)])
        }
        return wrapped(
            [head + (became ?? ""), text.cited(unit.capacity.source), text.evidence(unit.evidence)]
                .joined(separator: " · "))
    }

    /// A post in a unit that has ended is no post to go back to.
    private func whereabouts(_ person: ResponsiblePerson) -> String {
        guard person.successor != nil, case .samePost(let post) = person.whereabouts else {
            return text.whereabouts(person.whereabouts)
        }
        let held = [post.unitTitle ?? post.unit.text, post.post].compactMap { $0 }.map(harmless)
        return text("whereabouts.merged", ["post": held.joined(separator: " ")])
    }
}
