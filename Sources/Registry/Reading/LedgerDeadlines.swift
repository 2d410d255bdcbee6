import Law
public import Records
import Store
import Vocabulary

extension Ledger {
    /// Every clock that runs on a day, by the stored view and what the log has added since; of a
    /// part of the board, those that are shown are those of their files.
    ///
    /// - Throws: ``LedgerFault/damagedView(_:)`` for a view that was altered.
    public func deadlines(
        at times: Times = Times(), selecting selection: DeadlineBoard.Selection = .init(),
        in window: ListWindow = .whole
    ) throws -> DeadlineBoard {
        let law = try law()
        let (day, knownAt) = (day(of: times), times.knownAt)
        return try read { reader in
            var clocks = ClockReader(law: law, asOf: day, knownAt: knownAt)
            var readings: [ClockReading] = []
            try eachClockLog(reader) { tag, log in
                readings += clocks.readings(of: log, under: tag)
            }
            var selection = selection
            if let unit = selection.unit {
                // What is overdue may come before it, for what sort of organ it is.
                let file: SubjectFile? = try FileReading(self, reader).view(unit)
                let name = file?.registration?.title
                selection.sorts = name.map { law.organSorts(ofUnitNamed: $0, on: day) } ?? []
            }
            let board = DeadlineBoard(
                readings, asOf: day, knownAt: knownAt, selecting: selection
            ).part(window.limit, after: window.after)
            if !reader.comparesLists() { try check(board, by: &clocks, reader) }
            return board
        }
    }

    /// Holds what a board shows against the files.
    private func check(
        _ board: DeadlineBoard, by clocks: inout ClockReader, _ reader: ProvenReader
    ) throws {
        let files = FileReading(self, reader)
        for (tag, items) in Dictionary(grouping: board.items, by: \.reading.tag) {
            var log = ClockLog()
            let trail = try files.trail(tag)
            // Only a newer program can say which clocks those start.
            if trail.contains(where: \.event.isOpaque) { continue }
            for event in trail { log.apply(event, under: tag) }
            let readings = clocks.readings(of: log.settled, under: tag)
            guard items.allSatisfy({ readings.contains($0.reading) }) else {
                throw LedgerFault.damagedView("\(ViewName.clock)/\(tag)")
            }
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
