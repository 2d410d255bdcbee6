/// With what a list is compared, so that nobody is missing from it (完整性).
///
/// Each line of a list is proven either way; this is about the lines that are not there.
public enum Completeness: Hashable, Sendable {
    /// With every entry, in a ledger of up to so many of them; in a larger one with what it notes of
    /// itself, and the answer says so.
    case upTo(Int)
    /// With every entry, whatever that costs.
    case everyLine

    /// Up to 262,144 entries: less than half a second on two cores.
    public static let usual = Completeness.upTo(1 << 18)
}
