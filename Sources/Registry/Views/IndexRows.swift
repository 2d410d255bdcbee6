import Chain
import Records

/// The index of one subject or case as the bytes of a row; the same content gives the same bytes
/// (I7).
extension TrailIndex {
    var viewBody: [UInt8] { ViewWriter.bytes(of: self) }

    static func reading(_ body: UnsafeRawBufferPointer) throws -> TrailIndex {
        // A row may be larger than an entry, and is read with limits of its own.
        var tape = LineTape(limits: .file)
        try tape.parse(body)
        return try TrailIndex(from: CursorReader(tape.root))
    }
}
