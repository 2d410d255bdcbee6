import Chain
public import Law
public import Records
import Store
import Vocabulary

extension Ledger {
    /// Every clock that runs on a day: the stored view, and what the log has added since.
    ///
    /// - Parameters:
    ///   - asOf: Nil: today, or the day of `knownAt`.
    ///   - knownAt: By what was recorded, and what was law, up to that moment; nil: by all there is.
    /// - Throws: ``LedgerFault/damagedView(_:)`` for a view that was altered.
    public func deadlines(
        asOf: CalendarDate? = nil, knownAt: Instant? = nil,
        selecting selection: DeadlineBoard.Selection = .init()
    ) throws -> DeadlineBoard {
        let law = try law()
        let day = day(asOf, knownAt)
        return try store.read { reader in
            var clocks = ClockReader(law: law, asOf: day, knownAt: knownAt)
            var readings: [ClockReading] = []
            try eachClockLog(reader) { tag, log in
                readings += clocks.readings(of: log, under: tag)
            }
            return DeadlineBoard(readings, asOf: day, knownAt: knownAt, selecting: selection)
        }
    }

    /// The day that is asked about. One asked for by what was known then is judged by the day it
    /// was known on, so that the answer never changes (D2 25).
    public func day(_ asOf: CalendarDate?, _ knownAt: Instant?) -> CalendarDate {
        asOf ?? self.day(of: knownAt)
    }

    func eachClockLog(_ reader: any StoreReader, _ use: (Tag, ClockLog) throws -> Void) throws {
        let followed = try Projector.followed(ViewName.clock, in: reader) ?? 0
        let size = try reader.size()
        guard followed <= size else { throw LedgerFault.damagedView(ViewName.clock) }
        // Clocks of a kind that whoever made the view did not know are nowhere but in the log.
        let isOutgrown = try UnknownKinds.stored(in: reader).isOutgrown(by: duties)
        let from = isOutgrown ? 0 : followed
        var added =
            from < size
            ? try Fold.over(from..<size, of: reader, in: duties, progress: { _ in }).clocks
                .partials
            : [:]
        var digest = DigestContext(identity.suite)
        var tape = LineTape(limits: .file)
        var tally = ViewTally()
        try reader.scanView(ViewName.clock) { key, position, row in
            tally.add(row)
            let body = CheckedRow.open(
                row, view: ViewName.clock, key: key, position: position, using: &digest)
            guard let body, let tag = Tag(key),
                var log = try? ClockLog.reading(body, on: &tape)
            else { throw LedgerFault.damagedView(ViewName.clock) }
            if isOutgrown { return }
            if !added.isEmpty, let more = added.removeValue(forKey: key) {
                log.merge(more.content)
            }
            try use(tag, log)
        }
        // A row that was taken out must not make a deadline unseen.
        let stored = try reader.fact(ViewTally.factName(of: ViewName.clock))
        guard (stored ?? ViewTally().text(at: 0)) == tally.text(at: followed) else {
            throw LedgerFault.damagedView(ViewName.clock)
        }
        for (key, partial) in added where !partial.content.isEmpty {
            guard let tag = Tag(key) else { throw LedgerFault.damagedView(ViewName.clock) }
            try use(tag, partial.content)
        }
    }
}
