import Chain
import Law
import Store
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// A clock that nothing confirms.
private struct LonelyClock: Registry.Clock {
    let instant: Instant
    var isConfirmed: Bool { false }

    func now() -> Instant { instant }
}

@Suite("A wrong clock neither slips in nor locks the ledger")
struct TimekeepingTests {
    private func person(_ number: Int) -> SubjectRegistered {
        SubjectRegistered(subject: SubjectID(wellFormed: "P-\(number)"), kind: .person)
    }

    private func open(_ place: TestLedger, _ moment: String) throws -> Ledger {
        try Ledger(place.store, clock: LonelyClock(instant: instant(moment)))
    }

    @Test("a day ahead of the last entry needs no question, a moment more does; confirmed, neither")
    func leap() throws {
        let place = try TestLedger(at: "2026-01-01T00:00:00.000Z")
        try open(place, "2026-01-02T00:00:00.000Z").perform(person(1))
        let ahead = "2026-01-03T00:00:00.001Z"
        #expect(
            throws: LedgerFault.clockAhead(
                last: instant("2026-01-02T00:00:00.000Z"), now: instant(ahead))
        ) { try open(place, ahead).perform(person(2)) }
        #expect(try place.ledger.size() == 2)
        try place.opened(at: ahead).perform(person(2))
        #expect(try place.ledger.size() == 3)
        #expect(SystemClock(isAnsweredFor: true).isConfirmed)
    }

    @Test("a rehearsal asks nothing of the clock ahead, and what is told is believed for practice")
    func trial() throws {
        let key = try SigningKey.generate(suite: .sha256, name: "practice.example/1")
        let place = try TestLedger(key: key, at: "2026-01-01T00:00:00.000Z")
        try open(place, "2046-01-01T00:00:00.000Z").perform(person(1))
        #expect(try place.ledger.size() == 2)
    }

    private func correct(_ entry: Int, in ledger: Ledger) async throws -> Receipt {
        try await ledger.submit(
            Command(ClockCorrected(entry: entry, reason: "电池耗尽"), in: Duties.register),
            actor: "clerk.a", unit: "U-TEST")
    }

    @Test("what it dated is named, in an entry of its own, and work goes on; all verify it")
    func correction() async throws {
        let place = try TestLedger(at: "2026-01-01T00:00:00.000Z")
        try place.ledger.perform(person(1))
        let wrong = try place.opened(at: "2046-01-01T00:00:00.000Z")
        try wrong.perform(person(2))
        try wrong.perform(person(3))
        let right = try place.opened(at: "2026-01-02T00:00:00.000Z")
        #expect(throws: LedgerFault.self) { try right.perform(person(4)) }
        for entry in [1, 3] {
            await #expect(throws: LedgerFault.notFirstAhead(entry: entry, first: 2)) {
                try await correct(entry, in: right)
            }
        }
        await #expect(
            throws: LedgerFault.clockUnconfirmed(now: instant("2026-01-02T00:00:00.000Z"))
        ) { try await correct(2, in: open(place, "2026-01-02T00:00:00.000Z")) }
        #expect(try place.ledger.size() == 4)
        #expect(try await correct(2, in: right).positions == 4..<5)
        try right.perform(person(4))
        let report = try place.verify()
        #expect(report.damages == [] && report.size == 6)
        #expect(try right.trail(of: "P-2" as SubjectID).map(\.position) == [2, 4])
        await #expect(throws: LedgerFault.notFirstAhead(entry: 2, first: nil)) {
            try await correct(2, in: right)
        }
        // It alone may go back: the entries after it do not.
        let behind = try place.opened(at: "2026-01-01T12:00:00.000Z")
        #expect(throws: LedgerFault.self) { try behind.perform(person(5)) }
        _ = try right.rebuild(cores: 2) { _, _ in }
        #expect(try place.verify().isSound)
    }

    @Test(
        "what lies no further ahead than is borne was dated by no wrong clock, a millisecond more was",
        arguments: [("00:00:12.000", nil), ("00:00:12.001", 1)] as [(String, Int?)])
    func borne(time: String, first: Int?) async throws {
        let place = try TestLedger(at: "2026-01-01T00:00:00.000Z")
        try place.opened(at: "2026-01-01T\(time)Z").perform(person(1))
        let right = try place.opened(at: "2026-01-01T00:00:10.000Z")
        if first == nil {
            await #expect(throws: LedgerFault.notFirstAhead(entry: 1, first: nil)) {
                try await correct(1, in: right)
            }
            try right.perform(person(2))
        } else {
            #expect(throws: LedgerFault.self) { try right.perform(person(2)) }
            #expect(try await correct(1, in: right).positions == 2..<3)
        }
        #expect(try place.verify().damages == [])
    }

    @Test("its type is the one by which verifiers know it")
    func type() throws {
        let place = try TestLedger()
        let line = try #require(try place.lines().first)
        let correctsClock = try line.withUnsafeBytes { (bytes) throws in
            var tape = LineTape()
            return try EntryView.read(bytes, tape: &tape).correctsClock
        }
        #expect(!correctsClock)
        #expect(ClockCorrected.type.name == "clock.corrected.v1")
    }

    @Test("no checkpoint is made before what it covers")
    func checkpoint() throws {
        let place = try TestLedger(at: "2026-01-01T00:00:10.000Z")
        for (moment, isRefused) in [
            ("2026-01-01T00:00:07.999Z", true), ("2026-01-01T00:00:08.000Z", false),
        ] {
            let ledger = try place.opened(at: moment)
            if isRefused {
                #expect(throws: LedgerFault.self) {
                    try ledger.checkpoint(signingWith: place.key, cores: 1) { _, _ in }
                }
            } else {
                let note = try ledger.checkpoint(signingWith: place.key, cores: 1) { _, _ in }
                #expect(
                    try Checkpoint.open(note, trusting: [place.key.verifier]).extensions
                        == ["at 2026-01-01T00:00:10.000Z"])
            }
        }
    }
}

