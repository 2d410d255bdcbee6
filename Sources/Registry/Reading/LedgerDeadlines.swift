import Law
public import Records
import Store
import Vocabulary

extension Ledger {
    /// Every clock that runs on a day: the stored view, and what the log has added since.
    ///
    /// - Throws: ``LedgerFault/damagedView(_:)`` for a view that was altered.
    public func deadlines(
        at times: Times = Times(), selecting selection: DeadlineBoard.Selection = .init()
    ) throws -> DeadlineBoard {
        let law = try law()
        let (day, knownAt) = (day(of: times), times.knownAt)
        return try read { reader in
            var clocks = ClockReader(law: law, asOf: day, knownAt: knownAt)
            var readings: [ClockReading] = []
            try eachClockLog(reader) { tag, log in
                readings += clocks.readings(of: log, under: tag)
            }
            return DeadlineBoard(readings, asOf: day, knownAt: knownAt, selecting: selection)
        }
    }

    func eachClockLog(
        _ reader: ProvenReader, _ use: (Tag, ClockLog) throws -> Void
    ) throws {
        let view = ViewName.clock
        let followed = try Projector.followed(view, in: reader) ?? 0
        try eachRow(of: view, \.clocks, following: followed, reader) { key, log in
            guard let tag = Tag(key) else { throw LedgerFault.damagedView(view) }
            try use(tag, log)
        }
    }
}
