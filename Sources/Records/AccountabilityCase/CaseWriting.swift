internal import Law
public import Vocabulary

extension CaseView {
    /// Writes the case as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("authority", ifPresent: opening?.fact.authority)
        writer.put("case", self.case)
        if let closing { writer.object("closing") { closing.writeEntry(to: &$0) } }
        writer.array("complaints", count: complaints.count) { index, inner in
            complaints[index].writeEntry(to: &inner)
        }
        writer.put("date", date.description)
        writer.put("decision", ifPresent: opening?.fact.decision)
        writer.array("experts", count: experts.count) { index, inner in
            experts[index].write(to: &inner)
        }
        writer.put(list: "grounds", opening?.fact.grounds ?? [])
        writer.array("investigators", count: investigators.count) { index, inner in
            investigators[index].writeEntry(to: &inner)
        }
        writer.put("knownAt", ifPresent: knownAt?.description)
        if let opening { writer.object("opening") { opening.writeEntry(to: &$0) } }
        writer.array("persons", count: persons.count) { index, inner in
            persons[index].write(to: &inner)
        }
        writer.array("recusals", count: recusals.count) { index, inner in
            recusals[index].writeEntry(to: &inner)
        }
        writer.put("state", code: state)
        writer.array("steps", count: steps.count) { index, inner in
            inner.put("on", ifPresent: steps[index].on)
            inner.put("position", steps[index].position)
            inner.put("subject", ifPresent: steps[index].subject)
            inner.put("type", steps[index].event.type.name)
        }
        writer.array("transfers", count: transfers.count) { index, inner in
            transfers[index].write(to: &inner)
        }
    }
}

extension CaseView.Expert {
    func write(to writer: inout some FieldWriter) {
        if let answer { writer.object("answer") { answer.writeEntry(to: &$0) } }
        writer.put("department", notice.fact.department)
        writer.put("expert", notice.fact.expert)
        writer.put("on", ifPresent: notice.on)
        writer.put("position", notice.position)
    }
}

extension CaseView.Transfer {
    func write(to writer: inout some FieldWriter) {
        writer.array("answers", count: answers.count) { index, inner in
            answers[index].writeEntry(to: &inner)
        }
        writer.put("on", ifPresent: fact.on)
        writer.put("organ", fact.fact.organ)
        writer.put("position", fact.position)
        writer.put("reason", code: fact.fact.reason)
        writer.put("subject", ifPresent: fact.fact.subject)
    }
}

extension CasePerson {
    func write(to writer: inout some FieldWriter) {
        writer.put("basis", ifPresentCode: naming.fact.responsibility)
        writer.array("benefitAdvice", count: benefitAdvice.count) { index, inner in
            benefitAdvice[index].writeEntry(to: &inner)
        }
        if let clearing { writer.object("clearing") { clearing.writeEntry(to: &$0) } }
        if let defence { writer.object("defence") { defence.write(to: &$0) } }
        writer.put("dissent", ifPresent: dissent)
        writer.array("findings", count: findings.count) { index, inner in
            findings[index].writeEntry(to: &inner)
        }
        writer.array("mitigations", count: mitigations.count) { index, inner in
            mitigations[index].writeEntry(to: &inner)
        }
        writer.object("naming") { naming.writeEntry(to: &$0) }
        if let notification {
            writer.object("notification") { notification.writeEntry(to: &$0) }
        }
        writer.put("opinion", ifPresentCode: naming.fact.opinion)
        writer.object("role") { naming.fact.role.write(to: &$0) }
        writer.array("sanctions", count: sanctions.count) { index, inner in
            sanctions[index].write(to: &inner)
        }
        writer.put("state", code: state)
        writer.put("subject", subject)
        writer.put("successor", ifPresent: successor)
        if let transfer { writer.object("transfer") { transfer.writeEntry(to: &$0) } }
        writer.object("whereabouts") { whereabouts.write(to: &$0) }
    }
}

extension CasePerson.Defence {
    func write(to writer: inout some FieldWriter) {
        switch self {
        case .heard(let fact):
            fact.writeEntry(to: &writer)
            writer.put("waived", false)
        case .waived(let fact):
            fact.writeEntry(to: &writer)
            writer.put("waived", true)
        }
    }
}
