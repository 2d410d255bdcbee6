internal import Law
public import Records
internal import Registry
public import Vocabulary

/// The timelines of sanctions that were appealed or can be, by sanction.
public struct AppealsAnswer: Answer {
    public let times: Times
    public let appeals: [AppealTimeline]

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.list("appeals", appeals) { $0.write(to: &$1) }
    }
}

extension AppealTimeline: Answer {
    /// Writes the timeline as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("asOf", asOf.description)
        writer.put("case", self.case)
        writer.part("filing", filing) { $0.write(to: &$1) }
        writer.put("finalSince", ifPresent: finalSince)
        writer.object("imposed") { inner in
            inner.put("entry", imposed.position)
            inner.put("measure", code: imposed.fact.measure)
            inner.put("months", ifPresent: imposed.fact.months)
            inner.put("on", ifPresent: imposed.on)
        }
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put("measure", ifPresentCode: measure)
        writer.put("months", ifPresent: months)
        writer.put("open", isOpen)
        writer.put("sanction", sanction)
        if let service {
            writer.object("served") { inner in
                inner.put("entry", service.position)
                inner.put("on", ifPresent: service.on)
                inner.put("route", service.fact.route)
                inner.put("until", ifPresent: service.fact.remedyUntil)
            }
        }
        writer.list("stages", stages) { $0.write(to: &$1) }
        writer.put("subject", subject)
    }
}

extension AppealTimeline.Stage {
    func write(to writer: inout some FieldWriter) {
        writer.put("appeal", appeal)
        writer.part("deciding", deciding) { $0.write(to: &$1) }
        if let decision = course.decision {
            writer.object("decision") { inner in
                inner.put("entry", decision.position)
                inner.put("measure", ifPresentCode: decision.fact.measure)
                inner.put("months", ifPresent: decision.fact.months)
                inner.put("on", ifPresent: decision.on)
                inner.put("outcome", code: decision.fact.outcome)
            }
        }
        if let last = course.extensions.last {
            writer.object("extension") { inner in
                inner.put("entry", last.position)
                inner.put("on", ifPresent: last.on)
                inner.put("until", ifPresent: last.fact.until)
            }
        }
        writer.object("filed") { inner in
            inner.put("due", ifPresent: course.filing.fact.due)
            inner.put("entry", course.filing.position)
            inner.put("late", ifPresent: course.filing.fact.late)
            inner.put("on", ifPresent: course.filing.on)
        }
        writer.part("next", next) { $0.write(to: &$1) }
        if let panel = course.panel {
            writer.object("panel") { inner in
                inner.put("entry", panel.position)
                inner.put(ids: "members", panel.fact.members)
                inner.put("on", ifPresent: panel.on)
            }
        }
        writer.put(ids: "recused", course.recusals.map(\.fact.officer))
        writer.put("route", course.filing.fact.route)
        if let ruling = course.ruling {
            writer.object("ruling") { inner in
                inner.put("admitted", ruling.fact.admitted)
                inner.put("due", ifPresent: ruling.fact.due)
                inner.put("entry", ruling.position)
                inner.put("on", ifPresent: ruling.on)
                inner.put("reason", ifPresentCode: ruling.fact.reason)
            }
        }
        if let service = course.service {
            writer.object("served") { inner in
                inner.put("entry", service.position)
                inner.put("next", ifPresent: service.fact.next)
                inner.put("nextUntil", ifPresent: service.fact.nextUntil)
                inner.put("on", ifPresent: service.on)
            }
        }
        writer.put("stage", course.filing.fact.stage)
        writer.put("state", code: state)
        writer.object("title") { inner in
            inner.put("en", titleEnglish)
            inner.put("zh", titleChinese)
        }
        if let withdrawal = course.withdrawal {
            writer.object("withdrawn") { inner in
                inner.put("entry", withdrawal.position)
                inner.put("on", ifPresent: withdrawal.on)
            }
        }
    }
}
