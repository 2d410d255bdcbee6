internal import Law
public import Records
public import Registry
public import Vocabulary

/// The objections, by identifier.
public struct ObjectionsAnswer: Answer {
    public let times: Times
    public let objections: Windowed<ObjectionView>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.more(objections)
        writer.list("objections", objections.rows) { $0.summary(to: &$1) }
    }
}

extension ObjectionView: Answer {
    /// Writes the objection as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("accepted", entry: course.acceptance)
        writer.put("answers", entries: course.answers)
        writer.put("appraisals", entries: course.appraisals)
        writer.put("appraised", entries: course.appraised)
        writer.put("asOf", date.description)
        writer.put("asked", entries: course.asked)
        writer.list("changes", changes) { change, inner in
            inner.put("entry", change.position)
            inner.put("type", change.event.type.name)
        }
        writer.list("clocks", clocks) { $0.write(to: &$1) }
        writer.put("decided", entry: course.decision)
        writer.put("deciders", deciders)
        writer.put("filed", entry: course.filing)
        writer.put("flagged", entry: course.flag)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put("refused", entry: course.refusal)
        writer.put("reviewAsked", entry: course.reviewAsked)
        writer.put("reviewed", entry: course.review)
        writer.put("viewersTold", entry: course.told)
        summary(to: &writer)
    }

    /// What a list tells of it.
    fileprivate func summary(to writer: inout some FieldWriter) {
        writer.put("due", ifPresent: pending?.due)
        writer.put("entry", course.filing.position)
        writer.put("escalatedTo", ifPresent: pending?.escalatedTo?.code)
        writer.put("ground", course.filing.fact.ground)
        writer.put("objection", objection)
        writer.put("open", course.isOpen)
        writer.put("outcome", ifPresentCode: course.outcome)
        writer.put("record", course.record)
        writer.put("state", code: course.state)
        writer.put("subject", ifPresent: course.subject)
    }
}

/// The applications for repair, by identifier.
public struct RepairsAnswer: Answer {
    public let times: Times
    public let repairs: Windowed<RepairView>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.more(repairs)
        writer.list("repairs", repairs.rows) { $0.summary(to: &$1) }
    }
}

extension RepairView: Answer {
    /// Writes the application as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("accepted", entry: course.acceptance)
        writer.put("applied", entry: course.application)
        writer.put("asOf", date.description)
        writer.list("clocks", clocks) { $0.write(to: &$1) }
        writer.put("decided", entry: course.decision)
        writer.put("deciders", deciders)
        writer.put("effected", entry: course.effect)
        writer.put("extended", entry: course.extended)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put("refused", entry: course.refusal)
        writer.put("revoked", entry: course.revocation)
        summary(to: &writer)
    }

    /// What a list tells of it.
    fileprivate func summary(to writer: inout some FieldWriter) {
        writer.put("due", ifPresent: pending?.due)
        writer.put("earliest", ifPresent: course.application.fact.earliest)
        writer.put("entry", course.application.position)
        writer.put("open", course.isPending)
        writer.put("record", course.record)
        writer.put("regime", ifPresent: course.application.fact.regime)
        writer.put("repair", repair)
        writer.put("state", code: course.state)
        writer.put("subject", ifPresent: course.subject)
    }
}
