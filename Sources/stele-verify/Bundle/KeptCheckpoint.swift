import Chain

/// A checkpoint to compare the entries with, and what its signature says.
struct KeptCheckpoint {
    /// Its file: relative to the bundle, or as it was given.
    var place: String
    /// Whether it was kept away from the bundle.
    var isOutside: Bool
    var verdict: Result<Checkpoint, Fault>
    /// The origin it names, believed or not.
    var claimedOrigin: String?

    struct Fault: Error {
        var kind: Damage.Kind
    }

    /// - Parameters:
    ///   - key: The key that is trusted; nil if there is none.
    ///   - origin: The ledger's; nil if entry 0 does not say.
    init(
        _ note: [UInt8], place: String, isOutside: Bool, key: VerificationKey?, origin: String?
    ) {
        self.place = place
        self.isOutside = isOutside
        let text = (try? SignedNote(parsing: note))?.text
        claimedOrigin = text.flatMap { (try? Checkpoint(parsing: $0))?.origin }
        verdict = Result { () throws(Fault) in
            try Self.open(note, key, origin, isOutside ? nil : place)
        }
    }

    private static func open(
        _ note: [UInt8], _ key: VerificationKey?, _ origin: String?, _ place: String?
    ) throws(Fault) -> Checkpoint {
        guard let key else { throw Fault(kind: .checkpointSignature) }
        let checkpoint: Checkpoint
        do {
            checkpoint = try Checkpoint.open(note, trusting: [key])
        } catch CheckpointFault.notSignedByOrigin {
            throw Fault(kind: .checkpointOrigin)
        } catch {
            throw Fault(kind: .checkpointSignature)
        }
        if let origin, !checkpoint.origin.utf8.elementsEqual(origin.utf8) {
            throw Fault(kind: .checkpointOrigin)
        }
        if let place, place != Self.place(of: checkpoint.size) {
            throw Fault(kind: .checkpointName)
        }
        return checkpoint
    }

    /// The file of the bundle in which a checkpoint of a size lies.
    static func place(of size: Int) -> String {
        let digits = String(size)
        return "checkpoints/" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
            + ".note"
    }

    /// When it was made, if it says so.
    static func at(_ checkpoint: Checkpoint) -> String? {
        checkpoint.extensions.first { $0.hasPrefix("at ") }.map { String($0.dropFirst(3)) }
    }
}
