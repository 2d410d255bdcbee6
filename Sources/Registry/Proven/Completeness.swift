/// With what heads and lists are compared, so that nothing is missing from them (完整性).
///
/// Each line is proven either way; this is about the lines that are not there.
public enum Completeness: Hashable, Sendable {
    /// With every entry, in a ledger of up to so many of them; in a larger one with what it notes of
    /// itself, and a list says so.
    case upTo(Int)
    /// With every entry, whatever that costs.
    case everyLine

    /// Up to 262,144 entries: less than half a second on two cores.
    public static let usual = Completeness.upTo(1 << 18)
}
