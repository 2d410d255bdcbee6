import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// I5, I7: the clocks of a file, stored as a view.
@Suite("The clocks of a file are the same however they are folded")
struct ClockLogTests {
    /// The files of random entries that have clocks in them.
    private static func tags(_ events: [RecordedEvent]) -> Set<Vocabulary.Tag> {
        var tags: Set<Vocabulary.Tag> = []
        for event in events {
            for tag in event.tags where Duties.register.clockedTags.contains(tag.kind) {
                tags.insert(tag)
            }
        }
        return tags
    }

    private static func log(_ tag: Vocabulary.Tag, _ events: some Sequence<RecordedEvent>)
        -> ClockLog
    {
        var log = ClockLog()
        for event in events where event.tags.contains(tag) { log.apply(event, under: tag) }
        return log
    }

    private static func json(_ log: ClockLog) -> String { Tree.of(log.write).json }

    @Test(
        "cut anywhere and merged in any grouping, they are the same bytes",
        arguments: 1...40 as ClosedRange<UInt64>)
    func merging(seed: UInt64) throws {  // I7
        let events = RandomEvents.sequence(150, seed: seed)
        let cuts = [Int(seed * 7 % 150), Int(seed * 31 % 150)].sorted()
        for tag in Self.tags(events) {
            let whole = Self.log(tag, events)
            let (one, two, three) = (
                Self.log(tag, events[..<cuts[0]]), Self.log(tag, events[cuts[0]..<cuts[1]]),
                Self.log(tag, events[cuts[1]...])
            )
            var left = one
            left.merge(two)
            left.merge(three)
            var right = two
            right.merge(three)
            var all = one
            all.merge(right)
            var backwards = three
            backwards.merge(one)
            backwards.merge(two)
            #expect(left == whole && all == whole && backwards == whole)
            #expect(Self.json(left) == Self.json(whole))
        }
    }

    @Test(
        "stored in between, where only what is settled is kept, they are the same bytes",
        arguments: 1...40 as ClosedRange<UInt64>)
    func stored(seed: UInt64) throws {  // I7
        let events = RandomEvents.sequence(150, seed: seed)
        for tag in Self.tags(events) {
            var log = ClockLog()
            for start in stride(from: 0, to: 150, by: 25) {
                let stored = try ClockLog(from: #require(TreeReader(Tree.parse(Self.json(log)))))
                #expect(stored == log.settled)
                log = stored
                log.merge(Self.log(tag, events[start..<start + 25]))
            }
            #expect(Self.json(log) == Self.json(Self.log(tag, events)))
        }
    }

    @Test(
        "in any order of arrival, and seen twice, they are the same",
        arguments: 41...60 as ClosedRange<UInt64>)
    func order(seed: UInt64) {
        let events = RandomEvents.sequence(80, seed: seed)
        var random = SeededGenerator(seed: seed)
        for tag in Self.tags(events) {
            #expect(Self.log(tag, events.shuffled(using: &random)) == Self.log(tag, events))
            #expect(Self.log(tag, events + events) == Self.log(tag, events))
        }
    }

    @Test("random events do start and end clocks, and every mark is of a type that is looked for")
    func notVacuous() {
        let events = RandomEvents.sequence(2_000, seed: 3)
        var starts = 0
        var ends = 0
        for event in events {
            for mark in event.clockMarks {
                #expect(Duties.register.marksClocks(event.event.type.name))
                #expect(event.tags.contains(mark.tag), "\(event.event.type) \(mark.tag)")
                if case .start = mark.kind { starts += 1 } else { ends += 1 }
            }
        }
        #expect(starts > 100 && ends > 100)
    }

    @Test("a register of the old kinds alone has no clock")
    func oldKinds() throws {
        var register = try Register.withCase()
        try register.sustain(on: "2024-06-01")
        try register.impose(.demerit, on: "2024-06-10")
        try register.perform(
            SanctionAnnulled(
                sanction: "S-1", case: Register.file, subject: Register.director, by: .court),
            on("2024-09-01"))
        try register.perform(CaseClosed(case: Register.file), on("2024-09-30"))
        for tag in Self.tags(register.events) {
            let log = Self.log(tag, register.events)
            #expect(log.isEmpty && Self.json(log) == "{}")
        }
        // Served, it has one; and then the annulment counts.
        var served = try Register.sanctioned()
        try served.perform(
            SanctionAnnulled(
                sanction: "S-1", case: Register.file, subject: Register.director, by: .court),
            on("2024-03-01"))
        #expect(
            Self.log(SanctionID(wellFormed: "S-1").tag, served.events).settled.starts.map(\.slot)
                == ["remedy", "reputationRestoration"])
    }
}
