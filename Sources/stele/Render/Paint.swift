import Wording

/// Colour, where it is allowed; the text alone elsewhere. Colour never carries a meaning that the
/// words and signs do not carry too.
struct Paint: Sendable {
    enum Ink: String, Sendable {
        case heading = "1"
        case quiet = "2"
        case post = "36"
        case suspected = "33"
        case recommended = "35"
        case found = "1;31"
        case sanction = "1;97;41"
        case lifted = "32"
        case struck = "9;2"
        case good = "1;32"
        case bad = "1;91"
    }

    let isOn: Bool

    init(isOn: Bool) { self.isOn = isOn }

    init(_ terminal: Terminal) { isOn = terminal.hasColour }

    func callAsFunction(_ text: String, _ ink: Ink) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }
}
