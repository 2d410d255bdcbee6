/// An object whose fields are declared: a fact, an act, or a part of one.
///
/// The initialiser is the declaration. Each field stands there in one line, and from that line follow
/// how it is read from an entry, read from what was typed or delivered, written, compared, sealed,
/// tagged, asked for and documented; see ``Fields``.
///
/// - Invariant: The initialiser asks for every stored property once, under one name, and decides
///   nothing on what it got: passes that only describe get stand-ins.
public protocol FieldRecord: Hashable, Sendable {
    init(_ fields: inout Fields<Self>) throws(FieldFault)
}

/// One pass over the fields of a record: the reading of an entry, the reading of what was asked, the
/// writing, or the describing. A declaration reads the same in all of them:
///
///     appeal = try fields.given("appeal", \.appeal, .tag)
///     reason = try fields.given("reason", \.reason, owner: .officer("officer"))
///     due = try fields.derived("due", \.due)
public struct Fields<Record> {
    @usableFromInline enum Pass {
        /// What stands in an entry; every field of it.
        case recorded(any FieldReader)
        /// What was typed or delivered: only what may be given is looked for.
        case asked(any FieldReader)
        case written(Whole)
        case described
    }

    /// The record that is written, shared by the passes over its fields instead of copied for each.
    @usableFromInline final class Whole {
        @usableFromInline let record: Record

        @usableFromInline init(_ record: Record) { self.record = record }
    }

    @usableFromInline let pass: Pass
    private(set) var tree = FieldTree()
    private(set) var declared: [Field] = []
    private(set) var tags: [Tag] = []
    /// The highest version of those fields that say something.
    private(set) var version = 1
    /// The codes of an entry that nobody here knows, in the order of the fields.
    @usableFromInline private(set) var unknownCodes: [UnknownCode] = []

    @usableFromInline init(_ pass: Pass) { self.pass = pass }

    // MARK: What is given

    /// A field that must be there; a list may be empty.
    @inlinable public mutating func given<Value: FieldValue>(
        _ name: StaticString, _ value: (Record) -> Value, _ traits: FieldTrait...
    ) throws(FieldFault) -> Value {
        try take(name, value, .given, or: Value.absent, traits)
    }

    /// A field that may be absent.
    @inlinable public mutating func given<Value: FieldValue>(
        _ name: StaticString, _ value: (Record) -> Value?, _ traits: FieldTrait...
    ) throws(FieldFault) -> Value? {
        try take(name, value, .given, traits)
    }

    /// A field that may be left out, and what it is then.
    @inlinable public mutating func given<Value: FieldValue>(
        _ name: StaticString, _ value: (Record) -> Value, or absent: Value, _ traits: FieldTrait...
    ) throws(FieldFault) -> Value {
        try take(name, value, .given, or: absent, traits)
    }

    // MARK: What the decider derives

    /// A field that every entry has and nobody types: blank until it is derived.
    @inlinable public mutating func derived<Value: FieldValue>(
        _ name: StaticString, _ value: (Record) -> Value, _ traits: FieldTrait...
    ) throws(FieldFault) -> Value {
        try take(name, value, .derived, or: Value.absent, traits)
    }

    /// The same, where an entry may lack it.
    @inlinable public mutating func derived<Value: FieldValue>(
        _ name: StaticString, _ value: (Record) -> Value, or absent: Value, _ traits: FieldTrait...
    ) throws(FieldFault) -> Value {
        try take(name, value, .derived, or: absent, traits)
    }

    @inlinable public mutating func derived<Value: FieldValue>(
        _ name: StaticString, _ value: (Record) -> Value?, _ traits: FieldTrait...
    ) throws(FieldFault) -> Value? {
        try take(name, value, .derived, traits)
    }

    // MARK: What is sealed

    @inlinable public mutating func given(
        _ name: StaticString, _ value: (Record) -> Sealed, owner: VaultOwner,
        _ traits: FieldTrait...
    ) throws(FieldFault) -> Sealed {
        let sealed = take(name, value, owner, isRequired: true, traits)
        guard let sealed else { throw .missing("\(name)") }
        if case .asked = pass, sealed == .clear("") { throw .missing("\(name)") }
        return sealed
    }

    @inlinable public mutating func given(
        _ name: StaticString, _ value: (Record) -> Sealed?, owner: VaultOwner,
        _ traits: FieldTrait...
    ) throws(FieldFault) -> Sealed? {
        take(name, value, owner, isRequired: false, traits)
    }

    /// One of several must be given.
    ///
    /// - Throws: ``FieldFault/missing(_:)`` of the one that is named.
    public func require(_ name: StaticString, unless isGiven: Bool) throws(FieldFault) {
        if case .asked = pass, !isGiven { throw .missing("\(name)") }
    }

    // MARK: One field in each pass

