import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// I5: the folds that make files out of entries.
@Suite("Files are folds that cannot refuse")
struct FoldTests {
    private static let people = RandomEvents.people

    private func subjectFile(_ id: SubjectID, _ events: some Sequence<RecordedEvent>)
        -> SubjectFile
    {
        var file = SubjectFile(about: id)
        for event in events { file.apply(event) }
        return file
    }

    @Test("the order of arrival changes nothing", arguments: 41...60 as ClosedRange<UInt64>)
    func order(seed: UInt64) {
        let events = RandomEvents.sequence(200, seed: seed)
        var random = SeededGenerator(seed: seed)
        let shuffled = events.shuffled(using: &random)
        #expect(EveryFile(events) == EveryFile(shuffled))
    }

    @Test("random events reach the files of every duty, so that equality says something")
    func notVacuous() {
        let files = EveryFile(RandomEvents.sequence(1_000, seed: 1)).files
        for duty in Duties.all {
            #expect(
                files.values.contains { file in
                    file.log.entries.contains { $0.event.belongs(to: duty) }
                }, "\(duty.noun.name)")
        }
    }

    @Test("applying an entry twice changes nothing", arguments: 81...90 as ClosedRange<UInt64>)
    func twice(seed: UInt64) {
        let events = RandomEvents.sequence(200, seed: seed)
        #expect(EveryFile(events + events) == EveryFile(events))
    }

    @Test("hiding entries equals never having seen them, and revives nothing that they superseded")
    func hiding() {
        var revived = 0
        for seed in 91...110 as ClosedRange<UInt64> {
            let events = RandomEvents.sequence(200, seed: seed)
            let gone = Set(events.map(\.position).filter { $0 % 5 == Int(seed % 5) })
            let seen = EveryFile(events.filter { !gone.contains($0.position) })
            for (tag, file) in EveryFile(events).files {
                let hidden = file.hiding(gone).log
                #expect(hidden.entries == (seen.files[tag]?.log.entries ?? []))
                let standing = file.log.standing.filter { !gone.contains($0.position) }
                #expect(hidden.standing == standing)
                // Never seen, a superseder would leave standing what it superseded.
                if let log = seen.files[tag]?.log, log.standing != standing { revived += 1 }
            }
        }
        #expect(revived > 5)
    }

    @Test(
        "no sequence of events stops a file, a status or a trail",
        arguments: 111...150 as ClosedRange<UInt64>)
    func anything(seed: UInt64) {
        let events = RandomEvents.sequence(150, seed: seed)
        let days = ["0001-01-01", "2019-05-01", "9999-12-31"].map(day)
        for id in Self.people {
            let file = subjectFile(id, events)
            for date in days {
                for moment in [nil, Instant(milliseconds: 20_000)] {
                    let status = file.status(on: date, knownAt: moment, under: Law())
                    // I12 of the domain: whoever is found responsible is no longer merely suspected.
                    let found = Set(status.findings.map(\.fact.case))
                    #expect(status.suspicions.allSatisfy { !found.contains($0.fact.case) })
                    #expect(status.date == date)
                    _ = file.post(on: date, knownAt: moment)
                }
            }
            let mine = events.filter { $0.tags.contains(id.tag) }
            #expect(LifelongTrail.build(events: mine).items.count == mine.count)
        }
    }

    @Test("an event about somebody else changes nothing")
    func somebodyElse() {
        var source = RandomEvents(seed: 7)
        let events = source.sequence(200)
        #expect(subjectFile("P-77", events) == SubjectFile(about: "P-77"))
        let strangers = Set(Duties.register.duties.map(\.noun.tag)).map {
            Vocabulary.Tag(kind: $0, wellFormed: "X-77")
        }
        for tag in strangers { #expect(RecordFile(tag, of: events) == RecordFile(tag)) }
    }

    @Test("a file finds each of its entries again, and no other")
    func lookup() {
        var source = RandomEvents(seed: 8)
        let events = source.sequence(200)
        for (tag, file) in EveryFile(events).files {
            for event in events {
                let isMine = event.tags.contains(tag)
                #expect(file.log.entry(at: event.position) == (isMine ? event : nil))
            }
        }
    }
}

/// The file of every tag that random events are about.
private struct EveryFile: Equatable {
    private(set) var files: [Vocabulary.Tag: RecordFile] = [:]

    init(_ events: [RecordedEvent]) {
        for event in events {
            for tag in event.tags { files[tag, default: RecordFile(tag)].apply(event) }
        }
    }
}
