internal import Law
public import Records
public import Registry
public import Vocabulary

/// Every decision known by then, by identifier.
public struct DecisionsAnswer: Answer {
    public let times: Times
    public let decisions: Windowed<Dossier>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.list("decisions", decisions.rows) { dossier, inner in
            inner.put("adoptedOn", ifPresent: dossier.adoption?.on)
            inner.put("decision", dossier.decision)
            inner.part("fault", dossier.groundsFault) { $0.write(to: &$1) }
            inner.put("lifelong", dossier.trigger != nil)
            inner.part("lifelongFault", dossier.triggerFault) { $0.write(to: &$1) }
            inner.put("openGrounds", dossier.openGrounds)
            inner.put("state", code: dossier.state)
            inner.put("title", ifPresent: dossier.title)
        }
        writer.more(decisions)
    }
}

/// Suspected grounds, oldest first.
public struct GroundsAnswer: Answer {
    public let times: Times
    public let grounds: Windowed<QueuedGround>
    /// The adopted decisions that nobody can judge, by identifier.
    public let unjudged: [UnjudgedDecision]

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.more(grounds)
        writer.list("grounds", grounds.rows) { one, inner in
            one.ground.write(to: &inner)
            inner.put("adoptedOn", ifPresent: one.adoptedOn)
            inner.put("decision", one.decision)
            inner.put("title", ifPresent: one.title)
        }
        writer.list("unjudged", unjudged) { one, inner in
            inner.put("adoptedOn", one.adoptedOn.description)
            inner.put("decision", one.decision)
            inner.part("fault", one.fault) { $0.write(to: &$1) }
        }
    }
}

extension Times {
    func write(to writer: inout some FieldWriter) {
        writer.put("asOf", ifPresent: asOf)
        writer.put("knownAt", ifPresent: knownAt?.description)
    }
}

extension Dossier {
    /// Suspected grounds that nobody has looked into yet.
    public var openGrounds: Int { grounds.count { $0.state == .open || $0.state == .due } }
}

extension Dossier: Answer {
    /// Writes the dossier as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("adoption", entry: adoption)
        writer.list("adjustment", adjustment) { $0.write(to: &$1) }
        writer.put(ids: "cases", cases)
        writer.put("catalogueItem", ifPresent: catalogueItem)
        writer.put("causedBy", ifPresent: cause?.fact.decision)
        writer.put("asOf", date.description)
        writer.list("bodies", bodies) { $0.write(to: &$1) }
        writer.put("decision", decision)
        writer.list("entries", entries) { entry, inner in
            inner.put("on", ifPresent: entry.on)
            inner.put("entry", entry.position)
            inner.put("type", entry.event.type.name)
        }
        writer.part("exclusion", exclusion) { $0.write(to: &$1) }
        writer.part("fault", fault) { $0.write(to: &$1) }
        writer.list("grounds", grounds) { $0.write(to: &$1) }
        writer.put("harms", entries: harms)
        writer.put("initiation", entry: initiation)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.part("lifelongFault", triggerFault) { $0.write(to: &$1) }
        writer.put("lifelongLack", ifPresentCode: triggerLack)
        writer.part("lifelongTrigger", trigger) { $0.write(to: &$1) }
        writer.put("lifelong", trigger != nil)
        writer.part("loss", loss.asSaid) { $0.write(to: &$1) }
        writer.put("meeting", entry: meeting)
        writer.put(ids: "ofParty", ofParty)
        writer.part("publication", publication) { $0.write(to: &$1) }
        writer.list("publicationNotes", publicationNotes) { $0.write(to: &$1) }
        if !ratifications.isEmpty {
            writer.list("ratifications", ratifications) { one, inner in
                one.fact.writeEntry(to: &inner)
                inner.put("round", one.round)
            }
        }
        writer.put("round", round)
        writer.put("state", code: state)
        writer.list("steps", steps) { $0.write(to: &$1) }
        writer.put("title", ifPresent: title)
    }
}

extension Recorded {
    /// The entry with its day and its fact.
    func writeEntry(to writer: inout some FieldWriter) {
        writer.object("data") { fact.write(to: &$0) }
        writer.put("on", ifPresent: on)
        writer.put("entry", position)
    }
}

extension Exclusion {
    /// The entry, with the ground in the words of the catalogue.
    func write(to writer: inout some FieldWriter) {
        fact.writeEntry(to: &writer)
        writer.put("en", ifPresent: item?.english)
        writer.put("source", item?.source ?? "713#3")
        writer.put("zh", ifPresent: item?.chinese)
    }
}

extension DossierStep {
    func write(to writer: inout some FieldWriter) {
        writer.list("entries", entries) { $0.write(to: &$1) }
        writer.list("notes", notes) { $0.write(to: &$1) }
        writer.put("source", ifPresent: source)
        writer.put("state", code: state)
        writer.put("step", code: step)
    }
}

extension DossierStep.Entry {
    func write(to writer: inout some FieldWriter) {
        writer.object("data") { event.write(to: &$0) }
        writer.put("on", ifPresent: on)
        writer.put("entry", position)
        writer.put("type", event.type.name)
    }
}

