import Chain
public import Law
public import Records
import Vocabulary

extension Ledger {
    /// The deadline board as one canonical object, written straight into its bytes: ten thousand
    /// clocks with their explanations are some seven megabytes.
    public func deadlinesJSON(
        asOf: CalendarDate? = nil, knownAt: Instant? = nil,
        selecting selection: DeadlineBoard.Selection = .init()
    ) throws -> [UInt8] {
        let board = try deadlines(asOf: asOf, knownAt: knownAt, selecting: selection)
        return ViewWriter.bytes { board.write(to: &$0) }
    }
}
