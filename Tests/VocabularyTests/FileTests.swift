import Law
import Testing

@testable import Vocabulary

@Suite("A file forgets nothing, and what is hidden in it revives nothing")
struct FileTests {
    private let boat = BoatID(wellFormed: "B-1").tag

    private func file(_ entries: RecordedEvent...) -> RecordFile { RecordFile(boat, of: entries) }
    private func standing(_ file: RecordFile) -> [Position] { file.log.standing.map(\.position) }

    /// A, which B corrects, which C corrects.
    private var chain: RecordFile {
        file(
            entry(1, folded(1)), entry(2, folded(2), supersedes: 1),
            entry(3, folded(3), supersedes: 2))
    }

    // MARK: folding

    @Test("whatever the order in which entries arrive, and however often, it is the same")
    func order() {
        let entries = (0..<7).map { entry($0, folded($0), supersedes: $0 == 0 ? nil : $0 - 1) }
        let whole = RecordFile(boat, of: entries)
        #expect(RecordFile(boat, of: entries.reversed()) == whole)
        #expect(RecordFile(boat, of: entries[3...] + entries[..<5]) == whole)
        #expect(RecordFile(boat, of: entries + entries) == whole)
        #expect(whole.log.entries == entries && whole.log.count == 7)
        #expect(whole.log.supersessions.all.map(\.by) == [1, 2, 3, 4, 5, 6])
    }

    @Test("it takes what the entry is about, not what the fact says: an entry may carry more")
    func about() {
        let struck = Event(BoatStruck(reason: .clear("误"), by: "P-1"))
        let other = BoatID(wellFormed: "B-2").tag
        var file = file(entry(1, folded(1)))
        file.apply(entry(2, folded(1, boat: "B-2")))
        #expect(file.log.count == 1)
        file.apply(entry(3, struck, supersedes: 1, tags: [boat, other]))
        #expect(file.log.count == 2 && standing(file) == [3])
        #expect(file.log.supersessions.all.map(\.isWithdrawal) == [true])

        var past = FoldedPast()
        past.apply(entry(3, struck, supersedes: 1, tags: [boat, other]))
        #expect(past.file(boat)?.log.count == 1 && past.file(other)?.log.count == 1)
        #expect(past.file(SubjectID(wellFormed: "P-1").tag) == nil)
    }

    @Test("a view keeps nothing of its own: it is the file")
    func view() {
        var view = BoatFile(about: "B-1")
        #expect(view.id == "B-1" && view.log.entries.isEmpty)
        view.apply(entry(1, folded(1)))
        #expect(view == BoatFile(about: "B-1", of: [entry(1, folded(1))]))
        #expect(view == BoatFile(file(entry(1, folded(1)))))
        var past = FoldedPast()
        #expect((past.view("B-1") as BoatFile?) == nil)
        past.apply(entry(1, folded(1)))
        #expect(past.view("B-1") == view)
    }

    private struct BoatFile: FileView {
        typealias ID = BoatID
        let file: RecordFile
        init(_ file: RecordFile) { self.file = file }
    }

    // MARK: superseding and hiding

    @Test("of a chain of corrections the last one stands")
    func corrected() {
        #expect(standing(chain) == [3])
        #expect(chain.log.facts(BoatFolded.self).map(\.fact.creases) == [1, 2, 3])
    }

    @Test(
        "hiding a superseder never revives what it superseded: A, corrected by B, corrected by C",
        arguments: [
            ([1], [3]), ([2], [3]), ([3], []), ([1, 2], [3]), ([2, 3], []), ([1, 2, 3], []),
            ([99], [3]),
        ] as [([Position], [Position])])
    func hiding(_ hidden: [Position], _ left: [Position]) {
        let file = chain.hiding(hidden)
        #expect(standing(file) == left)
        #expect(file.log.standing(BoatFolded.self).map(\.position) == left)
        #expect(file.log.latest(BoatFolded.self)?.position == left.last)
        #expect(file.log.entries.map(\.position) == [1, 2, 3].filter { !hidden.contains($0) })
        for position in [1, 2, 3] {
            let isThere = file.log.entry(at: position) != nil
            #expect(isThere == !hidden.contains(position))
        }
        for creases in [1, 2, 3] {
            let fact = BoatFolded(boat: "B-1", by: "P-1", creases: creases)
            #expect(file.log.stands(fact, on: nil) == left.contains(creases))
        }
    }

    @Test("recorded as it was at first, it stands by the last entry alone: A, B, A again")
    func backAgain() {
        let file = file(
            entry(1, folded(1)), entry(2, folded(2), supersedes: 1),
            entry(3, folded(1), supersedes: 2))
        #expect(standing(file) == [3])
        let fact = BoatFolded(boat: "B-1", by: "P-1", creases: 1)
        #expect(file.log.stands(fact, on: nil))
        #expect(!file.hiding([3]).log.stands(fact, on: nil))
        #expect(standing(file.hiding([3])).isEmpty && standing(file.hiding([2])) == [3])
    }

    @Test("hidden twice is hidden, and a correction may be decided over what is left")
    func hiddenTwice() {
        #expect(chain.hiding([3]).hiding([3]) == chain.hiding([3]))
        #expect(chain.hiding([1]).hiding([3]) == chain.hiding([1, 3]))
        var past = FoldedPast()
        for recorded in chain.log.entries { past.apply(recorded) }
        let without = PastWithout(past, [3])
        #expect(without.file(boat) == chain.hiding([3]))
        #expect(without.file(BoatID(wellFormed: "B-9").tag) == nil && without.law == past.law)
    }

