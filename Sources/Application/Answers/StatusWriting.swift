internal import Law
internal import Records
public import Registry
public import Vocabulary

/// What binds a subject on a day, and who it is.
public struct StatusAnswer: Answer {
    public let page: SubjectPage

    public func write(to writer: inout some FieldWriter) { page.status.write(to: &writer) }
}

/// Subjects that a search found, by identifier.
public struct FoundSubjects: Answer {
    public let subjects: [FoundSubject]
    /// The entries that carry the number of an instrument, where one was looked for.
    public let citing: [CitedEntry]

    public func write(to writer: inout some FieldWriter) {
        if !citing.isEmpty {
            writer.list("citing", citing) { one, inner in
                inner.put("about", one.tags.map(\.description))
                inner.put("entry", one.position)
                inner.put("on", ifPresent: one.on)
                inner.put("type", one.event.type.name)
            }
        }
        writer.list("subjects", subjects) { one, inner in
            inner.part("apart", one.apart) { apart, part in
                part.put("numberEnding", ifPresent: apart.numberEnding)
                part.part("post", apart.post) { $0.write(to: &$1) }
            }
            inner.part("called", one.called) { called, part in
                part.put("day", ifPresent: called.day)
                part.put("name", called.name)
                part.put("reason", called.reason.rawValue)
            }
            inner.put("code", ifPresent: one.code)
            inner.put("entries", one.entries)
            inner.put("findings", one.findings)
            inner.put("kind", code: one.kind)
            inner.put("name", ifPresent: one.name)
            inner.put("subject", one.subject)
        }
    }
}

extension CurrentStatus {
    /// Writes the status as one object, for programs.
    func write(to writer: inout some FieldWriter) {
        writer.put("asOf", date.description)
        writer.put(bars: bars)
        writer.object("employment") { employment.write(to: &$0) }
        writer.listIfAny("fallenFindings", fallenFindings) { $0.write(to: &$1) }
        writer.list("findings", findings) { $0.write(to: &$1) }
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put(marks: marks)
        writer.list("posts", posts) { $0.write(to: &$1) }
        writer.listIfAny("recordedElsewhere", elsewhere) { $0.write(to: &$1) }
        writer.listIfAny("records", records) { $0.summary(to: &$1) }
        writer.list("sanctions", sanctions) { $0.write(to: &$1) }
        writer.list("sanctionsOfUnknownTerm", sanctionsOfUnknownTerm) { $0.write(to: &$1) }
        if !settings.isEmpty { writer.put("settings", settings.map(\.code)) }
        writer.put("subject", subject)
        writer.list("suspicions", suspicions) { one, inner in
            if let closed = one.closing {
                inner.put(closed.isUndated ? "closedLatest" : "closedOn", closed.on.description)
            }
            inner.object("data") { one.fact.write(to: &$0) }
            inner.put("imputed", one.isImputed)
            inner.put("precision", one.precision)
            inner.put(one.isUndated ? "latest" : "on", one.on.description)
            inner.put("entry", one.position)
        }
    }
}

extension SustainedFinding {
    func write(to writer: inout some FieldWriter) {
        writer.listIfAny("annulments", course.annulments) { one, inner in
            inner.put("entry", one.position)
            inner.put("finding", ifPresentCode: one.fact.finding)
            inner.put("on", ifPresent: one.on)
            inner.put("sanction", one.fact.sanction)
        }
        writer.object("data") { fact.write(to: &$0) }
        writer.put("imputed", isImputed)
        writer.put("precision", precision)
        writer.put(isUndated ? "latest" : "on", on.description)
        writer.put("entry", position)
        writer.part("role", role) { $0.write(to: &$1) }
    }
}

extension FieldWriter {
    /// What keeps somebody from something; nothing where nothing does.
    mutating func put(bars: [EffectPeriod]) {
        listIfAny("bars", bars) { one, inner in
            inner.put(list: "bars", one.bars.map(\.rawValue))
            inner.put("confidence", one.effect.confidence.rawValue)
            inner.put("effect", one.effect.code)
            inner.put("entry", one.position)
            inner.put("from", one.from.description)
            inner.put("measure", code: one.measure)
            inner.put("rule", one.effect.source)
            inner.put("sanction", one.sanction)
            one.term.write(to: &inner)
        }
    }

    /// What cannot be as it stands; nothing where all can.
    mutating func put(marks: [Caution]) {
        listIfAny("marks", marks) { one, inner in
            inner.put("code", code: one.code)
            inner.array("entries", count: one.entries.count) { index, part in
                part.put("entry", one.entries[index])
            }
            inner.put("rule", ifPresent: one.rule)
            inner.put("sanction", ifPresent: one.sanction)
        }
    }

    mutating func listIfAny<Element>(
        _ name: String, _ elements: [Element],
        _ write: (Element, inout Self) -> Void
    ) {
        if !elements.isEmpty { list(name, elements, write) }
    }
}

extension EmploymentState {
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
        writer.put("precision", precision)
        writer.put("measure", code: measure)
        writer.put("entry", position)
        writer.put(isUndated ? "latest" : "since", since.description)
        term.write(to: &writer)
        writer.part("termFault", termFault) { $0.write(to: &$1) }
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

extension FieldWriter {
    /// How exactly a day is given; a day itself writes no member.
    mutating func put(_ name: String, _ precision: DayPrecision) {
        switch precision {
        case .day: return
        case .month, .year: put(name, precision.rawValue)
        }
    }
}
