/// Turns GB 18030-2022 into UTF-8, by ``GB18030Table``, in two fixed buffers.
///
/// A character may lie across any read of the source. The first byte sequence that is not a code of
/// the edition throws ``FileFault/notInEncoding(file:encoding:offset:)`` with the offset of its first
/// byte: a lone 80 or FF, a trail byte that cannot follow, a four-byte code that the edition leaves
/// unassigned (8431A530 to 8F39FE39, and after E3329A35). An end inside a character throws
/// ``FileFault/truncatedCharacter(file:encoding:offset:)``.
public final class GB18030Bytes: ByteSource {
    private static let size = 1 << 15
    private let source: any ByteSource
    private let name: String
    private let table = GB18030Table.edition2022
    private let input: UnsafeMutablePointer<UInt8>
    private let output: UnsafeMutablePointer<UInt8>
    private var inputCount = 0
    private var outputBegin = 0
    private var outputEnd = 0
    /// Bytes of the source that have become characters.
    private var converted = 0
    private var atEnd = false

    /// - Parameter name: the name that faults carry.
    public init(_ source: any ByteSource, name: String) {
        self.source = source
        self.name = name
        input = .allocate(capacity: Self.size)
        // A byte of GB18030 never becomes more than one and a half of UTF-8.
        output = .allocate(capacity: Self.size * 2)
    }

    deinit {
        input.deallocate()
        output.deallocate()
    }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
        while outputBegin == outputEnd {
            if atEnd { return 0 }
            try convert()
        }
        let count = min(buffer.count, outputEnd - outputBegin)
        buffer.copyMemory(from: UnsafeRawBufferPointer(start: output + outputBegin, count: count))
        outputBegin += count
        return count
    }

    /// Refills the input behind what is left of it, and converts as much as is whole.
    private func convert() throws(FileFault) {
        let room = UnsafeMutableRawBufferPointer(
            start: input + inputCount, count: Self.size - inputCount)
        let got = try source.read(into: room)
        if got == 0 {
            atEnd = true
            if inputCount > 0 {
                throw .truncatedCharacter(file: name, encoding: .gb18030, offset: converted)
            }
            return
        }
        inputCount += got
        let (taken, written, isSound) = characters()
        converted += taken
        if !isSound { throw .notInEncoding(file: name, encoding: .gb18030, offset: converted) }
        inputCount -= taken
        input.update(from: input + taken, count: inputCount)
        outputBegin = 0
        outputEnd = written
    }

    /// Converts the input up to its end, to a character that goes on behind it (at most three bytes
    /// of it are there), or to the first sequence that is no code.
    private func characters() -> (taken: Int, written: Int, isSound: Bool) {
        table.twoBytes.withUnsafeBufferPointer { twoBytes in
            table.fourBytes.withUnsafeBufferPointer { fourBytes in
                var from = 0
                var to = 0
                while from < inputCount {
                    let lead = input[from]
                    if lead < 0x80 {
                        copyASCII(&from, &to)
                        continue
                    }
                    if lead == 0x80 || lead == 0xFF { return (from, to, false) }
                    guard from + 1 < inputCount else { break }
                    let trail = input[from + 1]
                    if trail >= 0x40 {
                        let value =
                            twoBytes[
                                (Int(lead) &- 0x81) &* GB18030Table.trails &+ Int(trail) &- 0x40]
                        if value == 0 { return (from, to, false) }
                        write(UInt32(value), &to)
                        from += 2
                        continue
                    }
                    guard trail >= 0x30, trail <= 0x39 else { return (from, to, false) }
                    guard from + 2 < inputCount else { break }
                    let third = input[from + 2]
                    guard third >= 0x81, third <= 0xFE else { return (from, to, false) }
                    guard from + 3 < inputCount else { break }
                    let fourth = input[from + 3]
                    guard fourth >= 0x30, fourth <= 0x39 else { return (from, to, false) }
                    let number = GB18030Table.number(lead, trail, third, fourth)
                    let beyond = number - GB18030Table.firstBeyond
                    if number < fourBytes.count {
                        write(UInt32(fourBytes[number]), &to)
                    } else if beyond >= 0, beyond < 0x10_0000 {
                        write(UInt32(0x1_0000 + beyond), &to)
                    } else {
                        return (from, to, false)
                    }
                    from += 4
                }
                return (from, to, true)
            }
        }
    }

    /// Copies bytes below 0x80, eight at a time while all of them are.
    private func copyASCII(_ from: inout Int, _ to: inout Int) {
        while from + 8 <= inputCount {
            let word = UnsafeRawPointer(input + from).loadUnaligned(as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            UnsafeMutableRawPointer(output + to).storeBytes(of: word, as: UInt64.self)
            from += 8
            to += 8
        }
        while from < inputCount, input[from] < 0x80 {
            output[to] = input[from]
            from += 1
            to += 1
        }
    }

    @inline(__always)
    private func write(_ value: UInt32, _ to: inout Int) {
        let next = output + to
        func tail(_ shift: UInt32) -> UInt8 {
            UInt8(truncatingIfNeeded: value >> shift & 0x3F | 0x80)
        }
        if value >= 0x1_0000 {
            next[0] = UInt8(truncatingIfNeeded: value >> 18 | 0xF0)
            (next[1], next[2], next[3]) = (tail(12), tail(6), tail(0))
            to += 4
        } else if value >= 0x800 {
            next[0] = UInt8(truncatingIfNeeded: value >> 12 | 0xE0)
            (next[1], next[2]) = (tail(6), tail(0))
            to += 3
        } else {
            next[0] = UInt8(truncatingIfNeeded: value >> 6 | 0xC0)
            next[1] = tail(0)
            to += 2
        }
    }
}