extension DossierNote {
    /// The day or year it speaks of.
    func write(to writer: inout some FieldWriter) {
        writer.put("code", code)
        switch self {
        case .consultationShort(let until, let minimum):
            writer.put("minimumUntil", minimum.description)
            writer.put("until", until.description)
        case .legalityReviewShort(let minimum): writer.put("minimumUntil", minimum.description)
        case .publicationDue(let day): writer.put("due", day.description)
        case .calendarMissing(let year): writer.put("year", year)
        case .expertInterest, .discussedBeforeLegality, .conditionalLegality: break
        }
    }
}

extension DossierGround {
    /// Writes the ground; `suspected` is always true, so that no program takes it for a finding.
    func write(to writer: inout some FieldWriter) {
        writer.object("body") { body.write(to: &$0) }
        writer.put("case", ifPresent: caseID)
        writer.put("detectedBy", code: detectedBy)
        writer.put("en", english)
        writer.list("evidence", evidence) { $1.put("entry", $0) }
        writer.put("exploratoryClaim", isExploratory)
        writer.put("ground", ground)
        writer.put("holds", holds)
        writer.put("on", ifPresent: on)
        writer.put("entry", ifPresent: position)
        writer.put("round", round)
        writer.put("source", source)
        writer.put("state", code: state)
        writer.put("suspected", true)
        writer.put("zh", chinese)
    }
}

extension LifelongTrigger {
    func write(to writer: inout some FieldWriter) {
        writer.put("element", code: element)
        writer.list("evidence", evidence) { $1.put("entry", $0) }
        writer.put("influence", code: influence)
        writer.put("loss", code: loss)
        writer.put("since", since.description)
        writer.put("source", source)
    }
}

extension BackTrace: Answer {
    /// Writes the back-trace as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("adoption", entry: adoption)
        writer.put("asOf", date.description)
        writer.put("decision", decision)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put("lifelong", trigger != nil)
        writer.part("lifelongFault", triggerFault) { $0.write(to: &$1) }
        writer.put("lifelongLack", ifPresentCode: triggerLack)
        writer.part("lifelongTrigger", trigger) { $0.write(to: &$1) }
        writer.part("loss", loss.asSaid) { $0.write(to: &$1) }
        writer.list("others", others) { $0.write(to: &$1) }
        writer.put(list: "overridingRules", overridingRules)
        writer.list("persons", persons) { $0.write(to: &$1) }
        if !units.isEmpty { writer.list("units", units) { $0.write(to: &$1) } }
    }
}

extension Loss {
    /// Nil where nothing was confirmed, and nothing followed.
    fileprivate var asSaid: Loss? { parts.isEmpty && caused.isEmpty ? nil : self }

    func write(to writer: inout some FieldWriter) {
        writer.list("caused", caused) { one, inner in
            inner.put("amount", ifPresent: one.amount)
            inner.put("decision", one.decision)
            inner.put("on", ifPresent: one.on)
            inner.put("entry", one.position)
        }
        writer.put("direct", ifPresent: whole(of: .direct))
        writer.put("indirect", ifPresent: whole(of: .indirect))
        writer.list("parts", parts) { $0.write(to: &$1) }
        writer.put("whole", ifPresent: whole)
        writer.put("withCaused", ifPresent: withCaused)
    }
}

extension LossPart {
    func write(to writer: inout some FieldWriter) {
        writer.put("amount", amount)
        writer.put("assessment", ifPresent: assessment)
        writer.put("attribution", code: attribution)
        writer.put("item", ifPresent: item)
        writer.put("kind", ifPresentCode: kind)
        writer.put("lossOn", ifPresent: lossOn)
        writer.put("on", ifPresent: on)
        writer.put("entry", position)
        writer.list("replaces", replaces) { $1.put("entry", $0) }
    }
}

extension ResponsibleUnit {
    func write(to writer: inout some FieldWriter) {
        writer.put("capacity", code: capacity)
        writer.list("evidence", evidence) { $1.put("entry", $0) }
        writer.put("source", capacity.source)
        writer.put("successor", ifPresent: successor)
        writer.put("unit", unit)
    }
}

extension ResponsiblePerson {
    func write(to writer: inout some FieldWriter) {
        writer.put("basis", code: basis)
        writer.put("dissent", ifPresent: dissent)
        writer.list("evidence", evidence) { $1.put("entry", $0) }
        if isOfParty { writer.put("ofParty", true) }
        writer.put("opinion", ifPresentCode: opinion)
        writer.object("role") { role.write(to: &$0) }
        writer.put("subject", subject)
        writer.put("successor", ifPresent: successor)
        writer.object("whereabouts") { whereabouts.write(to: &$0) }
    }
}

extension Whereabouts {
    func write(to writer: inout some FieldWriter) {
        switch self {
        case .samePost(let post): writer.object("post") { post.write(to: &$0) }
        case .transferred(let post, let since):
            writer.object("post") { post.write(to: &$0) }
            writer.put("since", since.description)
        case .suspended(let post): writer.part("post", post) { $0.write(to: &$1) }
        case .left(let reason, let on):
            writer.put("on", on.description)
            writer.put("reason", code: reason)
        case .deceased(let on): writer.put("on", on.description)
        case .inService, .unknown: break
        }
        writer.put("state", code)
    }
}
