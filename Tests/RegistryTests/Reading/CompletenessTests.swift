import Chain
import Law
import Store
import StoreSQLite
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A list that is not compared with every entry")
struct CompletenessTests {
    private static let times = Times(asOf: day("2024-06-01"))
    /// As in a ledger too large for it.
    private static let uncompared = Completeness.upTo(0)

    /// Everything that lists say.
    private static func lists(_ ledger: Ledger) throws -> [AnyHashable] {
        var all: [AnyHashable] = []
        all += try ledger.cases(at: times).rows.map(AnyHashable.init)
        all += try ledger.sanctions(at: times).rows.map(AnyHashable.init)
        all += try ledger.appeals(at: times).rows.map(AnyHashable.init)
        all += try ledger.deadlines(at: times).items.map(AnyHashable.init)
        all += try ledger.decisions(at: times).rows.map { "\($0.decision) \($0.grounds.count)" }
        all += try ledger.subjects(matching: "", limit: 999).map {
            "\($0.subject) \($0.kind) \($0.name?.text ?? "") \($0.entries) \($0.findings)"
        }
        all += try ledger.trails(of: "appeal", at: times).rows.map {
            "\($0.tag) \($0.trail.items.count)"
        }
        return all
    }

    @Test("says the same, and that it was not compared; below the bound it was")
    func same() throws {
        let place = try WholeLedger.copy()
        let size = try place.ledger.size()
        let whole = try place.ledger.atOneMoment(comparing: .everyLine, listing: true) { ledger in
            (try Self.lists(ledger), try ledger.reach().isComplete)
        }
        #expect(whole.0.count > 100 && whole.1)
        for (bound, isComplete) in [(size - 1, false), (size, true), (0, false)] {
            let place = try WholeLedger.copy()
            let (lists, reached, standing) = try place.ledger.atOneMoment(
                comparing: .upTo(bound), listing: true
            ) {
                ledger in
                (
                    try Self.lists(ledger), try ledger.reach().isComplete,
                    try ledger.standing().isComplete
                )
            }
            #expect(lists.count == whole.0.count)
            for (one, other) in zip(lists, whole.0) where one != other {
                Issue.record("up to \(bound): a line differs")
            }
            #expect(reached == isComplete && standing == isComplete, "up to \(bound)")
        }
    }

    @Test("what is no list is complete whatever the bound")
    func noList() throws {
        let made = try WholeLedger.made.get()
        let place = try WholeLedger.copy()
        try place.ledger.atOneMoment(comparing: Self.uncompared, listing: true) { ledger in
            let page = try ledger.page(of: made.hero)
            let isComplete = try ledger.reach().isComplete
            #expect(page != nil && isComplete)
        }
    }

