import Law
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("What deciding has read and staged is one file, whenever it is asked for")
struct FileShelfTests {
    private let tag = SanctionID(wellFormed: "S-1").tag

    private func event(_ position: Int) -> RecordedEvent {
        RecordedEvent(
            position: position, at: Instant(milliseconds: 0), on: nil, actor: "clerk",
            unit: "U-1", basis: ["XZZ-2020-26#14"],
            event: Event(
                SanctionNotExecuted(
                    sanction: SanctionID(wellFormed: "S-1"), case: CaseID(wellFormed: "C-1"),
                    subject: "P-1", reason: .other)))
    }

    private func positions(_ shelf: inout FileShelf, stored: [Int]) -> [Int] {
        let events = stored.map(event)
        return shelf.file(tag) { _ in events }?.log.entries.map(\.position) ?? []
    }

    @Test("staged, kept and stored entries are each there once, however early the file was read")
    func interleaved() {
        var shelf = FileShelf()
        shelf.stage(event(5))
        #expect(positions(&shelf, stored: [3]) == [3, 5])
        shelf.keep()
        #expect(positions(&shelf, stored: []) == [3, 5])
        shelf.stage(event(6))
        shelf.keep()
        // Sealed meanwhile: what is remembered is in the store, too.
        #expect(positions(&shelf, stored: [3, 5, 6]) == [3, 5, 6])
        shelf.forget()
        #expect(positions(&shelf, stored: [3, 5, 6]) == [3, 5, 6])
    }

    @Test("kept unread and read later, it holds both")
    func unread() {
        var shelf = FileShelf()
        shelf.stage(event(7))
        shelf.keep()
        shelf.stage(event(8))
        #expect(positions(&shelf, stored: [2, 7]) == [2, 7, 8])
        shelf.discard()
        #expect(positions(&shelf, stored: [2, 7]) == [2, 7])
    }

    @Test("of a kind that no duty of ours has, what was refused is not in it either")
    func stranger() {
        let other = Vocabulary.Tag(kind: "loan", wellFormed: "L-1")
        func lent(_ position: Int) -> RecordedEvent {
            RecordedEvent(
                position: position, at: Instant(milliseconds: 0), on: nil, actor: "clerk",
                unit: "U-1", basis: ["器具借用办法#3"], supersedes: position == 8 ? 7 : nil,
                tags: [other, tag], event: Event(opaque: "loan.lent.v1"))
        }
        var shelf = FileShelf()
        _ = shelf.file(other) { _ in [lent(7)] }
        for position in 8...9 { shelf.stage(lent(position)) }
        #expect(shelf.file(other) { _ in [] }?.log.standing.map(\.position) == [8, 9])
        shelf.discard()
        // Nor does what the refused one superseded stay superseded.
        #expect(shelf.file(other) { _ in [] }?.log.standing.map(\.position) == [7])
        #expect(shelf.file(tag) { _ in [] } == nil)
    }

    @Test("what was refused is not in it, and nothing is a file")
    func refused() {
        var shelf = FileShelf()
        shelf.stage(event(1))
        shelf.discard()
        #expect(positions(&shelf, stored: []).isEmpty)
        shelf.stage(event(1))
        #expect(positions(&shelf, stored: []) == [1])
    }
}
