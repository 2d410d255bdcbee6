/// A pattern that a whole cell may have: `#` stands for a digit, `@` for a letter, `?` for any character, `*`
/// for any number of characters; everything else for itself, and behind a `\\` each of these too.
struct TextPattern: Hashable, Sendable {
    fileprivate enum Piece: Hashable {
        case digit, letter, any, rest
        case scalar(Unicode.Scalar)
    }

    private let pieces: [Piece]

    init(_ text: String) {
        var pieces: [Piece] = []
        var isPlain = false
        for scalar in text.unicodeScalars {
            if isPlain {
                pieces.append(.scalar(scalar))
                isPlain = false
                continue
            }
            switch scalar {
            case "\\": isPlain = true
            case "#": pieces.append(.digit)
            case "@": pieces.append(.letter)
            case "?": pieces.append(.any)
            case "*": pieces.append(.rest)
            default: pieces.append(.scalar(scalar))
            }
        }
        self.pieces = pieces
    }

    /// - Cost: The length of the text times that of the pattern.
    func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        // Which beginnings of the text the pieces so far can have.
        var reached = [Bool](repeating: false, count: scalars.count + 1)
        reached[0] = true
        for piece in pieces {
            var next = [Bool](repeating: false, count: scalars.count + 1)
            for index in reached.indices where reached[index] {
                if piece == .rest {
                    for later in index...scalars.count { next[later] = true }
                    break
                }
                if index < scalars.count, piece.fits(scalars[index]) { next[index + 1] = true }
            }
            reached = next
        }
        return reached[scalars.count]
    }
}

extension TextPattern.Piece {
    fileprivate func fits(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .digit: ("0"..."9").contains(scalar)
        case .letter: scalar.properties.isAlphabetic
        case .any: true
        case .rest: false
        case .scalar(let own): own == scalar
        }
    }
}
