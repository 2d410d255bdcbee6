internal import Law
public import Records
public import Registry
public import Vocabulary
internal import Wording

extension ClockReading {
    /// Writes the clock as one object, for programs.
    func write(to writer: inout some FieldWriter) {
        writeMembers(
            to: &writer, level: nil, daysLeft: nil,
            explained: Text.inBoth { $0.explanation(of: self) })
    }

    fileprivate func writeMembers(
        to writer: inout some FieldWriter, level: DeadlineBoard.Level?, daysLeft: Int?,
        explained: (chinese: String, english: String)
    ) {
        writer.put("about", tag.description)
        writer.put("clock", clock)
        writer.put("daysLeft", ifPresent: daysLeft)
        writer.put("daysOver", ifPresent: daysOver)
        writer.put("due", ifPresent: due)
        writer.put("endedBy", ifPresent: end?.position)
        writer.put("endedOn", ifPresent: end?.on)
        writer.put("entry", start.position)
        writer.put("escalatedTo", ifPresent: escalatedTo?.code)
        writer.put("explanation", chinese: explained.chinese, english: explained.english)
        writer.put("fault", ifPresent: fault?.code)
        writer.put("level", ifPresentCode: level)
        writer.put("maximum", ifPresent: maximum)
        writer.put("nature", code: nature)
        writer.put("pausedSince", ifPresent: pausedSince)
        writer.put("person", ifPresent: start.person)
        writer.put("source", ifPresent: deadline?.source ?? fault?.source)
        writer.put("start", start.first.description)
        writer.put("state", stateCode)
        writer.put("subject", ifPresent: start.subject)
        writer.put("title", chinese: titleChinese, english: titleEnglish)
        writer.put("unit", ifPresent: start.unit)
    }
}

extension DeadlineBoard: Answer {
    public func write(to writer: inout some FieldWriter) { write(to: &writer, at: nil) }

    /// Written straight into its bytes: ten thousand clocks with their explanations are some seven
    /// megabytes.
    public func json(at standing: LedgerStanding) -> [UInt8] {
        ViewWriter.bytes { write(to: &$0, at: standing) }
    }

    /// Every clock with its explanation; the members sorted.
    private func write(to writer: inout some FieldWriter, at standing: LedgerStanding?) {
        writer.put("asOf", asOf.description)
        writer.object("counts") { counts.write(to: &$0) }
        writer.array("faults", count: faults.count) { index, inner in
            let (fault, count) = faults[index]
            let words = Text.inBoth { $0.sentence(of: fault) }
            inner.put("code", fault.code)
            inner.put("count", count)
            inner.put("message", chinese: words.chinese, english: words.english)
        }
        // Clocks of one kind and day are explained alike, and once.
        var explained: [ObjectIdentifier: (chinese: String, english: String)] = [:]
        writer.array("items", count: items.count) { index, inner in
            let item = items[index]
            let reading = item.reading
            let law = reading.explained
            let words =
                law.flatMap { explained[$0] }
                ?? Text.inBoth { $0.explanation(of: reading) }
            if let law { explained[law] = words }
            reading.writeMembers(
                to: &inner, level: item.level, daysLeft: item.daysLeft, explained: words)
        }
        writer.put("knownAt", ifPresent: knownAt?.description)
        writer.part("ledger", standing) { $0.write(to: &$1) }
        writer.more(more, next)
        writer.list("persons", persons) { $0.write(to: &$1) }
        writer.list("units", units) { $0.write(to: &$1) }
    }
}

extension DeadlineBoard.Counts {
    func write(to writer: inout some FieldWriter) {
        writer.put("dueSoon", self[.dueSoon])
        writer.put("escalated", self[.escalated])
        writer.put("indicative", self[.indicative])
        writer.put("later", self[.later])
        writer.put("minimum", self[.minimum])
        writer.put("overdue", overdue)
        writer.put("total", total)
        writer.put("undetermined", self[.undetermined])
    }
}

extension DeadlineBoard.Share {
    func write(to writer: inout some FieldWriter) {
        writer.object("counts") { counts.write(to: &$0) }
        writer.put("owner", owner)
    }
}

extension LawFault {
    /// Writes why the law gives no answer, for programs.
    func write(to writer: inout some FieldWriter) {
        writer.put("code", code)
        let words = Text.inBoth { $0.sentence(of: self) }
        writer.put("message", chinese: words.chinese, english: words.english)
    }
}
