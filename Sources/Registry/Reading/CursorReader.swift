import Chain
import Law
import Records
import Vocabulary

extension LineTape {
    /// The value that a line is; nil when it is not canonical.
    mutating func root(of line: UnsafeRawBufferPointer) -> JSONCursor? {
        do throws(JSONFault) { try parse(line) } catch { return nil }
        return root
    }
}

/// Reads the fields of an event straight from the line they lie in. Good only while the line is.
struct CursorReader: FieldReader {
    let cursor: JSONCursor

    init(_ cursor: JSONCursor) { self.cursor = cursor }

    func string(_ name: StaticString) -> String? { cursor[name]?.string }

    func integer(_ name: StaticString) -> Int? { cursor[name]?.integer }

    func bool(_ name: StaticString) -> Bool? { cursor[name]?.bool }

    func strings(_ name: StaticString) -> [String]? { cursor[name]?.strings }

    func sealed(_ name: StaticString) -> Sealed? {
        guard let value = cursor[name] else { return nil }
        if let clear = value.string { return .clear(clear) }
        return value["sealed"]?.string.map(Sealed.commitment)
    }

    func object(_ name: StaticString) -> CursorReader? {
        guard let value = cursor[name], value.isObject else { return nil }
        return CursorReader(value)
    }

    func array(_ name: StaticString) -> [CursorReader]? {
        guard let value = cursor[name], value.isArray else { return nil }
        return value.elements.map(CursorReader.init)
    }
}
