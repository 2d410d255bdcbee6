import Wording

/// Lays text out in columns of a terminal, by display width.
enum Layout {
    enum Alignment: Sendable { case leading, trailing }

    /// Fills up with spaces to `columns`; a text already wider is left as it is.
    static func pad(_ text: String, to columns: Int, _ alignment: Alignment = .leading) -> String {
        let space = String(repeating: " ", count: max(0, columns - DisplayWidth.of(text)))
        return alignment == .leading ? text + space : space + text
    }

    /// The beginning of a text that fits, with `…` where it was cut.
    static func clip(_ text: String, to columns: Int) -> String {
        if DisplayWidth.of(text) <= columns { return text }
        var result = ""
        var width = 0
        for character in text {
            let next = DisplayWidth.of(character)
            if width + next > columns - 1 { break }
            result.append(character)
            width += next
        }
        return result + "…"
    }

    /// Breaks a text into lines of at most `columns`.
    ///
    /// Latin words stay whole where they fit; between Chinese characters a line may end anywhere,
    /// but no line begins with a closing punctuation mark (避头) or ends with an opening one (避尾).
    static func wrap(_ text: String, to columns: Int) -> [String] {
        precondition(columns >= 4)
        var lines: [String] = []
        var line = ""
        var width = 0
        for piece in pieces(of: text) {
            if piece == " ", line.isEmpty, !lines.isEmpty { continue }
            let pieceWidth = self.width(of: piece)
            if width + pieceWidth > columns, !line.isEmpty {
                lines.append(trimmed(line))
                line = ""
                width = 0
                if piece == " " { continue }
            }
            if pieceWidth > columns {
                for character in piece {
                    let next = DisplayWidth.of(character)
                    if width + next > columns {
                        lines.append(line)
                        line = ""
                        width = 0
                    }
                    line.append(character)
                    width += next
                }
                continue
            }
            line += piece
            width += pieceWidth
        }
        if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
        return lines
    }

    /// How wide the widest piece is that is not broken. Units: display columns.
    static func widestPiece(_ text: String) -> Int {
        pieces(of: text).reduce(0) { max($0, width(of: $1)) }
    }

    /// Fields side by side in as few lines as find room; those that go on are moved in.
    static func folded(_ fields: [String], to columns: Int, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for field in fields {
            let joined = line.isEmpty ? field : line + "  " + field
            if width(of: trimmed(joined)) <= columns {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(trimmed(line)) }
            let parts = wrap(trimmed(field), to: max(4, columns - indent)).map { space + $0 }
            lines += parts.dropLast()
            line = parts.last ?? ""
        }
        return lines + [trimmed(line)]
    }

    /// How many display columns a text takes without its colours.
    static func width(of text: String) -> Int {
        guard text.unicodeScalars.contains(escape) else { return DisplayWidth.of(text) }
        var width = 0
        var isColour = false
        for character in text {
            if character == Character(escape) { isColour = true }
            if !isColour { width += DisplayWidth.of(character) }
            if isColour && character == "m" { isColour = false }
        }
        return width
    }

    /// What begins a colour. Text from outside never holds it: it was made harmless.
    private static let escape: Unicode.Scalar = "\u{1B}"

    /// Pieces that are not broken: a Latin word, a space, a Chinese character with the punctuation
    /// that must stay with it.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var holdsOpen = false
        var inWord = false
        var isColour = false
        for character in text {
            if isColour || character == Character(escape) {
                isColour = character != "m"
                if pieces.isEmpty { pieces.append("") }
                pieces[pieces.count - 1].append(character)
                continue
            }
            let isWide = DisplayWidth.of(character) == 2
            if character == " " {
                pieces.append(" ")
                inWord = false
                holdsOpen = false
            } else if let last = pieces.indices.last, !pieces[last].hasPrefix(" "),
                holdsOpen || mayNotBegin.contains(character) || inWord && !isWide
                    || character == toWriteOn && pieces[last].last == toWriteOn
            {
                pieces[last].append(character)
                inWord = !isWide
                holdsOpen = mayNotEnd.contains(character)
            } else {
                pieces.append(String(character))
                inWord = !isWide
                holdsOpen = mayNotEnd.contains(character)
            }
        }
        return pieces
    }

    /// Of these a line to write on is made, which stays whole.
    private static let toWriteOn: Character = "＿"

    /// Closing marks, ASCII and full-width: `, 。 、 ; : ? ! ) 】 》 〉 」 』 ” ’ … 〕`.
    private static let mayNotBegin: Set<Character> = [
        ",", ".", ";", ":", "?", "!", ")", "\u{FF0C}", "\u{3002}", "\u{3001}", "\u{FF1B}",
        "\u{FF1A}", "\u{FF1F}", "\u{FF01}", "\u{FF09}", "】", "》", "〉", "」", "』", "”", "’", "…", "〕",
    ]
    /// Opening marks, ASCII and full-width: `( 【 《 〈 「 『 “ ‘ 〔`.
    private static let mayNotEnd: Set<Character> = [
        "(", "\u{FF08}", "【", "《", "〈", "「", "『", "“", "‘", "〔",
    ]

    static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
