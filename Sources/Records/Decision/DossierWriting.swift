internal import Law
public import Vocabulary

extension Dossier {
    /// Writes the dossier as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        if let adoption { writer.object("adoption") { adoption.writeEntry(to: &$0) } }
        writer.array("adjustment", count: adjustment.count) { index, inner in
            adjustment[index].write(to: &inner)
        }
        writer.put(ids: "cases", cases)
        writer.put("catalogueItem", ifPresent: catalogueItem)
        writer.put("date", date.description)
        writer.put("decision", decision)
        writer.array("entries", count: entries.count) { index, inner in
            inner.put("on", ifPresent: entries[index].on)
            inner.put("position", entries[index].position)
            inner.put("type", entries[index].event.type.name)
        }
        if let fault { writer.object("fault") { fault.write(to: &$0) } }
        writer.array("grounds", count: grounds.count) { index, inner in
            grounds[index].write(to: &inner)
        }
        writer.array("harms", count: harms.count) { index, inner in
            harms[index].writeEntry(to: &inner)
        }
        if let initiation { writer.object("initiation") { initiation.writeEntry(to: &$0) } }
        writer.put("knownAt", ifPresent: knownAt?.description)
        if let triggerFault { writer.object("lifelongFault") { triggerFault.write(to: &$0) } }
        if let trigger { writer.object("lifelongTrigger") { trigger.write(to: &$0) } }
        writer.put("lifelong", trigger != nil)
        if let meeting { writer.object("meeting") { meeting.writeEntry(to: &$0) } }
        if let publication { writer.object("publication") { publication.write(to: &$0) } }
        writer.array("publicationNotes", count: publicationNotes.count) { index, inner in
            publicationNotes[index].write(to: &inner)
        }
        writer.put("round", round)
        writer.put("rulebook", ifPresent: rulebook)
        writer.put("state", code: state)
        writer.array("steps", count: steps.count) { index, inner in
            steps[index].write(to: &inner)
        }
        writer.put("title", ifPresent: title)
    }
}

extension Recorded {
    /// The entry with its day and its fact.
    func writeEntry(to writer: inout some FieldWriter) {
        writer.object("data") { fact.write(to: &$0) }
        writer.put("on", ifPresent: on)
        writer.put("position", position)
    }
}

extension DossierStep {
    func write(to writer: inout some FieldWriter) {
        writer.array("entries", count: entries.count) { index, inner in
            entries[index].write(to: &inner)
        }
        writer.array("notes", count: notes.count) { index, inner in
            notes[index].write(to: &inner)
        }
        writer.put("source", source)
        writer.put("state", code: state)
        writer.put("step", code: step)
    }
}

extension DossierStep.Entry {
    func write(to writer: inout some FieldWriter) {
        writer.object("data") { event.write(to: &$0) }
        writer.put("on", ifPresent: on)
        writer.put("position", position)
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
    public func write(to writer: inout some FieldWriter) {
        writer.put("case", ifPresent: caseID)
        writer.put("detectedBy", code: detectedBy)
        writer.put("en", english)
        writer.array("evidence", count: evidence.count) { index, inner in
            inner.put("entry", evidence[index])
        }
        writer.put("exploratoryClaim", isExploratory)
        writer.put("ground", ground)
        writer.put("holds", holds)
        writer.put("on", ifPresent: on)
        writer.put("position", ifPresent: position)
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
        writer.array("evidence", count: evidence.count) { index, inner in
            inner.put("entry", evidence[index])
        }
        writer.put("influence", code: influence)
        writer.put("loss", code: loss)
        writer.put("since", since.description)
        writer.put("source", source)
    }
}

extension BackTrace {
    /// Writes the back-trace as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        if let adoption { writer.object("adoption") { adoption.writeEntry(to: &$0) } }
        writer.put("date", date.description)
        writer.put("decision", decision)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.put("lifelong", trigger != nil)
        if let triggerFault { writer.object("lifelongFault") { triggerFault.write(to: &$0) } }
        if let trigger { writer.object("lifelongTrigger") { trigger.write(to: &$0) } }
        writer.array("others", count: others.count) { index, inner in
            others[index].write(to: &inner)
        }
        writer.put(list: "overridingRules", overridingRules)
        writer.array("persons", count: persons.count) { index, inner in
            persons[index].write(to: &inner)
        }
    }
}

extension ResponsiblePerson {
    func write(to writer: inout some FieldWriter) {
        writer.put("basis", code: basis)
        writer.put("dissent", ifPresent: dissent)
        writer.array("evidence", count: evidence.count) { index, inner in
            inner.put("entry", evidence[index])
        }
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
        case .suspended(let post): if let post { writer.object("post") { post.write(to: &$0) } }
        case .left(let reason, let on):
            writer.put("on", on.description)
            writer.put("reason", code: reason)
        case .deceased(let on): writer.put("on", on.description)
        case .inService, .unknown: break
        }
        writer.put("state", code)
    }
}
