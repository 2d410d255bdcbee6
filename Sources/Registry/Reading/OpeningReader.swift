import Chain
import Law
import Records
import Store
import Vocabulary

/// Reads an event's fields with its sealed values opened from the vault.
///
/// A value that was destroyed by law says so.
struct OpeningReader: FieldReader {
    private let reader: CursorReader
    private let path: String
    private let open: Open

    /// Gives what became of the value at a path behind a commitment; nil when reading it failed.
    typealias Open = (_ path: String, _ commitment: String) -> Sealed?

    init(_ cursor: JSONCursor, path: String = "", open: @escaping Open) {
        reader = CursorReader(cursor)
        self.path = path
        self.open = open
    }

    func string(_ name: StaticString) -> String? { reader.string(name) }

    func integer(_ name: StaticString) -> Int? { reader.integer(name) }

    func bool(_ name: StaticString) -> Bool? { reader.bool(name) }

    func strings(_ name: StaticString) -> [String]? { reader.strings(name) }

    func sealed(_ name: StaticString) -> Sealed? {
        guard let value = reader.sealed(name) else { return nil }
        guard case .commitment(let hex) = value else { return value }
        return open("\(path)\(name)", hex) ?? value
    }

    func object(_ name: StaticString) -> OpeningReader? {
        reader.object(name).map {
            OpeningReader($0.cursor, path: "\(path)\(name).", open: open)
        }
    }

    func array(_ name: StaticString) -> [OpeningReader]? {
        reader.array(name)?.enumerated().map { index, element in
            OpeningReader(element.cursor, path: "\(path)\(name).\(index).", open: open)
        }
    }
}
