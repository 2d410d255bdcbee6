import Store

/// An order-free fingerprint that shows whether the tag chains and the head table fit together,
/// in constant memory and in parallel.
///
/// For every tag t at position s with back-pointer p (−1 when it is the first) the tally adds
/// F(t, s) − F(t, p) + G(t); for every head (t, last, count) it subtracts
/// F(t, last) − F(t, −1) + count · G(t). F and G are SipHash under a key drawn for this run, so
/// whoever altered the ledger could not aim for a cancellation.
///
/// The sum is zero exactly when, for each tag, every occurrence is pointed at once (by the next
/// occurrence or by the head), one chain starts at −1, and the counts agree. Back-pointers point
/// backwards (checked line by line), so that is one unbroken chain through all occurrences in
/// order: nothing left out of a trail, nothing slipped into it.
struct Tally: Sendable {
    /// Drawn at random for one run; the same for every worker of that run.
    struct Key: Sendable {
        let high: UInt64
        let low: UInt64

        /// From the system's randomness: a key that could be foreseen would let damage be aimed.
        init() {
            var random = SystemRandomNumberGenerator()
            high = random.next()
            low = random.next()
        }

        /// What everything hashed in the run begins with.
        var seed: Hasher {
            var hasher = Hasher()
            hasher.combine(high)
            hasher.combine(low)
            return hasher
        }
    }

    private let seed: Hasher
    private(set) var sum: UInt64 = 0

    init(_ key: Key) {
        seed = key.seed
    }

    var isBalanced: Bool { sum == 0 }

    @inline(__always)
    mutating func addOccurrence(
        of tag: UnsafeRawBufferPointer, at position: Int, after previous: Int?
    ) {
        let marked = mark(tag)
        sum &+= place(marked, position) &- place(marked, previous ?? -1) &+ place(marked, -2)
    }

    mutating func subtractHead(_ tag: UnsafeRawBufferPointer, _ head: TagHead) {
        let marked = mark(tag)
        sum &-= place(marked, head.last) &- place(marked, -1)
        sum &-= UInt64(bitPattern: Int64(head.count)) &* place(marked, -2)
    }

    /// Adds (or, for the stored side, subtracts) one delivered-row span.
    mutating func addSpan(_ key: UnsafeRawBufferPointer, position: Int, count: Int) {
        sum &+= span(key, position, count)
    }

    mutating func subtractSpan(_ key: UnsafeRawBufferPointer, position: Int, count: Int) {
        sum &-= span(key, position, count)
    }

    mutating func add(_ other: Tally) { sum &+= other.sum }

    @inline(__always)
    private func mark(_ bytes: UnsafeRawBufferPointer) -> Hasher {
        var hasher = seed
        hasher.combine(bytes: bytes)
        return hasher
    }

    @inline(__always)
    private func place(_ marked: Hasher, _ position: Int) -> UInt64 {
        var hasher = marked
        hasher.combine(position)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    private func span(_ key: UnsafeRawBufferPointer, _ position: Int, _ count: Int) -> UInt64 {
        var hasher = mark(key)
        hasher.combine(position)
        hasher.combine(count)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
