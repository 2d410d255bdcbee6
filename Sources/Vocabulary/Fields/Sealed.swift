/// A value that an outsider must not read: a name, an ID number, a narrative.
///
/// The chain holds the commitment; the value and its salt lie in the vault.
public enum Sealed: Hashable, Sendable {
    /// The value itself: not yet sealed, or opened from the vault.
    case clear(String)
    /// H(salt ‖ value) as 64 lower-case hexadecimal digits.
    case commitment(String)
    /// A value that was destroyed by law (依法销毁): its commitment, the day if it is known, and the
    /// entry that says so.
    case destroyed(commitment: String, on: String?, by: Position)

    /// The value, where it is not sealed or was opened.
    public var text: String? {
        switch self {
        case .clear(let text): text
        case .commitment, .destroyed: nil
        }
    }

    /// What the chain holds of it; nil before it is sealed.
    public var commitment: String? {
        switch self {
        case .clear: nil
        case .commitment(let hex), .destroyed(let hex, _, _): hex
        }
    }

    /// Two values are the same when every byte of them is: `==` of texts would take what only looks
    /// equal for equal.
    public static func == (left: Sealed, right: Sealed) -> Bool {
        switch (left, right) {
        case (.clear(let one), .clear(let two)): one.utf8.elementsEqual(two.utf8)
        case (.commitment(let one), .commitment(let two)): one == two
        case (.destroyed(let one, let on, let by), .destroyed(let two, let day, let entry)):
            one == two && on == day && by == entry
        case (.clear, _), (.commitment, _), (.destroyed, _): false
        }
    }

    /// Whether two sealed values are known to differ, byte by byte. A commitment cannot be compared
    /// with a clear value without its salt, nor with a commitment under another salt.
    public func isKnownToDiffer(from other: Sealed) -> Bool {
        if case .clear = self, case .clear = other { return self != other }
        return false
    }
}

extension Sealed? {
    /// The same, where either may be absent: something differs from nothing.
    public func isKnownToDiffer(from other: Sealed?) -> Bool {
        guard let self, let other else { return (self == nil) != (other == nil) }
        return self.isKnownToDiffer(from: other)
    }
}

/// Whose value a sealed field holds: under whose key it will be encrypted, and who may ask for its
/// destruction.
public enum VaultOwner: Hashable, Sendable {
    /// The person that the named field identifies (本人).
    case person(String)
    /// Whoever complained or gave a tip, known by the complaint alone (信访举报人).
    case complainant(String)
    /// The unit or organisation that the named field identifies (单位).
    case unit(String)
    /// The officer that the named field identifies (经办人).
    case officer(String)

    /// The field that identifies the owner.
    public var field: String {
        switch self {
        case .person(let field), .complainant(let field), .unit(let field), .officer(let field):
            field
        }
    }

    /// Which kind of owner it is.
    public var role: String {
        switch self {
        case .person: "person"
        case .complainant: "complainant"
        case .unit: "unit"
        case .officer: "officer"
        }
    }
}
