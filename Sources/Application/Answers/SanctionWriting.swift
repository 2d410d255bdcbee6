internal import Law
public import Records
internal import Registry
public import Vocabulary

/// The life of one sanction, with what people call the person.
public struct SanctionAnswer: Answer {
    public let times: Times
    public let row: SanctionRow
    public let names: [SubjectID: String]

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        row.write(to: &writer)
    }
}

extension SanctionRegister: Answer {
    /// Writes the register as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("asOf", date.description)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.list("sanctions", rows) { $0.write(to: &$1) }
    }
}

extension SanctionRow {
    /// The measure as it is on the day; `imposed` holds it as it was given.
    func write(to writer: inout some FieldWriter) {
        writer.put("case", caseID)
        if let combination = life.combination {
            writer.put("combinedInto", combination.fact.sanction)
        }
        writer.array("compensations", count: life.compensations.count) { index, inner in
            life.compensations[index].writeEntry(to: &inner)
        }
        if let annulment = life.annulment {
            writer.object("annulment") { annulment.writeEntry(to: &$0) }
        }
        if let execution = life.execution {
            writer.object("execution") { execution.writeEntry(to: &$0) }
        }
        writer.put("family", code: life.measure.family)
        writer.put("imputed", life.imposed.isImputed)
        writer.object("imposed") { life.imposed.writeEntry(to: &$0) }
        writer.put("inEffect", isInEffect)
        writer.put("measure", code: life.measure)
        writer.put("months", ifPresent: life.months)
        writer.put("entry", life.imposed.position)
        if let service = life.service {
            writer.object("remedy") { inner in
                inner.put("open", ifPresent: isRemedyOpen)
                inner.put("entry", service.position)
                inner.put("route", service.fact.route)
                inner.put("on", ifPresent: service.on)
                inner.put("stage", ifPresent: service.fact.stage)
                inner.put("until", ifPresent: service.fact.remedyUntil)
            }
        }
        writer.object("reputation") { inner in
            inner.put("announcedTo", ifPresentCode: life.imposed.fact.announcedTo)
            inner.put("duty", restoration.code)
            switch restoration {
            case .none: break
            case .open(let until): inner.put("until", ifPresent: until)
            case .done(let on):
                inner.put("on", on.description)
                inner.put("range", ifPresentCode: life.restoration?.fact.range)
            }
        }
        writer.put("sanction", sanction)
        writer.put("since", life.since.description)
        writer.put("state", code: state)
        writer.put("subject", subject)
        life.term.write(to: &writer)
        writer.put("unit", ifPresent: unit)
        writer.put("lastDay", ifPresent: life.lastDay)
        writer.array("variations", count: life.variations.count) { index, inner in
            life.variations[index].writeEntry(to: &inner)
        }
    }
}
