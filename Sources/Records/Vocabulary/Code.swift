/// A closed list of values with stable names: what a field of an event may hold.
public protocol Code: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

extension Code {
    /// All of them, as they are written.
    public static var codes: [String] { allCases.map(\.rawValue) }
}