    /// Whether they are those of something that is to be recorded, and not of a question.
    @usableFromInline static var isOfAnAct: Bool { Record.self is any Act.Type }

    @inlinable mutating func take<Value: FieldValue>(
        _ name: StaticString, _ value: (Record) -> Value, _ origin: Field.Origin,
        or absent: Value?, _ traits: [FieldTrait]
    ) throws(FieldFault) -> Value {
        switch pass {
        case .recorded(let reader):
            guard let value = try recorded(name, in: reader) ?? absent else {
                throw .missing("\(name)")
            }
            return value
        case .asked(let reader):
            if origin == .derived { return absent ?? Value.blank }
            guard let value: Value = try asked(name, in: reader) ?? absent else {
                throw .missing("\(name)")
            }
            try check(value.stored, name, traits)
            // A text without a letter says nothing; who asks may leave it so.
            if Self.isOfAnAct, let stored = value.stored, stored.isEmptyText {
                if case .text = stored, absent != nil { return value }
                throw .missing("\(name)")
            }
            return value
        case .written(let whole):
            let value = value(whole.record)
            write(name, value, traits)
            return value
        case .described:
            let isRequired = origin == .given && (absent == nil || traits.contains(.required))
            declare(name, Value.self, origin, isRequired: isRequired, traits)
            return Value.blank
        }
    }

    @inlinable mutating func take<Value: FieldValue>(
        _ name: StaticString, _ value: (Record) -> Value?, _ origin: Field.Origin,
        _ traits: [FieldTrait]
    ) throws(FieldFault) -> Value? {
        switch pass {
        case .recorded(let reader): return try recorded(name, in: reader)
        case .asked(let reader):
            if origin == .derived { return nil }
            let value: Value? = try asked(name, in: reader)
            try check(value?.stored, name, traits)
            // A text without a letter says nothing.
            if case .text("")? = value?.stored { return nil }
            return value
        case .written(let whole):
            let value = value(whole.record)
            if let value { write(name, value, traits) }
            return value
        case .described:
            declare(name, Value.self, origin, isRequired: traits.contains(.required), traits)
            return nil
        }
    }

    @inlinable mutating func take(
        _ name: StaticString, _ value: (Record) -> Sealed?, _ owner: VaultOwner, isRequired: Bool,
        _ traits: [FieldTrait]
    ) -> Sealed? {
        switch pass {
        case .recorded(let reader): return reader.sealed(name)
        case .asked(let reader):
            // What is to be sealed comes in clear; whoever reads it may not say so.
            return reader.sealed(name) ?? reader.string(name).map(Sealed.clear)
        case .written(let whole):
            let value = value(whole.record)
            if let value { seal(name, value, owner, traits) }
            return value
        case .described:
            declare(name, .sealed, nil, .given, isRequired: isRequired, traits, owner: owner)
            return .clear("")
        }
    }

