/// A text as its bytes: what only looks equal is another text. (`==` of texts takes U+F914 for U+6A02,
/// and a letter with its accent for the two written apart.)
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    // Equal bytes have equal hashes; the few that only look equal share one.
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
