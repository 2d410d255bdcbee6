import Foundation
import TestSupport
import Testing

@Suite("I8: a bit that flips anywhere in the file is found, or is proven to carry nothing")
struct RawFlipTests {
    /// Seeds of one run each, so that a failure names where to look.
    static let seeds = ProcessInfo.processInfo.environment["STELE_FAST"] == nil ? 0..<8 : 0..<1
    private static let flipsPerSeed = 25

    @Test("never a crash, never sound over an altered row", arguments: seeds)
    func flips(seed: Int) throws {
        let original = try UnderAttack.ledger(seed % 2 == 0 ? "sha256" : "sm3")
        let rows = try Outsider.contents(of: original)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: original))
        var random = SeededNumbers(seed)
        for _ in 0..<Self.flipsPerSeed {
            // Half of a page may be empty; a byte that is not zero is one that says something.
            var offset = random.below(bytes.count)
            for _ in 0..<20 where bytes[offset] == 0 { offset = random.below(bytes.count) }
            let bit = UInt8(1) << random.below(8)
            try flip(bit, at: offset, of: bytes, rows: rows)
        }
    }

    @Test("every byte of the file's header")
    func header() throws {
        let original = try UnderAttack.ledger("sha256")
        let rows = try Outsider.contents(of: original)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: original))
        for offset in 0..<100 { try flip(1 << (offset % 8), at: offset, of: bytes, rows: rows) }
    }

    private func flip(_ bit: UInt8, at offset: Int, of bytes: Data, rows: [String]) throws {
        let scratch = try Scratch()
        var bytes = bytes
        bytes[offset] ^= bit
        let ledger = try scratch.write("ledger", bytes)
        let (end, answer) = try BuiltProgram.stele.verify(ledger)
        let place = "bit \(bit) of byte \(offset)"
        #expect(end.signal == nil && !end.timedOut, "\(place): \(end.errorText.prefix(300))")
        switch end.status {
        case 0:
            let read = try? Outsider.contents(of: ledger)
            #expect(read == rows, "\(place): sound, and rows differ")
        case 1: #expect(answer.map { !$0.sound } ?? !end.errorText.isEmpty, "\(place)")
        // Its first bytes no longer say that it is one of ours, or say that it is newer.
        case 65: #expect(offset < 100 && !end.errorText.isEmpty, "\(place): \(end.errorText)")
        default: Issue.record("\(place): \(end.status ?? -1) \(end.errorText)")
        }
    }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededNumbers {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(limit))
    }
}
