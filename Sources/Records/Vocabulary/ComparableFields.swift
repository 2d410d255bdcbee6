/// The members of an object, to be compared with another's where one of them is sealed.
struct ComparableFields: FieldWriter, Hashable {
    private indirect enum Value: Hashable {
        case text(String), number(Int), flag(Bool), texts([String])
        case sealed(Sealed)
        case object(ComparableFields)
        case array([ComparableFields])
    }

    private var members: [String: Value] = [:]

    mutating func put(_ name: String, _ value: String) { members[name] = .text(value) }
    mutating func put(_ name: String, _ value: Int) { members[name] = .number(value) }
    mutating func put(_ name: String, _ value: Bool) { members[name] = .flag(value) }
    mutating func put(_ name: String, _ value: [String]) { members[name] = .texts(value) }
    mutating func put(_ name: String, _ value: Sealed) { members[name] = .sealed(value) }
    mutating func object(_ name: String, _ body: (inout ComparableFields) -> Void) {
        var inner = ComparableFields()
        body(&inner)
        members[name] = .object(inner)
    }
    mutating func array(
        _ name: String, count: Int, _ body: (Int, inout ComparableFields) -> Void
    ) {
        members[name] = .array(
            (0..<count).map { index in
                var inner = ComparableFields()
                body(index, &inner)
                return inner
            })
    }

    /// The members that are texts, those of a list each by itself.
    var texts: [(name: String, text: String)] {
        members.sorted { $0.key < $1.key }.flatMap { name, value -> [(String, String)] in
            switch value {
            case .text(let text): [(name, text)]
            case .texts(let texts): texts.map { (name, $0) }
            case .number, .flag, .sealed, .object, .array: []
            }
        }
    }

    /// Whether nothing in them is known to differ: a commitment alone proves no difference.
    func isCompatible(with other: ComparableFields) -> Bool {
        members.keys == other.members.keys
            && members.allSatisfy { name, value in
                switch (value, other.members[name]) {
                case (.sealed(let one), .sealed(let two)?): !one.isKnownToDiffer(from: two)
                case (.object(let one), .object(let two)?): one.isCompatible(with: two)
                case (.array(let one), .array(let two)?):
                    one.count == two.count && zip(one, two).allSatisfy { $0.isCompatible(with: $1) }
                default: value == other.members[name]
                }
            }
    }
}
