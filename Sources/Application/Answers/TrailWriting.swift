public import Law
internal import Records
public import Registry
public import Vocabulary

/// A subject's whole trail, what counts, who it is, and the law by which codes are read.
public struct TraceAnswer: Answer {
    public let page: SubjectPage
    public let law: Law

    public func write(to writer: inout some FieldWriter) {
        if let registration = page.registration {
            writer.put("kind", code: registration.kind)
            // A name that nobody may read is absent here.
            switch registration.name {
            case .clear, .destroyed: writer.put("name", ifPresent: registration.name)
            case .commitment, nil: break
            }
            writer.put("title", ifPresent: registration.title)
        }
        writer.object("status") { page.status.write(to: &$0) }
        writer.put("subject", page.status.subject)
        writer.object("trail") { page.trail.write(to: &$0) }
    }
}

extension Trail {
    /// Writes the trail as one object, for programs.
    func write(to writer: inout some FieldWriter) {
        writer.put("asOf", ifPresent: asOf)
        writer.list("dated", dated) { $0.write(to: &$1) }
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.list("undated", undated) { $0.write(to: &$1) }
    }
}

extension TrailItem {
    /// Writes one line of the trail.
    func write(to writer: inout some FieldWriter) {
        writer.put("at", recorded.at.description)
        writer.put("basis", recorded.basis)
        writer.put("case", ifPresent: caseID)
        switch standing {
        case .stands: break
        case .corrected(let by): writer.put("correctedBy", by)
        case .withdrawn: break
        }
        writer.object("data") { recorded.event.write(to: &$0) }
        writer.put("kind", code: kind)
        writer.put("on", ifPresent: recorded.on)
        writer.put("onBasis", ifPresent: recorded.onBasis)
        writer.put("entry", recorded.position)
        writer.part("role", role) { $0.write(to: &$1) }
        writer.put("supersedes", ifPresent: recorded.supersedes)
        writer.put("type", recorded.event.type.name)
        if case .withdrawn(let by) = standing { writer.put("withdrawnBy", by) }
    }
}
