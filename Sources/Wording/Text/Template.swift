/// A message with named holes: `账本共 {entries} 条`.
///
/// A hole is a name of ASCII letters and digits in braces. There is no escape: a message never
/// needs a brace of its own.
public struct Template: Equatable, Sendable {
    public enum Piece: Equatable, Sendable {
        case text(String)
        case hole(String)
    }

    public let pieces: [Piece]
    public let holes: Set<String>

    /// - Returns: nil when a brace is unbalanced or a hole has no proper name.
    public init?(_ source: String) {
        var pieces: [Piece] = []
        var holes: Set<String> = []
        var rest = source[...]
        // Byte by byte: a brace is one byte, and a thousand messages are read at every start.
        while let brace = rest.utf8.firstIndex(where: { $0 == Self.open || $0 == Self.close }) {
            guard rest.utf8[brace] == Self.open,
                let end = rest.utf8[brace...].firstIndex(of: Self.close)
            else { return nil }
            let name = rest[rest.utf8.index(after: brace)..<end]
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isNamePart) else { return nil }
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            pieces.append(.hole(String(name)))
            holes.insert(String(name))
            rest = rest[rest.utf8.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
        self.holes = holes
    }

    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Fills every hole. Values are not looked into: a brace in a value stays a brace.
    public func filled(with values: [String: String]) -> String {
        precondition(
            values.count == holes.count && values.keys.allSatisfy(holes.contains),
            "holes \(holes.sorted()), values \(values.keys.sorted())")
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .hole(let name): result += values[name] ?? ""
            }
        }
        return result
    }
}
