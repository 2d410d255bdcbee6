/// Swift source taken apart just far enough for the checks: code, and what stands in quotes.
///
/// A line of `code` stands for the same line of the source, without comments and without the
/// content of string literals (interpolations count as content).
struct SwiftText {
    private(set) var code: [String] = [""]
    /// The content of every string literal, with the line on which it begins, from 1.
    private(set) var literals: [(line: Int, text: String)] = []

    init(_ source: String) {
        var rest = Array(source)[...]
        while let character = rest.first {
            if rest.starts(with: "//") {
                rest = rest.drop { $0 != "\n" }
            } else if rest.starts(with: "/*") {
                skipBlockComment(&rest)
            } else if let fence = Self.openingFence(rest) {
                takeLiteral(&rest, fence: fence)
            } else {
                take(character)
                rest.removeFirst()
            }
        }
    }

    /// `#`s and quotes that open a literal here, such as `"`, `#"`, `"""`.
    private static func openingFence(_ rest: ArraySlice<Character>) -> (hashes: Int, quotes: Int)? {
        let hashes = rest.prefix { $0 == "#" }.count
        let quotes = rest.dropFirst(hashes).prefix { $0 == "\"" }.count
        return quotes == 0 ? nil : (hashes, quotes >= 3 ? 3 : 1)
    }

    private mutating func takeLiteral(
        _ rest: inout ArraySlice<Character>, fence: (hashes: Int, quotes: Int)
    ) {
        let hashes = String(repeating: "#", count: fence.hashes)
        let close = String(repeating: "\"", count: fence.quotes) + hashes
        let line = code.count
        var content = ""
        rest = rest.dropFirst(fence.hashes + fence.quotes)
        while let character = rest.first, !rest.starts(with: close) {
            // A regular expression may hold a lone quote; no such literal runs past its line.
            if character == "\n", fence.quotes == 1 { break }
            if rest.starts(with: "\\" + hashes), rest.count > 1 + fence.hashes {
                content += String(rest.prefix(1 + fence.hashes))
                rest = rest.dropFirst(1 + fence.hashes)
            }
            if rest.first == "\n" { code.append("") }
            if let next = rest.popFirst() { content.append(next) }
        }
        if rest.starts(with: close) { rest = rest.dropFirst(close.count) }
        code[code.count - 1] += "\"\""
        literals.append((line, content))
    }

    private mutating func skipBlockComment(_ rest: inout ArraySlice<Character>) {
        var depth = 0
        repeat {
            if rest.starts(with: "/*") {
                depth += 1
                rest = rest.dropFirst(2)
            } else if rest.starts(with: "*/") {
                depth -= 1
                rest = rest.dropFirst(2)
            } else if let character = rest.popFirst(), character == "\n" {
                code.append("")
            }
        } while depth > 0 && !rest.isEmpty
    }

    private mutating func take(_ character: Character) {
        if character == "\n" { code.append("") } else { code[code.count - 1].append(character) }
    }
}
