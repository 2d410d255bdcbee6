internal import CSchema
internal import Chain

/// Why a message catalogue cannot be used. The embedded ones are tested; only a developer who
/// has just edited one meets this.
public enum CatalogueFault: Error, Equatable {
    case missing(file: String)
    case malformed(file: String)
    case notText(file: String, key: String)
    case badTemplate(file: String, key: String)
}

/// All messages of one language, keyed: `schema/text/zh.json`, `schema/text/en.json`.
///
/// One JSON object of strings. The reader refuses duplicate keys; unbalanced braces and values
/// that are not strings are refused here.
public struct Catalogue: Sendable {
    public let language: Language
    public private(set) var templates: [String: Template] = [:]

    /// Loads the catalogue embedded in this binary.
    public init(_ language: Language) throws(CatalogueFault) {
        let file = "text/\(language.rawValue).json"
        guard let bytes = Self.embedded(file) else { throw .missing(file: file) }
        try self.init(language, file: file, bytes: bytes)
    }

    /// Reads a catalogue from bytes; `file` only names it in faults.
    public init(_ language: Language, file: String, bytes: [UInt8]) throws(CatalogueFault) {
        self.language = language
        guard let value = try? JSONValue(parsing: bytes), case .object(let members) = value else {
            throw .malformed(file: file)
        }
        for member in members {
            let key = member.key
            guard case .string(let source) = member.value else {
                throw .notText(file: file, key: key)
            }
            try add(source, as: key, from: file)
        }
    }

    /// The same with the words of duties that the embedded catalogue does not know. What it does
    /// know stays as it is there.
    public func adding(_ words: [String: String]) throws(CatalogueFault) -> Catalogue {
        var more = self
        for (key, source) in words where templates[key] == nil {
            try more.add(source, as: key, from: "text")
        }
        return more
    }

    private mutating func add(
        _ source: String, as key: String, from file: String
    ) throws(CatalogueFault) {
        guard let template = Template(source) else { throw .badTemplate(file: file, key: key) }
        templates[key] = template
    }

    private static func embedded(_ path: String) -> [UInt8]? {
        for index in 0..<stele_schema_count() {
            guard let file = stele_schema_file_at(index)?.pointee else { continue }
            if String(cString: file.path) == path {
                return Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.count)))
            }
        }
        return nil
    }
}
