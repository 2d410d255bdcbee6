internal import Law
internal import Records
public import Registry
public import Vocabulary

/// Registered subjects as of a day, by identifier.
public struct SubjectsAnswer: Answer {
    public let times: Times
    public let subjects: Windowed<ListedSubject>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.list("subjects", subjects.rows) { one, inner in
            inner.object("employment") { one.employment.write(to: &$0) }
            inner.put("kind", code: one.kind)
            inner.put("name", ifPresent: one.name)
            inner.list("posts", one.posts) { $0.write(to: &$1) }
            inner.put("subject", one.subject)
        }
        writer.more(subjects)
    }
}

/// Complaints and what became of them, by identifier.
public struct ComplaintsAnswer: Answer {
    public let times: Times
    public let complaints: Windowed<ListedComplaint>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.list("complaints", complaints.rows) { one, inner in
            inner.list("cases", one.cases) { $0.write(to: &$1) }
            inner.put("category", ifPresent: one.received.fact.category)
            inner.put("complaint", one.complaint)
            inner.put("entry", one.received.position)
            inner.put("filedBy", code: one.received.fact.filedBy)
            inner.put("incidentOn", ifPresent: one.received.fact.incidentOn)
            inner.put("on", ifPresent: one.received.on)
        }
        writer.more(complaints)
    }
}

extension PostHeld {
    func write(to writer: inout some FieldWriter) {
        writer.put("imputed", isImputed)
        writer.put(list: "irregularities", irregularities.map(\.rawValue))
        writer.put("precision", precision)
        writer.object("post") { post.write(to: &$0) }
        writer.put("entry", position)
        writer.put("since", since.description)
        writer.put("until", ifPresent: until)
    }
}
