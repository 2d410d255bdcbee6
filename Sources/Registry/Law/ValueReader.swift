import Chain
import Law

/// Reads the documents of the law, which people write: any order of members, any white space.
struct ValueReader: DocumentReader {
    let value: JSONValue

    /// Nil for anything but an object.
    init?(_ value: JSONValue?) {
        guard let value, value.members != nil else { return nil }
        self.value = value
    }

    var memberNames: [String] { value.members?.map(\.key) ?? [] }

    private subscript(_ name: StaticString) -> JSONValue? { value["\(name)"] }

    func string(_ name: StaticString) -> String? { self[name]?.string }
    func integer(_ name: StaticString) -> Int? { self[name]?.integer }
    func bool(_ name: StaticString) -> Bool? { self[name]?.bool }
    func object(_ name: StaticString) -> ValueReader? { ValueReader(self[name]) }

    func strings(_ name: StaticString) -> [String]? {
        guard let array = self[name]?.array else { return nil }
        let texts = array.compactMap(\.string)
        return texts.count == array.count ? texts : nil
    }

    func array(_ name: StaticString) -> [ValueReader]? {
        guard let array = self[name]?.array else { return nil }
        let readers = array.compactMap { ValueReader($0) }
        return readers.count == array.count ? readers : nil
    }
}