    /// Reads a field of an entry. Where it holds a code that nobody here knows, the code is noted, and
    /// something stands in for the value: the rest of the entry is still read, and held to be sound.
    @inlinable mutating func recorded<Value: FieldValue>(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> Value? {
        do throws(FieldFault) {
            return try Value.read(name, in: reader)
        } catch {
            try note(error, name, in: reader)
            return Value.blank
        }
    }

    @usableFromInline mutating func note(
        _ fault: FieldFault, _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) {
        switch fault {
        case .notOneOf(_, let known):
            // In a part of it something is no code at all.
            let texts = reader.string(name).map { [$0] } ?? reader.strings(name) ?? []
            if texts.isEmpty { throw fault }
            for text in texts where !known.contains(text) {
                guard let one = UnknownCode(text, at: "\(name)", known: known) else { throw fault }
                unknownCodes.append(one)
            }
        case .unknownCodes(let codes): unknownCodes += codes
        case .missing, .notAnIdentifier, .notADate, .notPositions, .notADigest: throw fault
        }
    }

    /// Reads a field of what was typed or delivered: only what is known here can be asked for.
    @inlinable func asked<Value: FieldValue>(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> Value? {
        do throws(FieldFault) {
            return try Value.read(name, in: reader)
        } catch {
            throw error.asAsked
        }
    }

    @inlinable mutating func write(
        _ name: StaticString, _ value: some FieldValue, _ traits: [FieldTrait]
    ) {
        guard let written = value.stored else { return }
        put(name, written, tags: traits.contains(.tag) ? value.tags : [], traits)
    }

    @usableFromInline mutating func put(
        _ name: StaticString, _ written: FieldTree.Value, tags: [Tag], _ traits: [FieldTrait]
    ) {
        tree.set(name.description, written)
        self.tags += tags
        raise(traits)
    }

    @usableFromInline mutating func seal(
        _ name: StaticString, _ value: Sealed, _ owner: VaultOwner, _ traits: [FieldTrait]
    ) {
        put(name, .sealed(value, owner), tags: [], traits)
    }

    @usableFromInline mutating func raise(_ traits: [FieldTrait]) {
        for case .since(let since) in traits { version = max(version, since) }
    }

    /// What is given is held to what the field says beside its type.
    @usableFromInline func check(
        _ value: FieldTree.Value?, _ name: StaticString, _ traits: [FieldTrait]
    ) throws(FieldFault) {
        guard let value, !traits.isEmpty else { return }
        for trait in traits {
            switch trait {
            case .oneOf(let codes):
                if case .text(let code) = value, !codes.contains(code) {
                    throw .notOneOf("\(name)", codes)
                }
            case .digest:
                if case .text(let text) = value, !Self.isDigest(text) {
                    throw .notADigest("\(name)")
                }
                if case .texts(let texts) = value, !texts.allSatisfy(Self.isDigest) {
                    throw .notADigest("\(name)")
                }
            case .tag, .required, .since: continue
            }
        }
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    @usableFromInline mutating func declare<Value: FieldValue>(
        _ name: StaticString, _ value: Value.Type, _ origin: Field.Origin, isRequired: Bool,
        _ traits: [FieldTrait]
    ) {
        let named = traits.contains(.tag) || Value.form == .identifier
        declare(
            name, Value.form, named ? Value.blank.tags.first?.kind : nil, origin,
            isRequired: isRequired, traits, unoffered: Value.unoffered)
    }

    @usableFromInline mutating func declare(
        _ name: StaticString, _ form: FieldForm, _ tagKind: TagKind?, _ origin: Field.Origin,
        isRequired: Bool, _ traits: [FieldTrait], owner: VaultOwner? = nil,
        unoffered: Set<String> = []
    ) {
        let recorded = form
        var form = form
        var since = 1
        for trait in traits {
            switch trait {
            case .oneOf(let codes): form = .code(codes)
            case .since(let version): since = version
            case .tag, .required, .digest: continue
            }
        }
        declared.append(
            Field(
                "\(name)", form, origin: origin, isRequired: isRequired, since: since,
                isTag: traits.contains(.tag), tagKind: tagKind, isDigest: traits.contains(.digest),
                owner: owner, recorded: recorded, unoffered: unoffered))
    }
}

extension FieldFault {
    /// The same, of what was typed or delivered: a code that nobody here knows is none of those there
    /// are.
    @usableFromInline var asAsked: FieldFault {
        guard case .unknownCodes(let codes) = self, let first = codes.first else { return self }
        return .notOneOf(String(first.path.split(separator: ".").last ?? ""), first.known)
    }
}

extension FieldRecord {
    /// Reads what stands in an entry.
    ///
    /// - Throws: ``FieldFault/unknownCodes(_:)`` where nothing else is wrong with it.
    @inlinable public init(recorded reader: some FieldReader) throws(FieldFault) {
        var fields = Fields<Self>(.recorded(reader))
        try self.init(&fields)
        if !fields.unknownCodes.isEmpty { throw .unknownCodes(fields.unknownCodes) }
    }

    /// Reads what was typed or delivered. What the decider derives is blank.
    @inlinable public init(asked reader: some FieldReader) throws(FieldFault) {
        var fields = Fields<Self>(.asked(reader))
        try self.init(&fields)
    }

    /// The fields, in the order in which one would give them.
    public static var fields: [Field] {
        var fields = Fields<Self>(.described)
        // Nothing is read, so nothing can be wrong.
        do throws(FieldFault) { _ = try Self(&fields) } catch {
            preconditionFailure("\(Self.self) throws where it is only described: \(error)")
        }
        return fields.declared
    }

    /// The names of what a record stores.
    static var properties: [String] {
        var fields = Fields<Self>(.described)
        guard let blank = try? Self(&fields) else { return [] }
        return Mirror(reflecting: blank).children.compactMap(\.label)
    }

    /// Everything that writing it tells, told at once.
    @inlinable var writing: Fields<Self> {
        var fields = Fields<Self>(.written(.init(self)))
        do throws(FieldFault) { _ = try Self(&fields) } catch {
            preconditionFailure("\(Self.self) throws where it is only written: \(error)")
        }
        return fields
    }

    /// Two records are the same when every byte they say is: `==` of their texts would take what only
    /// looks equal for equal.
    public static func == (left: Self, right: Self) -> Bool { left.tree == right.tree }

    /// What it says.
    public var tree: FieldTree { writing.tree }
    /// What its tag fields hold, sorted, each once.
    public var declaredTags: [Tag] { Tag.list(writing.tags) }
    /// The highest version of the fields that say something.
    public var declaredVersion: Int { writing.version }

    /// Writes the members.
    public func write(to writer: inout some FieldWriter) { tree.write(to: &writer) }
}
