internal import Law
public import Records
public import Registry
public import Vocabulary

/// The timelines of sanctions that were appealed or can be, by sanction.
public struct AppealsAnswer: Answer {
    public let times: Times
    public let appeals: Windowed<AppealTimeline>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.more(appeals)
        writer.list("appeals", appeals.rows) { $0.write(to: &$1) }
    }
}

extension AppealTimeline: Answer {
    /// Writes the timeline as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("asOf", asOf.description)
        writer.put("case", self.case)
        writer.part("filing", filing) { $0.write(to: &$1) }
        writer.put("finalSince", ifPresent: finalSince)
        writer.entry("imposed", imposed) { fact, inner in
            inner.put("measure", code: fact.measure)
            inner.put("months", ifPresent: fact.months)
        }
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put("measure", ifPresentCode: measure)
        writer.put("months", ifPresent: months)
        writer.put("open", isOpen)
        writer.put("sanction", sanction)
        writer.entry("served", service) { fact, inner in
            inner.put("route", fact.route)
            inner.put("until", ifPresent: fact.remedyUntil)
        }
        writer.list("stages", stages) { $0.write(to: &$1) }
        writer.put("subject", subject)
    }
}

extension AppealTimeline.Stage {
    func write(to writer: inout some FieldWriter) {
        writer.put("appeal", appeal)
        writer.part("deciding", deciding) { $0.write(to: &$1) }
        writer.entry("decision", course.decision) { fact, inner in
            inner.put("measure", ifPresentCode: fact.measure)
            inner.put("months", ifPresent: fact.months)
            inner.put("outcome", code: fact.outcome)
        }
        writer.entry("extension", course.extensions.last) { $1.put("until", ifPresent: $0.until) }
        writer.entry("filed", course.filing) { fact, inner in
            inner.put("due", ifPresent: fact.due)
            inner.put("late", ifPresent: fact.late)
        }
        writer.part("next", next) { $0.write(to: &$1) }
        writer.entry("panel", course.panel) { $1.put(ids: "members", $0.members) }
        writer.put(ids: "recused", course.recusals.map(\.fact.officer))
        writer.put("route", course.filing.fact.route)
        writer.entry("ruling", course.ruling) { fact, inner in
            inner.put("admitted", fact.admitted)
            inner.put("due", ifPresent: fact.due)
            inner.put("reason", ifPresentCode: fact.reason)
        }
        writer.entry("served", course.service) { fact, inner in
            inner.put("next", ifPresent: fact.next)
            inner.put("nextUntil", ifPresent: fact.nextUntil)
        }
        writer.put("stage", course.filing.fact.stage)
        writer.put("state", code: state)
        writer.put("title", chinese: titleChinese, english: titleEnglish)
        writer.entry("withdrawn", course.withdrawal)
    }
}
