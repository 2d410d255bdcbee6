/// A record that is a part of another: its fields stand in a list of objects or in one object.
public protocol FieldPart: FieldRecord, FieldValue, ListedValue {}

extension FieldPart {
    public static var form: FieldForm { .object(fields) }
    public static var listForm: FieldForm { .objects(fields) }

    public static func read(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> Self? {
        guard let inner = reader.object(name) else { return nil }
        do throws(FieldFault) {
            return try Self(recorded: inner)
        } catch {
            guard case .unknownCodes(let codes) = error else { throw error }
            throw .unknownCodes(codes.map { $0.within("\(name)") })
        }
    }

    public var stored: FieldTree.Value? { .object(tree) }
    public var tags: [Tag] { declaredTags }

    public static func readList(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> [Self] {
        var list: [Self] = []
        var unknown: [UnknownCode] = []
        for inner in reader.array(name) ?? [] {
            do throws(FieldFault) {
                list.append(try Self(recorded: inner))
            } catch {
                guard case .unknownCodes(let codes) = error else { throw error }
                unknown += codes.map { $0.within("\(name)") }
            }
        }
        if !unknown.isEmpty { throw .unknownCodes(unknown) }
        return list
    }

    public static func stored(_ list: [Self]) -> FieldTree.Value { .objects(list.map(\.tree)) }
    public static func tags(of list: [Self]) -> [Tag] { list.flatMap(\.declaredTags) }
}
