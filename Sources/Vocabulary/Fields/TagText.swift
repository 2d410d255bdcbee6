/// A tag as a field holds it: `case:C-2024-012`.
public struct TagText: ListedValue {
    public let tag: Tag

    public init(tag: Tag) { self.tag = tag }

    public static var listForm: FieldForm { .texts }

    public static func readList(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> [TagText] {
        var list: [TagText] = []
        for text in reader.strings(name) ?? [] {
            guard let tag = Tag(text) else { throw .notAnIdentifier("\(name)") }
            list.append(TagText(tag: tag))
        }
        return list
    }

    public static func stored(_ list: [TagText]) -> FieldTree.Value {
        .texts(list.map(\.tag.description))
    }
    public static func tags(of list: [TagText]) -> [Tag] { list.map(\.tag) }
}
