internal import Law
internal import Vocabulary

/// The last text that was to identify a person or an office and did not.
final class Shaping {
    var misfit: String?
}

/// The fields of a verb with their identifiers brought into shape: typed in full width, with a long
/// hyphen or with space around them they mean the same.
struct ShapedReader<Base: FieldReader>: FieldReader {
    let base: Base
    let fields: [Field]
    /// Identifiers that are written otherwise than they were typed.
    let spellings: [String: String]
    let shaping: Shaping

    func string(_ name: StaticString) -> String? {
        guard let text = base.string(name) else { return nil }
        return form(name) == .identifier ? shaped(text, name) : text
    }

    func strings(_ name: StaticString) -> [String]? {
        guard let texts = base.strings(name) else { return nil }
        return form(name) == .identifiers ? texts.map { shaped($0, name) } : texts
    }

    func integer(_ name: StaticString) -> Int? { base.integer(name) }
    func bool(_ name: StaticString) -> Bool? { base.bool(name) }
    func sealed(_ name: StaticString) -> Sealed? { base.sealed(name) }
    func object(_ name: StaticString) -> ShapedReader? { base.object(name).map { inner($0, name) } }
    func array(_ name: StaticString) -> [ShapedReader]? {
        base.array(name)?.map { inner($0, name) }
    }

    private func form(_ name: StaticString) -> FieldForm? { field(name)?.form }

    private func field(_ name: StaticString) -> Field? { fields.first { $0.name == "\(name)" } }

    private func inner(_ base: Base, _ name: StaticString) -> ShapedReader {
        let fields: [Field] =
            switch form(name) {
            case .object(let fields), .objects(let fields): fields
            case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts, .code,
                .codes, nil:
                []
            }
        return ShapedReader(base: base, fields: fields, spellings: spellings, shaping: shaping)
    }

    private func shaped(_ text: String, _ name: StaticString) -> String {
        let shaped = Officer.shaped(text)
        let kind = field(name)?.tagKind
        if !isWellFormedIdentifier(shaped), kind == nil || kind == SubjectID.tagKind {
            shaping.misfit = shaped
        }
        return spellings[shaped] ?? shaped
    }
}
