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
        var rest = source[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
                return nil
            }
            let name = rest[rest.index(after: brace)..<end]
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
            else { return nil }
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            pieces.append(.hole(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
        holes = Set(
            pieces.compactMap { piece in
                if case .hole(let name) = piece { name } else { nil }
            })
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
