public import Law

/// What a field may hold. A type says here, once, how it is read, written and described.
public protocol FieldValue: Hashable, Sendable {
    static var form: FieldForm { get }
    /// Stands in while a record is described, and where a decider has not yet derived it.
    static var blank: Self { get }
    /// What an absent member means; nil: nothing, it is missing.
    static var absent: Self? { get }
    /// Nil: the member is absent.
    static func read(_ name: StaticString, in reader: some FieldReader) throws(FieldFault) -> Self?
    /// Nil: no member is written.
    var stored: FieldTree.Value? { get }
    /// What entries are found by, where the field is a tag.
    var tags: [Tag] { get }
    /// Codes that only deliveries bring: taken from whoever gives them, offered to nobody.
    static var unoffered: Set<String> { get }
}

extension FieldValue {
    public static var absent: Self? { nil }
    public var tags: [Tag] { [] }
    public static var unoffered: Set<String> { [] }
}

extension String: FieldValue {
    public static var form: FieldForm { .text }
    public static var blank: String { "" }
    public static func read(_ name: StaticString, in reader: some FieldReader) -> String? {
        reader.string(name)
    }
    public var stored: FieldTree.Value? { .text(self) }
}

extension Int: FieldValue {
    public static var form: FieldForm { .integer }
    public static var blank: Int { 0 }
    public static func read(_ name: StaticString, in reader: some FieldReader) -> Int? {
        reader.integer(name)
    }
    public var stored: FieldTree.Value? { .number(self) }
}

extension Bool: FieldValue {
    public static var form: FieldForm { .flag }
    public static var blank: Bool { false }
    public static func read(_ name: StaticString, in reader: some FieldReader) -> Bool? {
        reader.bool(name)
    }
    public var stored: FieldTree.Value? { .flag(self) }
}

extension CalendarDate: FieldValue {
    public static var form: FieldForm { .date }
    public static var blank: CalendarDate {
        guard let day = CalendarDate(year: 2000, month: 1, day: 1) else {
            preconditionFailure("that day exists")
        }
        return day
    }
    public static func read(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> CalendarDate? {
        guard let text = reader.string(name) else { return nil }
        guard let date = CalendarDate(text) else { throw .notADate("\(name)", text: text) }
        return date
    }
    public var stored: FieldTree.Value? { .text(description) }
}

extension Identifier {
    public static var form: FieldForm { .identifier }
    public static var blank: Self { Self(wellFormed: "") }
    @inlinable public static func read(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> Self? {
        guard let text = reader.string(name) else { return nil }
        guard let id = Self(text) else { throw .notAnIdentifier("\(name)") }
        return id
    }
    @inlinable public var stored: FieldTree.Value? { .text(text) }
    @inlinable public var tags: [Tag] { [tag] }
}

/// A closed list of values with stable names: what a field of an event may hold.
public protocol Code: RawRepresentable<String>, CaseIterable, FieldValue, ListedValue {}

extension Code {
    /// All of them, as they are written.
    public static var codes: [String] { allCases.map(\.rawValue) }
    public static var form: FieldForm { .code(codes) }
    public static var blank: Self {
        guard let first = allCases.first else { preconditionFailure("a list of codes has one") }
        return first
    }
    @inlinable public static func read(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> Self? {
        guard let text = reader.string(name) else { return nil }
        guard let code = Self(rawValue: text) else { throw .notOneOf("\(name)", codes) }
        return code
    }
    @inlinable public var stored: FieldTree.Value? { .text(rawValue) }
}

/// What a list may hold. An empty list writes no member, and an absent member is an empty list.
public protocol ListedValue: Hashable, Sendable {
    static var listForm: FieldForm { get }
    static func readList(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> [Self]
    static func stored(_ list: [Self]) -> FieldTree.Value
    static func tags(of list: [Self]) -> [Tag]
}

extension ListedValue {
    @inlinable public static func tags(of list: [Self]) -> [Tag] { [] }
}

extension Array: FieldValue where Element: ListedValue {
    public static var form: FieldForm { Element.listForm }
    public static var blank: [Element] { [] }
    public static var absent: [Element]? { [] }
    @inlinable public static func read(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> [Element]? {
        try Element.readList(name, in: reader)
    }
    @inlinable public var stored: FieldTree.Value? { isEmpty ? nil : Element.stored(self) }
    @inlinable public var tags: [Tag] { Element.tags(of: self) }
}

extension String: ListedValue {
    public static var listForm: FieldForm { .texts }
    @inlinable public static func readList(_ name: StaticString, in reader: some FieldReader)
        -> [String]
    {
        reader.strings(name) ?? []
    }
    @inlinable public static func stored(_ list: [String]) -> FieldTree.Value { .texts(list) }
}

extension Identifier {
    public static var listForm: FieldForm { .identifiers }
    @inlinable public static func readList(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> [Self] {
        var list: [Self] = []
        for text in reader.strings(name) ?? [] {
            guard let id = Self(text) else { throw .notAnIdentifier("\(name)") }
            list.append(id)
        }
        return list
    }
    @inlinable public static func stored(_ list: [Self]) -> FieldTree.Value {
        .texts(list.map(\.text))
    }
    @inlinable public static func tags(of list: [Self]) -> [Tag] { list.map(\.tag) }
}

extension Code {
    public static var listForm: FieldForm { .codes(codes) }
    @inlinable public static func readList(
        _ name: StaticString, in reader: some FieldReader
    ) throws(FieldFault) -> [Self] {
        var list: [Self] = []
        for text in reader.strings(name) ?? [] {
            guard let code = Self(rawValue: text) else { throw .notOneOf("\(name)", codes) }
            list.append(code)
        }
        return list
    }
    @inlinable public static func stored(_ list: [Self]) -> FieldTree.Value {
        .texts(list.map(\.rawValue))
    }
}
