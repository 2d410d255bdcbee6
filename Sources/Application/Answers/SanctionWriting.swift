internal import Law
public import Records
public import Registry
public import Vocabulary

/// The life of one sanction.
public struct SanctionAnswer: Answer {
    public let times: Times
    public let row: SanctionRow
    /// What about it cannot be as it stands, or should not have been.
    public let marks: [Caution]
    /// Whence its case is recorded, where no organ here conducts it.
    public let elsewhere: RecordedElsewhere?

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.part("recordedElsewhere", elsewhere) { $0.write(to: &$1) }
        writer.put(marks: marks)
        row.write(to: &writer)
    }
}

extension RecordedElsewhere {
    func write(to writer: inout some FieldWriter) {
        writer.put("case", self.case)
        writer.put("entry", position)
        writer.put("instrument", ifPresent: instrument)
    }
}

extension SanctionRegister: Answer {
    /// Writes the register as one object, for programs.
    public func write(to writer: inout some FieldWriter) {
        writer.put("asOf", date.description)
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.more(more, next)
        writer.list("sanctions", rows) { $0.write(to: &$1) }
    }
}

extension SanctionRow {
    /// The measure as it is on the day; `imposed` holds it as it was given.
    func write(to writer: inout some FieldWriter) {
        writer.put("absorbedInto", ifPresent: life.absorption?.fact.sanction)
        writer.put(bars: effects)
        writer.put("case", caseID)
        writer.put("combinedInto", ifPresent: life.combination?.fact.sanction)
        writer.put("compensations", entries: life.compensations)
        writer.put("annulment", entry: life.annulment)
        writer.put("execution", entry: life.execution)
        writer.put("family", code: life.measure.family)
        writer.put("imputed", life.imposed.isImputed)
        writer.put("precision", life.imposed.precision)
        writer.put("imposed", entry: life.imposed)
        writer.put("inEffect", isInEffect)
        writer.put("measure", code: life.measure)
        writer.put("months", ifPresent: life.months)
        writer.put("entry", life.imposed.position)
        writer.entry("remedy", life.service) { fact, inner in
            inner.part("fault", remedyFault) { $0.write(to: &$1) }
            inner.put("open", ifPresent: isRemedyOpen)
            inner.put("route", fact.route)
            inner.put("stage", ifPresent: fact.stage)
            inner.put("until", ifPresent: remedyUntil)
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
        if !settings.isEmpty {
            writer.put("settings", settings.map(\.code))
        }
        writer.put(life.isUndated ? "latest" : "since", life.runsSince.description)
        writer.put("state", code: state)
        writer.put("subject", subject)
        life.term.write(to: &writer)
        writer.part("termFault", life.termFault) { $0.write(to: &$1) }
        writer.put("unit", ifPresent: unit)
        writer.put("lastDay", ifPresent: life.lastDay)
        if !life.rectifications.isEmpty {
            writer.put("rectifications", entries: life.rectifications)
        }
        if let remainder = life.remainder {
            writer.object("remainder") { inner in
                inner.put("sanction", remainder.sanction)
                inner.put("until", remainder.until.description)
            }
        }
        if !life.ratifications.isEmpty {
            writer.put("ratifications", entries: life.ratifications)
        }
        writer.put("replacedBy", ifPresent: life.replacement?.fact.sanction)
        writer.put("variations", entries: life.variations)
    }
}
