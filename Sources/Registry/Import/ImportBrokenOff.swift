import Store

/// An import that did not come to its end: what it had taken in by then is durable, and repeating it
/// goes on from there.
public struct ImportBrokenOff: Error {
    /// Why it ended.
    public let reason: any Error
    /// Rows that were settled: taken in, refused or already there.
    public let rows: Int
    /// Entries that were appended.
    public let entries: Int
    /// Whether every row was settled, and only what comes afterwards failed.
    public let isComplete: Bool

    /// Nil where nothing was taken in, or where nobody can tell how much.
    public init?(_ reason: any Error, rows: Int, entries: Int, isComplete: Bool) {
        guard entries > 0 || isComplete else { return nil }
        if case LedgerFault.unknownOutcome = reason { return nil }
        if case StoreFault.unknownOutcome = reason { return nil }
        self.reason = reason
        self.rows = rows
        self.entries = entries
        self.isComplete = isComplete
    }
}
