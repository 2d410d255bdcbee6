import Chain

/// Of a checkpoint what is needed later: what it says, or why it does not count. However large the
/// note is, this is small.
struct KeptCheckpoint {
    /// Its file: relative to the bundle, or as it was given.
    let place: String
    /// Whether it was kept away from the bundle.
    let isOutside: Bool
    /// Why it does not count; the first in order of precedence.
    var fault: Damage.Kind?
    /// The origin that one of another ledger names, believed or not; its first characters.
    private(set) var claims: String?
    private(set) var said: Said?

    /// What a checkpoint that counts says.
    struct Said {
        var size: Int
        var root: Digest
        /// When it was signed, if it says so.
        var at: String?
    }

    /// How much of a foreign origin is shown. Units: characters.
    private static let shownOrigin = 200

    /// - Parameters:
    ///   - key: The key that is trusted; nil if there is none.
    ///   - origin: The ledger's; nil if entry 0 does not say.
    init(
        _ note: [UInt8], place: String, isOutside: Bool, key: VerificationKey?, origin: String?
    ) {
        self.place = place
        self.isOutside = isOutside
        guard !note.hasCarriageReturns else {
            fault = .checkpointLineEnds
            return
        }
        guard let signed = try? SignedNote(parsing: note),
            let checkpoint = try? Checkpoint(parsing: signed.text)
        else {
            fault = .checkpointMalformed
            return
        }
        if let expected = origin ?? key?.name, !checkpoint.origin.utf8.elementsEqual(expected.utf8)
        {
            fault = .checkpointOrigin
            claims = String(
                String.UnicodeScalarView(
                    checkpoint.origin.unicodeScalars.prefix(Self.shownOrigin)))
            return
        }
        guard let key, (try? signed.verify(trusting: [key])) != nil,
            key.name.utf8.elementsEqual(checkpoint.origin.utf8)
        else {
            fault = .checkpointSignature
            return
        }
        guard isOutside || place == Self.place(of: checkpoint.size) else {
            fault = .checkpointName
            return
        }
        said = Said(size: checkpoint.size, root: checkpoint.root, at: Self.at(checkpoint))
    }

    /// The file of the bundle in which a checkpoint of a size lies.
    private static func place(of size: Int) -> String {
        let digits = String(size)
        return "checkpoints/" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
            + ".note"
    }

    /// When it was made, if it says so.
    private static func at(_ checkpoint: Checkpoint) -> String? {
        let lead = "at ".utf8
        guard let line = checkpoint.extensions.first(where: { $0.utf8.starts(with: lead) }) else {
            return nil
        }
        let at = String(Substring(line.utf8.dropFirst(lead.count)))
        return EntrySyntax.isInstant(at) ? at : nil
    }
}

extension [UInt8] {
    /// Whether a line ends in CR LF, as mail programs and editors make it.
    var hasCarriageReturns: Bool {
        indices.dropFirst().contains { self[$0] == 0x0A && self[$0 - 1] == 0x0D }
    }
}
