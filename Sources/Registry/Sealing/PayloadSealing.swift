import Chain
import Law
import Records
import Store
import Vocabulary

/// Turns what an event says into a canonical object, and seals what must not be read by outsiders.
///
/// A clear value becomes a commitment under a fresh salt; the value and its salt are collected as
/// openings for the vault, each under the owner that the field declares.
struct PayloadSealing {
    private(set) var openings: [Opening] = []
    private let seal: DigestSeal
    /// Whose a value is where the field that names its owner says nothing: of whom the entry is, or,
    /// where it is of nobody, of the officer who wrote it.
    private let author: String

    init(_ seal: DigestSeal, of subject: SubjectID?, by actor: String) {
        self.seal = seal
        author = subject.map { "person:\($0)" } ?? "officer:\(actor)"
    }

    mutating func object(_ tree: FieldTree, path: String = "") -> CanonicalObject {
        var object = CanonicalObject()
        for member in tree.members {
            let name = member.name
            switch member.value {
            case .text(let text): object.set(name, text)
            case .number(let number): object.set(name, number)
            case .flag(let flag): object.set(name, flag)
            case .texts(let texts): object.set(name, texts)
            case .sealed(.commitment(let hex), _), .sealed(.destroyed(let hex, _, _), _):
                object.set(name, Self.commitment(hex))
            case .sealed(.clear(let text), let owner):
                // Whose it is stands in the field beside it.
                let named = tree.text(owner.field).map { "\(owner.role):\($0)" }
                object.set(name, close(text, path: path + name, owner: named))
            case .object(let inner):
                object.set(name, self.object(inner, path: "\(path)\(name)."))
            case .objects(let list):
                object.set(
                    name,
                    list.enumerated().map { index, inner in
                        self.object(inner, path: "\(path)\(name).\(index).")
                    })
            }
        }
        return object
    }

    /// Closes a value and gives the object that stands for it.
    ///
    /// - Parameter owner: Nil: of whom the entry is.
    mutating func close(_ text: String, path: String, owner: String? = nil) -> CanonicalObject {
        let (opening, commitment) = seal.close(text, path: path, owner: owner ?? author)
        openings.append(opening)
        return Self.commitment(commitment.hex)
    }

    private static func commitment(_ hex: String) -> CanonicalObject {
        var commitment = CanonicalObject()
        commitment.set("sealed", hex)
        return commitment
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
        _ text: String, path: String, owner: String?
    ) -> (opening: Opening, commitment: Digest) {
        let value = Array(text.utf8)
        let salt = withUnsafeBytes(of: (random.next(), random.next())) { [UInt8]($0) }
        let commitment = salt.withUnsafeBytes { salt in
            value.withUnsafeBytes { digest.commitment(salt: salt, value: $0) }
        }
        return (Opening(path: path, owner: owner, salt: salt, value: value), commitment)
    }

    /// Whether a value of the vault opens a commitment: the one answer to that, for whoever reads and
    /// whoever verifies. H(salt ‖ value) alone would let bytes move from the value into the salt.
    static func opens(
        _ value: SealedValue, _ commitment: Digest, using digest: inout DigestContext
    ) -> Bool {
        guard value.salt.count == saltBytes else { return false }
        return value.salt.withUnsafeBytes { salt in
            value.value.withUnsafeBytes { digest.commitment(salt: salt, value: $0) }
        } == commitment
    }

    /// A fresh entry identifier.
    func identifier(at instant: Instant) -> String {
        EntryIdentifier.make(at: instant, using: &random)
    }
}
