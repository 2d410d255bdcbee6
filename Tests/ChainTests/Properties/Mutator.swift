/// Changes bytes in the ways that break parsers; the same seed gives the same changes for ever.
struct Mutator {
    private var state: UInt64
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]

    init(seed: UInt64, corpus: [[UInt8]], words: [[UInt8]]) {
        state = seed
        self.corpus = corpus
        self.words = words
    }

    /// The next of the corpus with up to four changes.
    mutating func next() -> [UInt8] {
        var bytes = corpus[below(corpus.count)]
        for _ in 0...below(4) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let at = below(bytes.count + 1)
        let until = min(bytes.count, at + below(12))
        switch below(9) {
        case 0 where at < bytes.count: bytes[at] ^= 1 << below(8)
        case 1 where at < bytes.count: bytes[at] = UInt8(below(256))
        case 2: bytes.removeSubrange(at..<until)
        case 3: bytes.insert(contentsOf: bytes[at..<until], at: at)
        case 4: bytes.removeSubrange(at...)
        case 5, 6: bytes.replaceSubrange(at..<at, with: words[below(words.count)])
        case 7: bytes.replaceSubrange(at..<until, with: words[below(words.count)])
        default:
            let other = corpus[below(corpus.count)]
            bytes.replaceSubrange(at..., with: other[below(other.count + 1)...])
        }
    }

    private mutating func below(_ bound: Int) -> Int { Int(random() % UInt64(bound)) }

    /// SplitMix64.
    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// What JSON is made of, and what it must not be made of.
    static let jsonWords: [[UInt8]] =
        [
            "\"", "\\", "\\u", "\\ud83d", "\\ude02", "\\ud83d\\ude02", "\\u0061", "\\u001f",
            "\\u001F", "\\n", "\\/", "\\b", "\\x", "{", "}", "[", "]", ":", ",", "-", "-0", "0",
            "01", "1.5", "1e5", "9007199254740991", "9007199254740992", "-9007199254740992",
            "123456789012345678901234567890", "true", "false", "null", "nul", "\"\":", "\"a\":1,",
            "\"sealed\":", "{\"sealed\":\"", " ", "\t", "\n", "\r\n", "\u{0}", "\u{1f}", "\u{7f}",
            "\u{FEFF}", "é", "e\u{301}", "中", "\u{E000}", "\u{FFFF}", "😂", "\u{10FFFF}",
        ].map { Array($0.utf8) }
        + [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xE0, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0x80], [0xE4, 0xB8], [0xC3],
            Array(repeating: 0x5B, count: 33),
        ]
}
