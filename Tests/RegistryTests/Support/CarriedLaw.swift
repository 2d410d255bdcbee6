import Law
import Testing

@testable import Registry

extension BuiltInLaw {
    /// The carried rulebook of that edition: `XZZ-2020-26/8`.
    static func rulebook(_ edition: String) throws -> LawDocument {
        try #require(
            documents.first {
                if case .rulebook(let book) = $0.content { book.edition == edition } else { false }
            })
    }

    /// The carried calendar of that year.
    static func calendar(_ year: Int) throws -> LawDocument {
        try #require(
            documents.first {
                if case .calendar(let calendar) = $0.content {
                    calendar.year == year
                } else {
                    false
                }
            })
    }
}