    @Test("a list of one person's is compared like any other")
    func ofOnePerson() throws {
        let made = try WholeLedger.made.get()
        let lists: [@Sendable (Ledger) throws -> Void] = [
            { _ = try $0.cases(CaseFilter(person: made.hero)) },
            { _ = try $0.sanctions(person: made.hero) },
            { _ = try $0.appeals(of: made.hero) },
        ]
        let whole = try WholeLedger.copy()
        let trail = try whole.ledger.trail(of: made.hero)
        for list in lists {
            try whole.ledger.atOneMoment(comparing: Self.uncompared, listing: true) { ledger in
                try list(ledger)
                #expect(try !ledger.reach().isComplete)
            }
            // A head that was set back with all that is computed of it: the lines alone tell.
            let cut = try WholeLedger.copy()
            try cut.store.write { (writer) throws in
                try writer.put(heads: [
                    TaggedHead(
                        tag: made.hero.tag.description,
                        head: TagHead(
                            last: trail[trail.count - 2].position, count: trail.count - 1))
                ])
                var digest = DigestContext(.sha256)
                let sum = try HeadTally.ofTable(writer, using: &digest)
                try writer.setFact(
                    HeadTally.factName, "\(writer.size()):\(String(sum, radix: 16))")
            }
            #expect(throws: LedgerFault.self) {
                try cut.ledger.atOneMoment(comparing: .everyLine, listing: true, list)
            }
        }
    }

    @Test("entries that no view has seen yet are in it")
    func behind() throws {
        let place = try WholeLedger.copy()
        try place.ledger.perform(SubjectRegistered(subject: "P-NEW", kind: .person))
        try place.ledger.perform(SubjectRegistered(subject: "P-ZZZ", kind: .person))
        for completeness in [Self.uncompared, .everyLine] {
            try place.ledger.atOneMoment(comparing: completeness, listing: true) { ledger in
                for id in ["P-NEW", "P-ZZZ"] as [SubjectID] {
                    let found = try ledger.subjects(matching: id.text, limit: 9)
                    #expect(found.map(\.subject) == [id])
                }
                let all = try ledger.subjects(matching: "", limit: 9_999).map(\.subject.text)
                #expect(all == all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
                #expect(Set(all).count == all.count)
            }
        }
    }

    @Test("shows no line that is not proven")
    func proven() throws {
        let made = try WholeLedger.made.get()
        let place = try WholeLedger.copy()
        let closing = try #require(
            try place.ledger.cases().rows.lazy.map {
                try place.ledger.trail(of: $0.case).last { $0.event.is(FindingMade.self) }?.position
            }.compactMap(\.self).first)
        let altered = try WholeLedger.copy(
            meddling: DamageTests.change("sustained", "sUstained", at: closing))
        #expect(throws: LedgerFault.self) {
            try altered.ledger.atOneMoment(comparing: Self.uncompared, listing: true) {
                try $0.cases()
            }
        }
        let cut = try WholeLedger.copy(
            meddling: """
                UPDATE tag_head SET last = 1, count = 1 WHERE tag = 'subject:\(made.hero)'
                """)
        #expect(throws: LedgerFault.self) {
            try cut.ledger.atOneMoment(comparing: Self.uncompared, listing: true) {
                try $0.page(of: made.hero)
            }
        }
    }

    @Test("a row that was doctored, its check and the tally made anew, is not shown")
    func doctored() throws {
        let sound = try WholeLedger.copy()
        let registered: Position = try sound.ledger.registration(of: "R001")
        // The row says another registration than the file.
        try sound.store.write { (writer) throws in
            var rows = try RowWriter(writer, suite: .sha256)
            let row = try #require(try writer.viewRow(ViewName.subject, key: "R001"))
            let body = String(decoding: try rows.body(of: row, in: ViewName.subject), as: UTF8.self)
            let other = body.replacing("\"position\":\(registered)", with: "\"position\":7")
            #expect(other != body)
            try rows.put(
                ViewName.subject, key: "R001", position: row.position, Array(other.utf8),
                replacing: row)
            try rows.finish(at: try writer.size())
        }
        #expect(throws: LedgerFault.self) {
            try sound.ledger.atOneMoment(comparing: Self.uncompared, listing: true) {
                try $0.subjects(matching: "R001", limit: 9)
            }
        }
    }

    @Test("a deadline that is shown is that of its file")
    func deadline() throws {
        let place = try WholeLedger.copy()
        let board = try place.ledger.deadlines(at: Self.times)
        let shown = try #require(board.items.first { $0.reading.start.unit != nil })
        let key = shown.reading.tag.description
        try place.store.write { (writer) throws in
            var rows = try RowWriter(writer, suite: .sha256)
            let row = try #require(try writer.viewRow(ViewName.clock, key: key))
            let body = String(decoding: try rows.body(of: row, in: ViewName.clock), as: UTF8.self)
            let other = body.replacing("\"unit\":\"", with: "\"unit\":\"X")
            #expect(other != body)
            try rows.put(
                ViewName.clock, key: key, position: row.position, Array(other.utf8), replacing: row)
            try rows.finish(at: try writer.size())
        }
        for completeness in [Self.uncompared, .everyLine] {
            #expect(throws: LedgerFault.self) {
                try place.ledger.atOneMoment(comparing: completeness, listing: true) {
                    try $0.deadlines(at: Self.times)
                }
            }
        }
    }

    @Test("a row that was taken out without its tally stops it, as it stops a compared one")
    func takenOut() throws {
        for view in ["deadline", "subject"] {
            let place = try WholeLedger.copy(
                meddling: """
                    DELETE FROM view WHERE name = '\(view)'
                    AND key = (SELECT max(key) FROM view WHERE name = '\(view)')
                    """)
            #expect(throws: LedgerFault.self) {
                try place.ledger.atOneMoment(comparing: Self.uncompared, listing: true) { ledger in
                    if view == "deadline" {
                        _ = try ledger.deadlines(at: Self.times)
                    } else {
                        _ = try ledger.subjects(matching: "", limit: 9_999)
                    }
                }
            }
        }
    }

    @Test("a page reads a thousand files at the most, and says how many it has not looked at")
    func readAtMost() throws {
        let place = try TestLedger()
        let count = ListWindow.read + 7
        for number in 0..<count { try place.ledger.fill(1, tag: "case:C-\(10_000 + number)") }
        try place.ledger.followViews(cores: 1)
        let nobody = CaseFilter(year: 1900)
        try place.ledger.atOneMoment(comparing: Self.uncompared, listing: true) { ledger in
            let page = try ledger.cases(nobody, in: ListWindow())
            #expect(page.rows.isEmpty && page.more == 7)
            #expect(page.next == "C-\(10_000 + ListWindow.read - 1)")
            let rest = try ledger.cases(nobody, in: ListWindow(after: page.next))
            #expect(rest.rows.isEmpty && rest.more == 0 && rest.next == nil)
        }
        try place.ledger.atOneMoment(comparing: .everyLine, listing: true) { ledger in
            let page = try ledger.cases(nobody, in: ListWindow())
            #expect(page.rows.isEmpty && page.more == 0 && page.next == nil)
        }
    }
}

