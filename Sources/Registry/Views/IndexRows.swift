import Chain
import Law
import Records
import Vocabulary

/// The index of one trail as the bytes of a row.
extension TrailIndex: RowContent {
    var viewBody: [UInt8] { ViewWriter.bytes(write) }

    /// It was made for an entry, so it has one.
    var isEmpty: Bool { false }

    static func reading(
        _ body: UnsafeRawBufferPointer, on tape: inout LineTape
    ) throws -> TrailIndex {
        try tape.parse(body)
        return try TrailIndex(from: CursorReader(tape.root))
    }
}

/// The clocks of one file as the bytes of a row.
extension ClockLog: RowContent {
    var viewBody: [UInt8] { ViewWriter.bytes(write) }

    static func reading(
        _ body: UnsafeRawBufferPointer, on tape: inout LineTape
    ) throws -> ClockLog {
        try tape.parse(body)
        return try ClockLog(from: CursorReader(tape.root))
    }
}
