import Chain
import Glibc

/// Reads a file in chunks of whole lines, in constant memory.
struct LineReader: ~Copyable {
    /// No entry is longer. Units: bytes.
    static let longestLine = JSONLimits.entry.bytes
    private static let capacity = 2 << 20

    /// Whether the last line of the chunk before the end of the file had no newline.
    private(set) var isCutShort = false
    private let path: String
    private let descriptor: Int32
    private let buffer: UnsafeMutableRawBufferPointer
    private var filled = 0
    private var taken = 0
    private var isAtEnd = false

    init(_ path: String) throws(ReadFault) {
        self.path = path
        descriptor = try RegularFile.open(path)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        // One byte more, for the newline that a file cut short lacks.
        buffer = .allocate(byteCount: Self.capacity + 1, alignment: 16)
    }

    deinit {
        buffer.deallocate()
        close(descriptor)
    }

    /// The next whole lines, each with its newline; nil after the last. Good until the next call.
    ///
    /// Of a line longer than the buffer only the beginning is kept, more of it than an entry can
    /// have, so that it is still seen to be too long. A last line without a newline gets one.
    mutating func next() throws(ReadFault) -> UnsafeRawBufferPointer? {
        if taken > 0, let base = buffer.baseAddress {
            base.copyMemory(from: base + taken, byteCount: filled - taken)
            filled -= taken
            taken = 0
        }
        while true {
            try fill()
            if let end = lastNewline() {
                taken = end + 1
                return UnsafeRawBufferPointer(rebasing: buffer[..<taken])
            }
            if isAtEnd {
                guard filled > 0 else { return nil }
                isCutShort = true
                buffer[filled] = 0x0A
                taken = filled + 1
                filled = taken
                return UnsafeRawBufferPointer(rebasing: buffer[..<taken])
            }
            filled = Self.longestLine + 1
        }
    }

    private mutating func fill() throws(ReadFault) {
        while filled < Self.capacity, !isAtEnd {
            let count = read(descriptor, buffer.baseAddress! + filled, Self.capacity - filled)
            if count < 0 {
                if errno == EINTR { continue }
                throw ReadFault(path)
            }
            filled += count
            isAtEnd = count == 0
        }
    }

    private func lastNewline() -> Int? {
        var at = filled - 1
        while at >= 0, buffer[at] != 0x0A { at -= 1 }
        return at < 0 ? nil : at
    }

    /// Where the first newline from `start` on is; `end` if there is none.
    static func newline(in chunk: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        guard let base = chunk.baseAddress, start < end,
            let found = memchr(base + start, 0x0A, end - start)
        else { return end }
        return UnsafeRawPointer(found) - base
    }
}

/// Goes through all lines of a file in order; several cores read, one walks.
struct LineSource: ~Copyable {
    /// So many lines are read before they are walked, whatever their length.
    private static let linesAtOnce = 1 << 14
    /// More would keep more memory and nothing else.
    private static let mostCores = 8

    private let path: String
    private let batches: [LineBatch]

    init(_ path: String, suite: Suite, cores: Int) {
        self.path = path
        batches = (0..<min(max(1, cores), Self.mostCores)).map { _ in LineBatch(suite) }
    }

    /// - Parameter body: Gets each line's facts, the tags of its batch, and the chunk the tags lie
    ///   in; `isCutShort` for a last line without a newline. Says whether to go on.
    func forEach(
        _ body: (
            _ line: LineFacts, _ tags: [TagFact], _ chunk: UnsafeRawBufferPointer,
            _ isCutShort: Bool
        ) -> Bool
    ) throws(ReadFault) {
        var reader = try LineReader(path)
        while let chunk = try reader.next() {
            var start = 0
            while start < chunk.count {
                let end = Self.end(of: chunk, from: start)
                Self.read(start..<end, of: chunk, into: batches)
                let isLast = reader.isCutShort && end == chunk.count
                let last = isLast ? batches.lastIndex { !$0.lines.isEmpty } : nil
                for (number, batch) in batches.enumerated() {
                    let final = number == last ? batch.lines.count - 1 : -1
                    for (index, line) in batch.lines.enumerated() {
                        guard body(line, batch.tags, chunk, index == final) else { return }
                    }
                }
                start = end
            }
        }
    }

    /// Where the lines end that are read at once.
    private static func end(of chunk: UnsafeRawBufferPointer, from start: Int) -> Int {
        var end = start
        for _ in 0..<linesAtOnce where end < chunk.count {
            end = LineReader.newline(in: chunk, from: end, to: chunk.count) + 1
        }
        return min(end, chunk.count)
    }

    /// Cuts the range at line ends into as many parts as there are batches.
    private static func read(
        _ range: Range<Int>, of chunk: UnsafeRawBufferPointer, into batches: [LineBatch]
    ) {
        var ends = [range.lowerBound]
        for part in 1..<batches.count {
            let aim = max(ends[part - 1], range.lowerBound + range.count / batches.count * part)
            let end = LineReader.newline(in: chunk, from: aim, to: range.upperBound)
            ends.append(min(end + 1, range.upperBound))
        }
        ends.append(range.upperBound)
        // Each iteration touches its own batch; the chunk is only read.
        nonisolated(unsafe) let work = (chunk, batches)
        let bounds = ends
        concurrently(batches.count) { index in
            work.1[index].read(bounds[index]..<bounds[index + 1], of: work.0)
        }
    }
}
