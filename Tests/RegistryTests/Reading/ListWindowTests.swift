import Law
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A list is read a part at a time, and says what it left out")
struct ListWindowTests {
    private struct Part: Equatable {
        let cases: [String]
        let more: Int
        let next: String?

        init(_ cases: [String], _ more: Int, _ next: String?) {
            self.cases = cases
            self.more = more
            self.next = next
        }
    }

    private let place: TestLedger

    init() throws {
        place = try TestLedger()
        for person in ["P-1", "P-2"] {
            try place.ledger.perform(
                SubjectRegistered(subject: SubjectID(wellFormed: person), kind: .person))
        }
        for number in 1...5 {
            let id = CaseID(wellFormed: "C-\(number)")
            try place.ledger.perform(
                CaseOpened(case: id, recordedFrom: "旧案卷"), on("201\(number)-01-01"))
            try place.ledger.perform(
                PersonNamed(case: id, subject: number % 2 == 0 ? "P-2" : "P-1"),
                on("201\(number)-01-01"))
        }
        try place.ledger.perform(CaseClosed(case: CaseID(wellFormed: "C-3")), on("2013-05-01"))
    }

    private func list(
        _ filter: CaseFilter = CaseFilter(), limit: Int, after: String? = nil
    ) throws -> Part {
        let found = try place.ledger.cases(
            at: Times(), filter, in: ListWindow(limit: limit, after: after))
        return Part(found.rows.map(\.case.text), found.more, found.next)
    }

    @Test("every line stands in exactly one part, whatever the size of a part")
    func parts() throws {
        #expect(try list(limit: 5) == Part(["C-1", "C-2", "C-3", "C-4", "C-5"], 0, nil))
        #expect(try list(limit: 4) == Part(["C-1", "C-2", "C-3", "C-4"], 1, "C-4"))
        for limit in 1...6 {
            var all: [String] = []
            var after: String?
            repeat {
                let part = try list(limit: limit, after: after)
                #expect(part.cases.count <= limit)
                all += part.cases
                after = part.next
            } while after != nil
            #expect(all == ["C-1", "C-2", "C-3", "C-4", "C-5"], "\(limit)")
        }
        #expect(try list(limit: 0) == Part(["C-1"], 4, "C-1"))
        #expect(try list(limit: 9, after: "C-5") == Part([], 0, nil))
    }

    @Test("filters keep what they name, and what is left out is counted as not looked at")
    func filters() throws {
        #expect(try list(CaseFilter(isOpen: true), limit: 9).cases == ["C-1", "C-2", "C-4", "C-5"])
        #expect(try list(CaseFilter(person: "P-2"), limit: 9).cases == ["C-2", "C-4"])
        #expect(try list(CaseFilter(year: 2013), limit: 9).cases == ["C-3"])
        #expect(try list(CaseFilter(year: 2016), limit: 9).cases.isEmpty)
        #expect(try list(CaseFilter(unit: "U-9"), limit: 9).cases.isEmpty)
        let first = try list(CaseFilter(person: "P-2"), limit: 1)
        // Whose cases they are is known without looking at the others.
        #expect(first == Part(["C-2"], 1, "C-2"))
        #expect(
            try list(CaseFilter(person: "P-2"), limit: 1, after: first.next)
                == Part(["C-4"], 0, nil))
        #expect(try list(CaseFilter(year: 2012), limit: 1) == Part(["C-2"], 3, "C-2"))
    }
}
