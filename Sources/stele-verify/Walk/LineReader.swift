import Chain
import Glibc

/// Reads a file in chunks of whole lines, in constant memory.
struct LineReader: ~Copyable {
    /// No entry is longer. Units: bytes.
    static let longestLine = JSONLimits.entry.bytes
    private static let capacity = 8 << 20

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
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadFault(path) }
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
    private let path: String
    private let batches: [LineBatch]

    init(_ path: String, suite: Suite, cores: Int) {
        self.path = path
        batches = (0..<max(1, cores)).map { _ in LineBatch(suite) }
    }

    /// - Parameter body: Gets each line's facts, the tags of its batch, and the chunk the tags lie
    ///   in; `isCutShort` for a last line without a newline.
    func forEach(
        _ body: (
            _ line: LineFacts, _ tags: [TagFact], _ chunk: UnsafeRawBufferPointer,
            _ isCutShort: Bool
        ) -> Void
    ) throws(ReadFault) {
        var reader = try LineReader(path)
        while let chunk = try reader.next() {
            Self.read(chunk, into: batches)
            let last = batches.lastIndex { !$0.lines.isEmpty }
            for (number, batch) in batches.enumerated() {
                let final = reader.isCutShort && number == last ? batch.lines.count - 1 : -1
                for (index, line) in batch.lines.enumerated() {
                    body(line, batch.tags, chunk, index == final)
                }
            }
        }
    }

    /// Cuts the chunk at line ends into as many parts as there are batches.
    private static func read(_ chunk: UnsafeRawBufferPointer, into batches: [LineBatch]) {
        var ends = [0]
        for part in 1..<batches.count {
            let aim = max(ends[part - 1], chunk.count / batches.count * part)
            let end = LineReader.newline(in: chunk, from: aim, to: chunk.count)
            ends.append(min(end + 1, chunk.count))
        }
        ends.append(chunk.count)
        // Each iteration touches its own batch; the chunk is only read.
        nonisolated(unsafe) let work = (chunk, batches)
        let bounds = ends
        concurrently(batches.count) { index in
            work.1[index].read(bounds[index]..<bounds[index + 1], of: work.0)
        }
    }
}
