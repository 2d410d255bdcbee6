import Law
public import Vocabulary

extension CurrentStatus {
    /// Writes the status as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("date", date.description)
        writer.object("employment") { employment.write(to: &$0) }
        writer.array("findings", count: findings.count) { index, inner in
            let one = findings[index]
            inner.object("data") { one.fact.write(to: &$0) }
            inner.put("imputed", one.isImputed)
            inner.put("on", one.on.description)
            inner.put("position", one.position)
            if let role = one.role { inner.object("role") { role.write(to: &$0) } }
        }
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.array("posts", count: posts.count) { index, inner in
            let one = posts[index]
            inner.put("imputed", one.isImputed)
            inner.object("post") { one.post.write(to: &$0) }
            inner.put("position", one.position)
            inner.put("since", one.since.description)
            inner.put("until", ifPresent: one.until)
        }
        writer.array("sanctions", count: sanctions.count) { index, inner in
            sanctions[index].write(to: &inner)
        }
        writer.array("sanctionsOfUnknownTerm", count: sanctionsOfUnknownTerm.count) {
            index, inner in
            sanctionsOfUnknownTerm[index].write(to: &inner)
        }
        writer.put("subject", subject)
        writer.array("suspicions", count: suspicions.count) { index, inner in
            let one = suspicions[index]
            inner.object("data") { one.fact.write(to: &$0) }
            inner.put("imputed", one.isImputed)
            inner.put("on", one.on.description)
            inner.put("position", one.position)
        }
    }
}

extension EmploymentState {
    /// Stable, for machines.
    public var code: String {
        switch self {
        case .inPost: "inPost"
        case .inService: "inService"
        case .suspended: "suspended"
        case .left: "left"
        case .deceased: "deceased"
        case .unknown: "unknown"
        }
    }

    func write(to writer: inout some FieldWriter) {
        switch self {
        case .left(let reason, let on):
            writer.put("on", on.description)
            writer.put("reason", code: reason)
        case .deceased(let on): writer.put("on", on.description)
        case .inPost, .inService, .suspended, .unknown: break
        }
        writer.put("state", code)
    }
}

extension SanctionInEffect {
    func write(to writer: inout some FieldWriter) {
        writer.object("data") { fact.write(to: &$0) }
        writer.put("imputed", isImputed)
        writer.put("measure", code: measure)
        writer.put("position", position)
        writer.put("since", since.description)
        term.write(to: &writer)
        writer.put("variedBy", ifPresent: variedBy)
    }
}

extension SanctionTerm {
    /// The members `term` and, where there is a last day, `until`.
    func write(to writer: inout some FieldWriter) {
        switch self {
        case .until(let last):
            writer.put("term", "until")
            writer.put("until", last.description)
        case .indefinite: writer.put("term", "indefinite")
        case .momentary: writer.put("term", "momentary")
        case .unknown: writer.put("term", "unknown")
        }
    }
}