@Suite("A key remembers what it signed")
struct SignedBeforeTests {
    private func sign(
        _ place: TestLedger, after note: [UInt8]?, despiteIt: Bool = false
    ) throws -> SignedCheckpoint {
        try place.ledger.checkpoint(
            signingWith: place.key,
            after: note.map { OutsideCheckpoint(name: "k.signed", note: $0) },
            despiteIt: despiteIt, cores: 1
        ) { _, _ in }
    }

    @Test("a ledger that is shorter, or another, is not signed in silence")
    func restored() throws {
        let made = try WholeLedger.made.get()
        // The tail cut by somebody who knows all tables: the same ledger, restored from before.
        let key = try SigningKey.generate(suite: .sha256, name: "test.example/1")
        let long = try TestLedger(key: key, at: "2026-01-01T00:00:00.000Z")
        try long.ledger.fill(5)
        let first = try sign(long, after: nil)
        try long.ledger.fill(1)
        let second = try sign(long, after: first.note)
        #expect(second.isNewest && second.size == 7)

        for entries in [2, 6, 9] {
            let other = try TestLedger(key: key, at: "2026-01-01T00:00:00.000Z")
            try other.ledger.fill(entries)
            #expect(throws: LedgerFault.signedOtherwise(signed: 7, size: entries + 1)) {
                try sign(other, after: second.note)
            }
            #expect(try other.store.read { try $0.checkpoints() }.isEmpty)
            let signed = try sign(other, after: second.note, despiteIt: true)
            let root = try Checkpoint.open(second.note, trusting: [key.verifier]).root
            #expect(
                try Checkpoint.open(signed.note, trusting: [key.verifier]).extensions.last
                    == "despite 7 \(root.hex)")
            #expect(signed.isNewest)
            // From now on this is what was signed last.
            #expect(try sign(other, after: signed.note).note == signed.note)
        }
        #expect(throws: LedgerFault.signedOtherwise(signed: nil, size: 7)) {
            try sign(long, after: made.notes[0])
        }
    }
}
