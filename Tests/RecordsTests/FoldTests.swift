import Records
import Testing

/// I5: the folds that make files out of entries.
@Suite("Files are folds that cannot refuse")
struct FoldTests {
    private static let people: [SubjectID] = ["P-1", "P-2", "P-3"]
    private static let cases: [CaseID] = ["C-1", "C-2"]

    private func subjectFile(_ id: SubjectID, _ events: some Sequence<RecordedEvent>)
        -> SubjectFile
    {
        var file = SubjectFile(subject: id)
        for event in events { file.apply(event) }
        return file
    }

    private func caseFile(_ id: CaseID, _ events: some Sequence<RecordedEvent>) -> CaseFile {
        var file = CaseFile(case: id)
        for event in events { file.apply(event) }
        return file
    }

    @Test("the order of arrival changes nothing", arguments: 41...60 as ClosedRange<UInt64>)
    func order(seed: UInt64) {
        var source = RandomEvents(seed: seed)
        let events = source.sequence(80)
        var random = SeededGenerator(seed: seed)
        let shuffled = events.shuffled(using: &random)
        for id in Self.people {
            #expect(subjectFile(id, events) == subjectFile(id, shuffled))
        }
        for id in Self.cases {
            #expect(caseFile(id, events) == caseFile(id, shuffled))
        }
    }

    @Test("applying an entry twice changes nothing", arguments: 81...90 as ClosedRange<UInt64>)
    func twice(seed: UInt64) {
        var source = RandomEvents(seed: seed)
        let events = source.sequence(80)
        for id in Self.people {
            #expect(subjectFile(id, events + events) == subjectFile(id, events))
        }
    }

    @Test(
        "removing entries equals never having seen them", arguments: 91...110 as ClosedRange<UInt64>
    )
    func removing(seed: UInt64) {
        var source = RandomEvents(seed: seed)
        let events = source.sequence(80)
        let gone = events.map(\.position).filter { $0 % 5 == Int(seed % 5) }
        let rest = events.filter { !gone.contains($0.position) }
        for id in Self.people {
            #expect(subjectFile(id, events).removing(gone) == subjectFile(id, rest))
        }
        for id in Self.cases {
            #expect(caseFile(id, events).removing(gone) == caseFile(id, rest))
        }
    }

    @Test(
        "no sequence of events stops a file, a status or a trail",
        arguments: 111...150 as ClosedRange<UInt64>)
    func anything(seed: UInt64) {
        var source = RandomEvents(seed: seed)
        let events = source.sequence(150)
        let days = ["0001-01-01", "2019-05-01", "9999-12-31"].map(day)
        for id in Self.people {
            let file = subjectFile(id, events)
            for date in days {
                for moment in [nil, Instant(milliseconds: 20_000)] {
                    let status = file.status(on: date, knownAt: moment)
                    // I12 of the domain: whoever is found responsible is no longer merely suspected.
                    let found = Set(status.findings.map(\.fact.case))
                    #expect(status.suspicions.allSatisfy { !found.contains($0.fact.case) })
                    #expect(Tree.of(status.write).json.isEmpty == false)
                    _ = file.post(on: date, knownAt: moment)
                }
            }
            let mine = events.filter { $0.event.tags.contains(id.tag) }
            #expect(LifelongTrail.build(events: mine).items.count == mine.count)
        }
    }

    @Test("an event about somebody else changes nothing")
    func somebodyElse() {
        var source = RandomEvents(seed: 7)
        let events = source.sequence(200)
        #expect(subjectFile("P-77", events) == SubjectFile(subject: "P-77"))
        #expect(caseFile("C-77", events) == CaseFile(case: "C-77"))
    }

    @Test("a file finds each of its entries again, and no other")
    func lookup() {
        var source = RandomEvents(seed: 8)
        let events = source.sequence(200)
        let file = subjectFile("P-1", events)
        for event in events {
            let isMine = event.event.tags.contains(Self.people[0].tag)
            if case .recordWithdrawn = event.event { continue }
            if isMine {
                #expect(file.entry(at: event.position)?.event == event.event)
            } else {
                #expect(file.entry(at: event.position) == nil)
            }
        }
    }
}
