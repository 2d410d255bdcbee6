import Law
import Vocabulary
import Wording

/// What people write, read as what entries hold: `2024年1月5日` is `2024-01-05`, `记过` is `demerit`, `是`
/// is true. Nothing is guessed: what may mean two things is refused with what to write.
struct Written {
    let text: Text
    /// With which status a day is refused that may be one of several.
    let unclear: ExitStatus

    /// As entries write a day; what is none stays as it is, for whoever reads it to refuse.
    func day(_ written: String) throws(Failure) -> String {
        switch WrittenDay(written) {
        case .day(let day): return "\(day)"
        case .unreadable: return written
        case .unclear(let days):
            let list = days.map(\.description).joined(separator: text("help.comma"))
            throw Failure(
                status: unclear,
                message: text("usage.unclearDate", ["what": written, "days": list])
            )
        }
    }

    /// Yes or no, as help writes it, or in words; nil: neither.
    static func flag(_ written: String) -> Bool? {
        switch Self.folded(written) {
        case "true", "是": true
        case "false", "否": false
        default: nil
        }
    }

    /// A whole number, in digits of half or full width.
    static func number(_ written: String) -> Int? { Int(Officer.shaped(written)) }

    /// Whether a field holds an amount of money: typed in yuan, recorded in fen.
    static func isAmount(_ field: Field) -> Bool { field.form == .integer && isAmount(field.name) }

    static func isAmount(_ name: String) -> Bool { name == "amount" }

    /// Behind an amount, and how many digits of it stand before the last fen.
    private static let units: [(name: String, places: Int)] = [
        ("亿元", 10), ("亿", 10), ("万元", 6), ("万", 6), ("元", 2), ("圆", 2), ("分", 0), ("", 2),
    ]

    /// An amount in fen, exactly: `1234.56`, `1,234.56元`, `3.2万元`, `50分`. Nil: it is none, or smaller
    /// than a fen.
    static func fen(_ written: String) -> Int? {
        var rest = Officer.shaped(written).filter { !$0.isWhitespace }[...]
        // The sign of half width and, as it is shaped, that of full width.
        for sign in ["人民币", "¥", "￥"] where rest.hasPrefix(sign) {
            rest = rest.dropFirst(sign.count)
            break
        }
        guard let unit = units.first(where: { rest.hasSuffix($0.name) }) else { return nil }
        rest = rest.dropLast(unit.name.count)
        let isOwed = rest.hasPrefix("-")
        if isOwed { rest = rest.dropFirst() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ ungrouped($0) }), parts.count <= 2 else {
            return nil
        }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !fraction.isEmpty, fraction.count <= unit.places,
            fraction.allSatisfy(isDigit),
            let fen = Int(
                whole + fraction + String(repeating: "0", count: unit.places - fraction.count))
        else { return nil }
        return isOwed ? -fen : fen
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    /// The digits of a whole number; where it has commas, they stand before each three digits.
    private static func ungrouped(_ number: Substring) -> String? {
        let groups = number.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
        if groups.count > 1 {
            guard (groups[0].count) <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        return groups.joined()
    }

    /// The number of an entry, also as pages write it: `#46`, `第 46 号记录`.
    static func entry(_ written: String) -> Int? {
        var rest = Officer.shaped(written)[...]
        if rest.hasPrefix("#") {
            rest = rest.dropFirst()
        } else if let mark = rest.lastIndex(of: "号"),
            ["号", "号记录"].contains(rest[mark...].filter { !$0.isWhitespace })
        {
            rest = rest[..<mark].drop { $0 == "第" }
            rest = Officer.shaped(String(rest))[...]
        } else {
            return Int(rest)
        }
        guard !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(rest)
    }

    /// The code that is meant by itself or by its word in either language.
    ///
    /// - Throws: ``Refusal/notOneOf(_:_:nearest:)``, explained.
    func code(_ written: String, of field: Field) throws(Failure) -> String {
        if let code = meant(by: written, of: field) { return code }
        let (codes, near) = offered(instead: written, of: field)
        throw Failure(explaining: Refusal.notOneOf(field.name, codes, nearest: near), in: text)
    }

    /// What is said of a code that a question does not have.
    func noSuchCode(_ written: String, of field: Field) -> String {
        let (codes, near) = offered(instead: written, of: field)
        let listed = codes.joined(separator: text("help.comma"))
        guard let near else {
            return text("usage.noSuchCode", ["what": written, "codes": listed])
        }
        return text(
            "usage.nearestCode", ["what": written, "nearest": near, "codes": listed])
    }

    /// The codes with their words, and which of them is nearest.
    private func offered(
        instead written: String, of field: Field
    ) -> (codes: [String], nearest: String?) {
        let codes = field.offered
        let shown = codes.map { code in
            guard text.language == .chinese, let word = text.word(for: code, of: field) else {
                return code
            }
            // A word that names two would read as two codes.
            return word.contains("、") ? "\(code)（\(word)）" : "\(code) \(word)"
        }
        let near = nearest(to: written, among: codes.indices) { index in
            [codes[index]] + words(for: codes[index], of: field)
        }
        return (shown, near.map { shown[$0] })
    }

    /// Nil: none of them, or several.
    func meant(by written: String, of field: Field) -> String? {
        let codes = field.form.codes ?? []
        if codes.contains(written) { return written }
        let folded = Self.folded(written)
        let meant = codes.filter { code in
            words(for: code, of: field).contains { Self.folded($0) == folded }
        }
        return meant.count == 1 ? meant[0] : nil
    }

    private func words(for code: String, of field: Field) -> [String] {
        let both = Text.inBoth { $0.word(for: code, of: field) }
        let words = [text.word(for: code, of: field), both.chinese, both.english].compactMap(\.self)
        // 任免机关、单位: each of the two is meant by itself, too.
        return words + words.flatMap { $0.split(separator: "、").map(String.init) }
    }

    fileprivate static func folded(_ written: String) -> String {
        Officer.shaped(written).lowercased()
    }
}

/// The one of which a spelling is most like what was written; nil where none is near.
func nearest<One>(
    to written: String, among all: some Sequence<One>, spelled spellings: (One) -> [String]
) -> One? {
    let typed = Array(Written.folded(written))
    guard (1...64).contains(typed.count) else { return nil }
    var best: (distance: Int, one: One)?
    for one in all {
        for spelling in spellings(one) {
            let distance = distance(typed, Array(spelling.lowercased()))
            if distance < best?.distance ?? .max { best = (distance, one) }
        }
    }
    // Beyond a third of what was typed it is another word.
    return best.flatMap { $0.distance <= max(1, typed.count / 3) ? $0.one : nil }
}

/// How many characters must be changed, added or left out to make one of the other (Levenshtein);
/// two that have changed places count as one.
private func distance(_ one: [Character], _ other: [Character]) -> Int {
    var before: [Int] = []
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
        var next = [index + 1]
        for (column, another) in other.enumerated() {
            var least = min(
                row[column] + (letter == another ? 0 : 1), next[column] + 1, row[column + 1] + 1)
            if index > 0, column > 0, letter == other[column - 1], one[index - 1] == another {
                least = min(least, before[column - 1] + 1)
            }
            next.append(least)
        }
        before = row
        row = next
    }
    return row[other.count]
}
