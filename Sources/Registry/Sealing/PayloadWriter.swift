import Chain
import Records

/// Writes an event's fields as a canonical object and seals what must not be read by outsiders.
///
/// A clear value becomes a commitment under a fresh salt; the value and its salt are collected as
/// openings for the vault.
struct PayloadWriter: FieldWriter {
    private(set) var object = CanonicalObject()
    private(set) var openings: [Opening] = []
    private let seal: DigestSeal
    private let subject: String?
    private let path: String

    init(_ seal: DigestSeal, subject: String? = nil, path: String = "") {
        self.seal = seal
        self.subject = subject
        self.path = path
    }

    mutating func put(_ name: String, _ value: String) { object.set(name, value) }

    mutating func put(_ name: String, _ value: Int) { object.set(name, value) }

    mutating func put(_ name: String, _ value: Bool) { object.set(name, value) }

    mutating func put(_ name: String, _ value: [String]) { object.set(name, value) }

    mutating func put(_ name: String, _ value: Sealed) {
        switch value {
        case .commitment(let hex):
            put(name, commitment: hex)
        case .clear(let text):
            let (opening, commitment) = seal.close(text, path: path + name, subject: subject)
            openings.append(opening)
            put(name, commitment: commitment.hex)
        }
    }

    mutating func object(_ name: String, _ body: (inout PayloadWriter) -> Void) {
        var inner = PayloadWriter(seal, subject: subject, path: path + name + ".")
        body(&inner)
        object.set(name, inner.object)
        openings += inner.openings
    }

    mutating func array(_ name: String, count: Int, _ body: (Int, inout PayloadWriter) -> Void) {
        var elements: [CanonicalObject] = []
        elements.reserveCapacity(count)
        for index in 0..<count {
            var inner = PayloadWriter(seal, subject: subject, path: "\(path)\(name).\(index).")
            body(index, &inner)
            elements.append(inner.object)
            openings += inner.openings
        }
        object.set(name, elements)
    }

    private mutating func put(_ name: String, commitment hex: String) {
        var commitment = CanonicalObject()
        commitment.set("sealed", hex)
        object.set(name, commitment)
    }
}

/// Closes values into commitments, with salts from the randomness it was given (I6).
final class DigestSeal {
    /// Every salt has this length, so that where it ends and the value begins is not open to doubt.
    static let saltBytes = 16

    private var digest: DigestContext
    private var random: any RandomNumberGenerator

    init(_ suite: Suite, random: any RandomNumberGenerator) {
        digest = DigestContext(suite)
        self.random = random
    }

    func close(
        _ text: String, path: String, subject: String?
    ) -> (opening: Opening, commitment: Digest) {
        let value = Array(text.utf8)
        let salt = withUnsafeBytes(of: (random.next(), random.next())) { [UInt8]($0) }
        let commitment = salt.withUnsafeBytes { salt in
            value.withUnsafeBytes { digest.commitment(salt: salt, value: $0) }
        }
        return (Opening(path: path, subject: subject, salt: salt, value: value), commitment)
    }

    /// A fresh entry identifier.
    func identifier(at instant: Instant) -> String {
        EntryIdentifier.make(at: instant, using: &random)
    }
}
