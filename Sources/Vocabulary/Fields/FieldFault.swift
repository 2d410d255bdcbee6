/// What is wrong with one field. Names the field, never its value, except a mistyped day.
public enum FieldFault: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(String)
    /// The text is not 1…64 of `A–Z a–z 0–9 . _ -`.
    case notAnIdentifier(String)
    /// The day does not exist, or is not written `YYYY-MM-DD`. `value` is empty unless it is made of
    /// digits and separators alone: anything else might be somebody's name.
    case notADate(String, value: String)
    /// The value is none of the codes the field knows.
    case notOneOf(String, [String])
    /// Nothing is wrong with an entry but that it holds codes which nobody here knows; never empty.
    case unknownCodes([UnknownCode])
    case notPositions(String)
    /// A digest that is none: not 64 lower-case hexadecimal digits.
    case notADigest(String)

    public static func notADate(_ field: String, text: String) -> Self {
        let harmless =
            text.utf8.count <= 24
            && text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || "-/. :".utf8.contains(byte)
            }
        return .notADate(field, value: harmless ? text : "")
    }

    /// The field that it is about.
    public var field: String {
        switch self {
        case .missing(let field), .notAnIdentifier(let field), .notADate(let field, _),
            .notOneOf(let field, _), .notPositions(let field), .notADigest(let field):
            field
        case .unknownCodes(let codes): codes.first?.path ?? ""
        }
    }

    public var description: String {
        switch self {
        case .missing: "\(field): missing"
        case .notAnIdentifier: "\(field): notAnIdentifier"
        case .notADate: "\(field): notADate"
        case .notOneOf: "\(field): notOneOfTheCodes"
        case .unknownCodes: "\(field): unknownCode"
        case .notPositions: "\(field): notPositions"
        case .notADigest: "\(field): notADigest"
        }
    }
}