@Suite("The parts of a list are the list")
struct ListPartsTests {
    private static let times = Times(asOf: day("2024-06-01"))

    /// Asks for part after part.
    private func parts<Row>(
        of limit: Int, _ ask: (ListWindow) throws -> (rows: [Row], more: Int, next: String?)
    ) throws -> [[Row]] {
        var parts: [[Row]] = []
        var after: String?
        repeat {
            let part = try ask(ListWindow(limit: limit, after: after))
            #expect((part.more == 0) == (part.next == nil))
            #expect(part.rows.count <= limit)
            parts.append(part.rows)
            after = part.next
        } while after != nil && parts.count < 10_000
        return parts
    }

    @Test("whatever they are cut into", arguments: [1, 2, 7, 1_000])
    func cut(limit: Int) throws {
        let made = try WholeLedger.made.get()
        let place = try WholeLedger.copy()
        try place.ledger.atOneMoment { ledger in
            let sanctions = try ledger.sanctions(at: Self.times)
            let part = try parts(of: limit) { window in
                let part = try ledger.sanctions(at: Self.times, in: window)
                return (part.rows.map(\.sanction), part.more, part.next)
            }
            #expect(part.flatMap(\.self).sorted() == sanctions.rows.map(\.sanction).sorted())
            #expect(sanctions.rows.count > 7)

            let appeals = try ledger.appeals(at: Self.times).rows
            let timelines = try parts(of: limit) { window in
                let part = try ledger.appeals(at: Self.times, in: window)
                return (part.rows, part.more, part.next)
            }
            #expect(timelines.flatMap(\.self) == appeals && !appeals.isEmpty)

            let board = try ledger.deadlines(at: Self.times)
            let items = try parts(of: limit) { window in
                let part = try ledger.deadlines(at: Self.times, in: window)
                #expect(part.counts == board.counts && part.units == board.units)
                return (part.items, part.more, part.next)
            }
            #expect(items.flatMap(\.self) == board.items && board.items.count > 2)

            let filter = CaseFilter(person: made.hero)
            let mine = try parts(of: limit) { window in
                let part = try ledger.cases(filter, in: window)
                return (part.rows, part.more, part.next)
            }
            let all = try ledger.cases(filter).rows
            #expect(mine.flatMap(\.self) == all && !all.isEmpty)
        }
    }

    @Test("a board goes on behind a day, too")
    func behindADay() throws {
        let place = try WholeLedger.copy()
        let board = try place.ledger.deadlines(at: Self.times)
        let days = board.items.compactMap(\.reading.due)
        let middle = try #require(days.dropFirst(days.count / 2).first)
        let rest = try place.ledger.deadlines(
            at: Self.times, in: ListWindow(limit: .max, after: "\(middle)"))
        #expect(rest.items == board.items.filter { $0.reading.due.map { $0 >= middle } ?? true })
        #expect(rest.items.count < board.items.count && !rest.items.isEmpty)
    }
}
