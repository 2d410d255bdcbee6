/// The members of one object, sorted by name: what a record says, apart from who reads or writes it.
///
/// Two trees are the same when every byte of every text is: `==` of texts would take what only looks
/// equal for equal.
public struct FieldTree: Hashable, Sendable {
    public enum Value: Sendable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case texts([String])
        /// Whose it is: what the owner's field says stands beside it.
        case sealed(Sealed, VaultOwner)
        case object(FieldTree)
        case objects([FieldTree])

        /// A text, or one of several, without a letter.
        @usableFromInline var isEmptyText: Bool {
            switch self {
            case .text(let text): text.isEmpty
            case .texts(let texts): texts.contains("")
            case .number, .flag, .sealed, .object, .objects: false
            }
        }
    }

    public struct Member: Sendable {
        public let name: String
        public let value: Value
    }

    public private(set) var members: [Member] = []

    public init() {}

    mutating func set(_ name: String, _ value: Value) {
        // Declared nearly sorted; an insertion keeps them so.
        var index = members.count
        while index > 0, members[index - 1].name > name { index -= 1 }
        members.insert(Member(name: name, value: value), at: index)
    }

    public subscript(name: String) -> Value? { members.first { $0.name == name }?.value }

    /// The text of a member that is one.
    public func text(_ name: String) -> String? {
        if case .text(let text) = self[name] { text } else { nil }
    }

    /// Where sealed values stand: `reason`, `attendees.0.statement`.
    public var sealedPaths: [String] {
        members.flatMap { member -> [String] in
            switch member.value {
            case .sealed: [member.name]
            case .object(let tree): tree.sealedPaths.map { "\(member.name).\($0)" }
            case .objects(let trees):
                trees.enumerated().flatMap { index, tree in
                    tree.sealedPaths.map { "\(member.name).\(index).\($0)" }
                }
            case .text, .number, .flag, .texts: []
            }
        }
    }

    /// Writes every member.
    public func write(to writer: inout some FieldWriter) {
        for member in members { writer.put(member.name, member.value) }
    }

    /// Whether a sealed value of it stands there as its commitment alone.
    public var holdsCommitments: Bool {
        members.contains { member in
            switch member.value {
            case .sealed(.commitment, _): true
            case .object(let tree): tree.holdsCommitments
            case .objects(let trees): trees.contains(where: \.holdsCommitments)
            case .text, .number, .flag, .texts, .sealed: false
            }
        }
    }

    /// The entry by which a value of it was destroyed, the first one.
    public var destroyedBy: Position? {
        for member in members {
            switch member.value {
            case .sealed(.destroyed(_, _, let by), _): return by
            case .object(let tree): if let by = tree.destroyedBy { return by }
            case .objects(let trees):
                if let by = trees.lazy.compactMap(\.destroyedBy).first { return by }
            case .text, .number, .flag, .texts, .sealed: continue
            }
        }
        return nil
    }

    /// Whether they are the same but for what was destroyed.
    public func isSame(asFarAsKept other: FieldTree) -> Bool {
        members.count == other.members.count
            && zip(members, other.members).allSatisfy { one, two in
                one.name == two.name && one.value.isSame(asFarAsKept: two.value)
            }
    }

    /// Whether nothing in them is known to differ: a commitment alone proves no difference.
    public func isCompatible(with other: FieldTree) -> Bool {
        members.count == other.members.count
            && zip(members, other.members).allSatisfy { one, two in
                one.name == two.name && one.value.isCompatible(with: two.value)
            }
    }
}

extension FieldWriter {
    /// A value of any kind; nil writes no member.
    public mutating func put(_ name: String, _ value: FieldTree.Value?) {
        switch value {
        case .text(let text): put(name, text)
        case .number(let number): put(name, number)
        case .flag(let flag): put(name, flag)
        case .texts(let texts): put(name, texts)
        case .sealed(let sealed, _): put(name, sealed)
        case .object(let tree): object(name) { tree.write(to: &$0) }
        case .objects(let trees): array(name, count: trees.count) { trees[$0].write(to: &$1) }
        case nil: return
        }
    }
}

extension FieldTree.Member: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.value == right.value
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension FieldTree.Value: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        left.isSame(as: right) { one, two in
            switch (one, two) {
            case (.clear, _), (_, .clear): one == two
            case (.commitment, _), (.destroyed, _): one.commitment == two.commitment
            }
        } nested: {
            $0 == $1
        }
    }

    /// Whether they are the same but for what was destroyed.
    func isSame(asFarAsKept other: Self) -> Bool {
        isSame(as: other) { one, two in
            if case .destroyed = one { return true }
            if case .destroyed = two { return true }
            return one == two
        } nested: {
            $0.isSame(asFarAsKept: $1)
        }
    }

    func isCompatible(with other: Self) -> Bool {
        isSame(as: other) {
            !$0.isKnownToDiffer(from: $1)
        } nested: {
            $0.isCompatible(with: $1)
        }
    }

    private func isSame(
        as other: Self, sealed: (Sealed, Sealed) -> Bool, nested: (FieldTree, FieldTree) -> Bool
    ) -> Bool {
        switch (self, other) {
        case (.text(let one), .text(let two)): one.utf8.elementsEqual(two.utf8)
        case (.number(let one), .number(let two)): one == two
        case (.flag(let one), .flag(let two)): one == two
        case (.texts(let one), .texts(let two)):
            one.count == two.count && zip(one, two).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
        // An owner says under whose key the value lies, not what it is.
        case (.sealed(let one, _), .sealed(let two, _)): sealed(one, two)
        case (.object(let one), .object(let two)): nested(one, two)
        case (.objects(let one), .objects(let two)):
            one.count == two.count && zip(one, two).allSatisfy(nested)
        case (.text, _), (.number, _), (.flag, _), (.texts, _), (.sealed, _), (.object, _),
            (.objects, _):
            false
        }
    }
}
