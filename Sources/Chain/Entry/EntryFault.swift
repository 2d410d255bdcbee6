/// The members of an entry, in their canonical order.
public enum EntryMember: String, Hashable, Sendable, CaseIterable {
    case actor, approver, at, basis, cause, data, id, on, onBasis, prev, seq, supersedes, tags
    case type, unit

    /// Whether an entry may lack it.
    public var isOptional: Bool {
        switch self {
        case .approver, .cause, .on, .onBasis, .supersedes: true
        case .actor, .at, .basis, .data, .id, .prev, .seq, .tags, .type, .unit: false
        }
    }
}

/// Why a line is no entry. All of them are the one verdict `notCanonical`.
///
/// - Units: `offset` counts bytes from the start of the line.
/// - Source: the entry format in `schema/format.md`.
public enum EntryFault: Error, Hashable, Sendable {
    /// It is not canonical JSON.
    case malformed(JSONFault)
    /// It is canonical JSON, but no object.
    case notAnObject
    /// A member that every entry has is not there.
    case missing(EntryMember)
    /// A member that no entry has, or `onBasis` where there is no `on`.
    case unexpectedMember(offset: Int)
    /// A member of the wrong type or spelling, such as a date that does not exist.
    case invalid(EntryMember, offset: Int)
    /// A tag that is not `kind:identifier`, or whose value is neither null nor a position.
    case invalidTag(offset: Int)
    /// `sealed` inside `data` is not the only member of its object with 64 lower-case hexadecimal
    /// digits, or it is `data` itself.
    case invalidSeal(offset: Int)
}
