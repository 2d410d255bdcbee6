import Chain

/// What entry 0 says: which ledger, which suite, whose key.
struct Creation {
    static let format = 1

    var origin: String
    var suite: Suite
    var key: VerificationKey

    /// What the first line of a bundle shows.
    enum Outcome {
        case found(Creation)
        /// It is an entry, but no creation.
        case notCreation
        /// It is of a format that this program does not know.
        case newerFormat
        /// It is not entry 0 at all; the walk tells why.
        case unreadable
    }

    static func read(_ line: UnsafeRawBufferPointer) -> Outcome {
        var tape = LineTape()
        guard line.count <= LineReader.longestLine,
            let entry = try? EntryView.read(line, tape: &tape), entry.seq == 0
        else { return .unreadable }
        let data = entry.data
        guard entry.type == "ledger.created.v1", let format = data["format"]?.integer else {
            return .notCreation
        }
        guard format == Self.format else { return .newerFormat }
        guard let origin = data["origin"]?.string,
            let suite = data["suite"]?.string.flatMap(Suite.init(rawValue:)),
            let vkey = data["publicKey"]?.string, let key = try? VerificationKey(vkey: vkey),
            key.suite == suite, key.name.utf8.elementsEqual(origin.utf8)
        else { return .notCreation }
        return .found(Creation(origin: origin, suite: suite, key: key))
    }
}
