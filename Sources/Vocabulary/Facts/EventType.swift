/// The versioned name of a kind of event: `sanction.imposed.v1`. A name never changes its meaning.
public struct EventType: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let name: String

    public init(stringLiteral name: String) { self.name = name }
    public init(_ name: String) { self.name = name }

    public var description: String { name }

    /// `sanction.imposed`: the name without the version.
    public var base: Substring { split?.base ?? Substring(name) }
    /// The number behind the `v`; nil where there is none.
    public var version: Int? { split?.version }

    /// The same kind in another version.
    public func inVersion(_ version: Int) -> EventType { EventType("\(base).v\(version)") }

    private var split: (base: Substring, version: Int)? {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let tail = name[dot...].dropFirst()
        guard tail.first == "v", let version = Int(tail.dropFirst()), version > 0 else {
            return nil
        }
        return (name[..<dot], version)
    }
}
