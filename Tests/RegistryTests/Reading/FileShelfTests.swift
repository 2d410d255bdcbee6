import Records
import Testing

@testable import Registry

@Suite("What deciding has read and staged is one file, whenever it is asked for")
struct FileShelfTests {
    private let id = SanctionID("S-1")

    private func event(_ position: Int) throws -> RecordedEvent {
        let sanction = try #require(id)
        let person = try #require(SubjectID("P-1"))
        let file = try #require(CaseID("C-1"))
        return RecordedEvent(
            position: position, at: Instant(milliseconds: 0), on: nil, actor: "clerk",
            unit: "U-1", basis: ["XZZ-2020-26#14"],
            event: .sanctionNotExecuted(
                .init(sanction: sanction, case: file, subject: person, reason: .other)))
    }

    private func positions(_ shelf: inout FileShelf<SanctionFile>, stored: [Int]) throws -> [Int] {
        let sanction = try #require(id)
        let events = try stored.map(event)
        return shelf.file(sanction) { _ in events }?.log.entries.map(\.position) ?? []
    }

    @Test("staged, kept and stored entries are each there once, however early the file was read")
    func interleaved() throws {
        let sanction = try #require(id)
        var shelf = FileShelf<SanctionFile>()
        shelf.stage(try event(5), in: sanction)
        #expect(try positions(&shelf, stored: [3]) == [3, 5])
        shelf.keep()
        #expect(try positions(&shelf, stored: []) == [3, 5])
        shelf.stage(try event(6), in: sanction)
        shelf.keep()
        // Sealed meanwhile: what is remembered is in the store, too.
        #expect(try positions(&shelf, stored: [3, 5, 6]) == [3, 5, 6])
        shelf.forget()
        #expect(try positions(&shelf, stored: [3, 5, 6]) == [3, 5, 6])
    }

    @Test("kept unread and read later, it holds both")
    func unread() throws {
        let sanction = try #require(id)
        var shelf = FileShelf<SanctionFile>()
        shelf.stage(try event(7), in: sanction)
        shelf.keep()
        shelf.stage(try event(8), in: sanction)
        #expect(try positions(&shelf, stored: [2, 7]) == [2, 7, 8])
        shelf.discard()
        #expect(try positions(&shelf, stored: [2, 7]) == [2, 7])
    }

    @Test("what was refused is not in it, and nothing is a file")
    func refused() throws {
        let sanction = try #require(id)
        var shelf = FileShelf<SanctionFile>()
        shelf.stage(try event(1), in: sanction)
        shelf.discard()
        #expect(try positions(&shelf, stored: []).isEmpty)
        shelf.stage(try event(1), in: sanction)
        #expect(try positions(&shelf, stored: []) == [1])
    }
}
