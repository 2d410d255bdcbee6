import Records
import Testing

/// I5: the folds that make files out of entries.
@Suite("Files are folds that cannot refuse")
struct FoldTests {
    private static let people = RandomEvents.people

    private func subjectFile(_ id: SubjectID, _ events: some Sequence<RecordedEvent>)
        -> SubjectFile
    {
        var file = SubjectFile(subject: id)
        for event in events { file.apply(event) }
        return file
    }

    @Test("the order of arrival changes nothing", arguments: 41...60 as ClosedRange<UInt64>)
    func order(seed: UInt64) {
        var source = RandomEvents(seed: seed)
        let events = source.sequence(200)
        var random = SeededGenerator(seed: seed)
        let shuffled = events.shuffled(using: &random)
        let (one, two) = (EveryFile(events), EveryFile(shuffled))
        #expect(one == two)
        #expect(one.isFull)
    }

    @Test("applying an entry twice changes nothing", arguments: 81...90 as ClosedRange<UInt64>)
    func twice(seed: UInt64) {
        var source = RandomEvents(seed: seed)
        let events = source.sequence(200)
        #expect(EveryFile(events + events) == EveryFile(events))
    }

    @Test(
        "removing entries equals never having seen them", arguments: 91...110 as ClosedRange<UInt64>
    )
    func removing(seed: UInt64) {
        var source = RandomEvents(seed: seed)
        let events = source.sequence(200)
        let gone = events.map(\.position).filter { $0 % 5 == Int(seed % 5) }
        let rest = events.filter { !gone.contains($0.position) }
        #expect(EveryFile(events).removing(gone) == EveryFile(rest))
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
                    let status = file.status(on: date, knownAt: moment, under: Law())
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
        let strangers = EveryFile(
            events, people: ["P-77"], cases: ["C-77"], decisions: ["D-77"], numbers: ["S-77"],
            appeals: ["A-77"])
        #expect(
            strangers
                == EveryFile(
                    [], people: ["P-77"], cases: ["C-77"], decisions: ["D-77"],
                    numbers: ["S-77"], appeals: ["A-77"]))
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

/// One file of every kind for each of the things that random events are about.
private struct EveryFile: Equatable {
    var subjects: [SubjectFile]
    var cases: [CaseFile]
    var decisions: [DecisionFile]
    var sanctions: [SanctionFile]
    var appeals: [AppealFile]

    init(
        _ events: [RecordedEvent], people: [SubjectID] = RandomEvents.people,
        cases files: [CaseID] = RandomEvents.cases,
        decisions matters: [DecisionID] = RandomEvents.decisions,
        numbers: [SanctionID] = RandomEvents.numbers,
        appeals remedies: [AppealID] = RandomEvents.appeals
    ) {
        subjects = people.map { SubjectFile(subject: $0) }
        cases = files.map { CaseFile(case: $0) }
        decisions = matters.map { DecisionFile(decision: $0) }
        sanctions = numbers.map { SanctionFile(sanction: $0) }
        appeals = remedies.map { AppealFile(appeal: $0) }
        for event in events {
            for index in subjects.indices { subjects[index].apply(event) }
            for index in cases.indices { cases[index].apply(event) }
            for index in decisions.indices { decisions[index].apply(event) }
            for index in sanctions.indices { sanctions[index].apply(event) }
            for index in appeals.indices { appeals[index].apply(event) }
        }
    }

    func removing(_ positions: [Position]) -> EveryFile {
        var files = self
        files.subjects = subjects.map { $0.removing(positions) }
        files.cases = cases.map { $0.removing(positions) }
        files.decisions = decisions.map { $0.removing(positions) }
        files.sanctions = sanctions.map { $0.removing(positions) }
        files.appeals = appeals.map { $0.removing(positions) }
        return files
    }

    /// Whether the events reached every kind of file, so that equality says something.
    var isFull: Bool {
        subjects.contains { !$0.acts.entries.isEmpty }
            && cases.contains { !$0.acts.entries.isEmpty }
            && decisions.allSatisfy { !$0.log.entries.isEmpty }
            && sanctions.allSatisfy { !$0.log.entries.isEmpty }
            && appeals.allSatisfy { !$0.log.entries.isEmpty }
    }
}
