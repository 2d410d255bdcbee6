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
            let pieceWidth = DisplayWidth.of(piece)
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

    /// Pieces that are not broken: a Latin word, a space, a Chinese character with the punctuation
    /// that must stay with it.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var holdsOpen = false
        var inWord = false
        for character in text {
            let isWide = DisplayWidth.of(character) == 2
            if character == " " {
                pieces.append(" ")
                inWord = false
                holdsOpen = false
            } else if let last = pieces.indices.last, pieces[last] != " ",
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

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
