/// The proof of one entry in one file: a C2SP tlog-proof whose extra data is the entry's line.
///
///     c2sp.org/tlog-proof@v1
///     extra eyJhY3RvciI6…
///     index 5
///     o0vNF4knzr…
///
///     stele.example/east-banner/sha256
///     12
///     …
///
/// - Source: C2SP tlog-proof; "One entry, proven" in `schema/format.md`.
public struct TlogProof: Sendable {
    /// The entry's line, without its newline; not known to be one.
    public let line: [UInt8]
    public let index: Int
    /// The hashes beside the way from the leaf to the root, lowest first.
    public let path: [Digest]
    /// The signed note, as it stands; not known to be one.
    public let note: [UInt8]

    /// Larger files are none. Units: bytes.
    public static let maximumBytes = 4 << 20

    private static let head = "c2sp.org/tlog-proof@v1"
    private static let mostHashes = 63
    private static let newline: UInt8 = 0x0A

    /// - Precondition: `index` ≥ 0; `line` and `note` are what a ledger holds.
    public init(line: [UInt8], index: Int, path: [Digest], note: [UInt8]) {
        precondition(index >= 0, "a position is not negative")
        self.line = line
        self.index = index
        self.path = path
        self.note = note
    }

    /// Nil unless the bytes have this form; of line and note nothing is looked at.
    public init?(parsing bytes: [UInt8]) {
        guard bytes.count <= Self.maximumBytes else { return nil }
        var rest = bytes[...]
        func next() -> ArraySlice<UInt8>? {
            guard let end = rest.firstIndex(of: Self.newline) else { return nil }
            defer { rest = rest[(end + 1)...] }
            return rest[..<end]
        }
        func next(_ word: String) -> ArraySlice<UInt8>? {
            guard let found = next(), found.starts(with: word.utf8) else { return nil }
            return found.dropFirst(word.utf8.count)
        }
        guard let head = next(), head.elementsEqual(Self.head.utf8),
            let line = next("extra ").flatMap({ Base64.decode($0) }),
            let index = next("index ").flatMap(Self.number)
        else { return nil }
        var path: [Digest] = []
        while true {
            guard let hash = next() else { return nil }
            if hash.isEmpty { break }
            guard path.count < Self.mostHashes,
                let digest = Base64.decode(hash).flatMap({ Digest(bytes: $0) })
            else { return nil }
            path.append(digest)
        }
        self.line = line
        self.index = index
        self.path = path
        note = Array(rest)
    }

    /// As it is written to a file.
    public var bytes: [UInt8] {
        let lines =
            [Self.head, "extra " + Base64.encode(line), "index \(index)"]
            + path.map { Base64.encode($0.bytes) } + ["", ""]
        return Array(lines.joined(separator: "\n").utf8) + note
    }

    /// Decimal, without leading zeros, below 2^63.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.first != 0x30 || digits.count == 1
        else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
