import Chain
import Store

extension StoreReader {
    /// A stored tile; nil if it is not there or its table is too broken to be read.
    func readableTile(_ address: TileAddress) throws -> [UInt8]? {
        do throws(StoreFault) {
            return try tile(address)
        } catch {
            if case .malformed = error { return nil }
            throw error
        }
    }

    /// Lends every line in `range` that can be read, in ascending order. Where the file's own
    /// structure is broken, the rest is asked for one by one; what cannot be read shows as a gap.
    func scanReadable(
        _ range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var next = range.lowerBound
        do {
            try scan(range) { position, line in
                // A broken index may lead anywhere.
                guard position >= next, position < range.upperBound else {
                    throw StoreFault.malformed(detail: "entry \(position) lies out of order")
                }
                next = position + 1
                try body(position, line)
            }
        } catch StoreFault.malformed {
            for position in next..<range.upperBound {
                do {
                    try withLine(at: position) { try body(position, $0) }
                } catch StoreFault.malformed {}
            }
        }
    }
}

extension Audit {
    /// Runs a comparison; a table too broken to be read is damage, and the others are still compared.
    mutating func compare(_ table: String, _ body: (inout Audit) throws -> Void) throws {
        do {
            try body(&self)
        } catch StoreFault.malformed(let detail) {
            damages.append(Damage(.structure, place: "\(table): \(detail)"))
        }
    }
}