    @Test("what is withdrawn does not stand, and the withdrawal does")
    func withdrawn() {
        let struck = Event(BoatStruck(reason: .clear("误"), by: "P-1"))
        var file = chain
        file.apply(entry(4, struck, supersedes: 3, tags: [boat]))
        #expect(standing(file) == [4] && file.log.standing(BoatFolded.self).isEmpty)
        #expect(file.log.supersessions.all.map(\.isWithdrawal) == [false, false, true])
        #expect(standing(file.hiding([4])).isEmpty)
    }

    @Test("two entries may supersede one: both say so, in the order in which they were said")
    func twice() {
        let file = file(
            entry(3, folded(3), supersedes: 1), entry(2, folded(2), supersedes: 1),
            entry(1, folded(1)))
        #expect(file.log.supersessions.all.map(\.by) == [2, 3])
        #expect(standing(file) == [2, 3])
    }

    // MARK: taking back

    @Test(
        "taking back what was staged leaves the file as it was, and what it superseded stands again"
    )
    func drop() {
        let before = file(entry(1, folded(1)), entry(2, folded(2), supersedes: 1))
        var file = before
        file.apply(entry(3, folded(3), supersedes: 2))
        file.apply(
            entry(4, Event(BoatStruck(reason: .clear("误"), by: "P-1")), supersedes: 3, tags: [boat])
        )
        file.drop(from: 3)
        #expect(file == before && standing(file) == [2])
        file.drop(from: 3)
        #expect(file == before)
        file.drop(from: 2)
        #expect(standing(file) == [1] && file.log.supersessions.all.isEmpty)
        file.drop(from: 0)
        #expect(file == RecordFile(boat))
        file.apply(entry(0, folded(9)))
        #expect(standing(file) == [0])
    }

    // MARK: asking

    @Test("what was known at a moment is what had been recorded by it, and stood then")
    func knownAt() {
        func known(_ seconds: Int64) -> [Position] {
            chain.log.standing(
                BoatFolded.self, knownAt: Instant(milliseconds: seconds * 1_000)
            ).map(\.position)
        }
        #expect(known(0).isEmpty && known(1) == [1] && known(2) == [2] && known(3) == [3])
        #expect(known(9) == [3])
    }

    @Test(
        "facts are asked for by the day on which they happened; the undated once they were recorded"
    )
    func byDay() {
        let file = file(
            entry(1, folded(1)), entry(2, folded(2), on: day("2024-05-20")),
            entry(3, folded(3), on: day("2024-05-01")), entry(4, folded(4), on: day("2024-05-01")))
        func asked(by date: CalendarDate?) -> [Position] {
            file.log.standing(BoatFolded.self, by: date).map(\.position)
        }
        #expect(asked(by: nil) == [3, 4, 2, 1])
        // What nobody can date was recorded in the first second of 1970: by then it had happened.
        #expect(asked(by: day("2024-05-19")) == [3, 4, 1])
        #expect(asked(by: day("2024-05-20")) == [3, 4, 2, 1])
        #expect(asked(by: day("1970-01-01")) == [1] && asked(by: day("1969-12-31")).isEmpty)
        #expect(file.log.latest(BoatFolded.self, by: day("2024-05-20"))?.position == 1)
        let ended = Ending(on: day("1960-05-01"), knownFrom: Instant(milliseconds: 5_000))
        let undated = entry(1, folded(1)).ended(by: ended)
        #expect(undated.latest(knownAt: nil) == day("1960-05-01"))
        #expect(undated.latest(knownAt: Instant(milliseconds: 4_999)) == day("1970-01-01"))
        #expect(undated.latest(knownAt: Instant(milliseconds: 5_000)) == day("1960-05-01"))
        // A day of its own needs no other.
        let dated = entry(2, folded(2), on: day("2024-05-20")).ended(by: ended)
        #expect(dated.latest(knownAt: nil) == day("2024-05-20"))
        #expect(file.log.standing(BoatSunk.self).isEmpty)
    }

    @Test("the same stands when it says the same, of that day, under that version")
    func stands() {
        let fact = BoatFolded(
            boat: "B-1", by: "P-1", name: .commitment(String(repeating: "0", count: 64)))
        let file = file(entry(1, Event(fact), on: day("2024-05-20")))
        var asked = fact
        asked.name = .clear("虚构号")
        #expect(file.log.stands(asked, on: day("2024-05-20")))
        #expect(!file.log.stands(asked, on: day("2024-05-21")) && !file.log.stands(asked, on: nil))
        asked.berth = "2"
        #expect(!file.log.stands(asked, on: day("2024-05-20")))
        asked.berth = nil
        asked.name = nil
        #expect(!file.log.stands(asked, on: day("2024-05-20")))
    }

    @Test("what a newer program wrote stands in it, and is named")
    func opaque() {
        var file = chain
        #expect(file.opaque == nil)
        let unknown = entry(4, Event(opaque: "kite.flown.v1"), supersedes: 3, tags: [boat])
        file.apply(unknown)
        #expect(file.opaque == unknown && file.log.entries.last == unknown)
        #expect(standing(file) == [4])
        #expect(file.hiding([4]).opaque == nil)
    }
}
