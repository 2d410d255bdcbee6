/// A code that a field of an entry holds and that nobody here knows: a later release has more of them.
///
/// - Invariant: It is written as codes are; whatever else stands in the place of one is damage.
public struct UnknownCode: Hashable, Sendable {
    /// The field, after the fields it lies in, a dot between them: `role.basis`. The place in a list is
    /// no step.
    public let path: String
    public let code: String
    /// The codes that are known here.
    let known: [String]

    /// Nil where the text is no code.
    init?(_ code: String, at path: String, known: [String]) {
        guard Self.isCode(code) else { return nil }
        self.path = path
        self.code = code
        self.known = known
    }

    private init(_ path: String, _ code: String, _ known: [String]) {
        self.path = path
        self.code = code
        self.known = known
    }

    /// The same, seen from the record that the named field lies in.
    func within(_ field: String) -> UnknownCode { UnknownCode("\(field).\(path)", code, known) }

    /// How codes are written: 1…64 of `A–Z a–z 0–9 _ -`, a letter first.
    public static func isCode(_ text: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool {
            (65...90).contains(byte) || (97...122).contains(byte)
        }
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 64 else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
        }
    }
}

extension [Field] {
    /// The codes that entries may hold in the field at that path, as ``UnknownCode/path`` is written;
    /// empty where there is no such field.
    func codes(at path: some StringProtocol) -> [String] {
        let steps = path.split(separator: ".", maxSplits: 1)
        guard let name = steps.first, let field = first(where: { $0.name == name }) else {
            return []
        }
        switch field.recordedForm {
        case .code(let codes), .codes(let codes): return steps.count == 1 ? codes : []
        case .object(let inner), .objects(let inner):
            return steps.count == 2 ? inner.codes(at: steps[1]) : []
        case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts: return []
        }
    }
}
