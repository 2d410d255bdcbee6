import Chain
import Foundation
import Law
import LawSupport
import Store
import StoreSQLite
import TestSupport
import Vocabulary

@testable import Records
@testable import Registry

/// A ledger in a directory of its own, removed at the end.
final class TestLedger {
    private let scratch: Scratch
    let path: String
    let key: SigningKey
    let store: SQLiteStore
    let ledger: Ledger

    /// A ledger that holds entry 0.
    convenience init(
        _ suite: Suite = .sha256, key: SigningKey? = nil,
        at moment: String = "2026-01-01T00:00:00.000Z",
        law: [LawDocument] = [], duties: DutyRegister = Duties.register
    ) throws {
        let key = try key ?? SigningKey.generate(suite: suite, name: "test.example/1")
        let scratch = try Scratch()
        let path = scratch("ledger")
        let clock = FixedClock(instant(moment))
        try SQLiteStore.create(at: path) { writer in
            try Ledger.found(
                in: writer, key: key.verifier, actor: "test", unit: "U-TEST", law: law,
                duties: duties, clock: clock)
        }
        try self.init(scratch, key: key, duties: duties, clock: clock)
    }

    /// The same ledger as `bytes`.
    convenience init(
        copy bytes: Data, key: SigningKey, at moment: String = "2026-12-01T00:00:00.000Z",
        duties: DutyRegister = Duties.register, meddling sql: String? = nil
    ) throws {
        let scratch = try Scratch()
        let path = scratch("ledger")
        try bytes.write(to: URL(fileURLWithPath: path))
        if let sql { try Self.meddle(path, sql) }
        try self.init(
            scratch, key: key, duties: duties, clock: FixedClock(instant(moment)))
    }

    private init(
        _ scratch: Scratch, key: SigningKey, duties: DutyRegister, clock: any Registry.Clock
    ) throws {
        self.scratch = scratch
        self.key = key
        path = scratch("ledger")
        store = try SQLiteStore(path, for: .writing(as: "the test"))
        ledger = try Ledger(store, duties: duties, clock: clock)
    }

    deinit { try? store.close() }

    var directory: URL { scratch.url }

    /// The ledger under another clock, as if it had been opened later.
    func opened(at moment: String, duties: DutyRegister = Duties.register) throws -> Ledger {
        try Ledger(store, duties: duties, clock: FixedClock(instant(moment)))
    }

    /// The file, everything in it.
    func bytes() throws -> Data {
        try store.close()
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    /// Does to a file what somebody with a database shell could do, triggers lifted for as long.
    static func meddle(_ path: String, _ sql: String) throws {
        let shell = try DatabaseShell(path)
        try shell.withoutTriggers { try $0.run(sql) }
        try shell.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// Every line.
    func lines() throws -> [[UInt8]] {
        try store.read(.scan) { (reader) throws in
            var lines: [[UInt8]] = []
            try reader.scan(0..<Int.max) { _, line in lines.append(Array(line)) }
            return lines
        }
    }

    func verify(cores: Int = 2, against kept: [OutsideCheckpoint] = []) throws
        -> VerificationReport
    {
        try LedgerVerifier(store, duties: ledger.duties, cores: cores).verify(against: kept)
    }
}

extension Ledger {
    static let recorder = LedgerTransaction.Recorder(actor: "clerk", unit: "U-TEST")

    /// Decides and records in one transaction; the positions.
    @discardableResult
    func perform(_ commands: [Command], at moment: Instant? = nil) throws -> Range<Int> {
        try transact(at: moment) { transaction in
            let first = transaction.nextPosition
            for command in commands {
                for draft in try transaction.decide(command) {
                    transaction.stage(draft, by: Self.recorder)
                }
                transaction.keep(by: Self.recorder)
            }
            return first..<transaction.nextPosition
        }
    }

    @discardableResult
    func perform(_ command: Command, at moment: Instant? = nil) throws -> Range<Int> {
        try perform([command], at: moment)
    }

    @discardableResult
    func perform(
        _ act: some Act, _ circumstances: Circumstances = .init(), at moment: Instant? = nil
    ) throws -> Range<Int> {
        try perform(Command(act, circumstances), at: moment)
    }

    /// Destroys a sealed value by law, a second person behind it; the entry that says so.
    @discardableResult
    func destroy(
        _ path: String, at entry: Position, on day: String = "2026-01-01"
    ) throws -> Position {
        let act = ValueDestroyed(
            entry: entry, path: path, ground: .retentionExpired, organ: "U-TEST")
        let recorder = LedgerTransaction.Recorder(
            actor: "clerk.a", unit: "U-TEST", approver: "clerk.b")
        return try transact { transaction in
            let first = transaction.nextPosition
            let command = Command(act, on(day)).signed(by: "clerk.a", approvedBy: "clerk.b")
            for draft in try transaction.decide(command) { transaction.stage(draft, by: recorder) }
            transaction.keep(by: recorder)
            return first
        }
    }

    /// The entry that registered a subject.
    func registration(of subject: SubjectID) throws -> Position {
        let trail = try trail(of: subject)
        guard let one = trail.first(where: { $0.event.is(SubjectRegistered.self) }) else {
            preconditionFailure("the subject of a test is registered")
        }
        return one.position
    }

    /// Appends entries about a subject or a case that nobody registered, as many as asked, in one
    /// transaction.
    func fill(_ count: Int, tag: String = "subject:P-FILL") throws {
        let parts = tag.split(separator: ":")
        var data = CanonicalObject()
        data.set(String(parts[0]), String(parts[1]))
        if parts[0] == "subject" { data.set("unit", "U-1") }
        let type = parts[0] == "subject" ? "position.assumed.v1" : "case.closed.v1"
        try transact { transaction in
            transaction.keep(
                (0..<count).map { _ in
                    UnsealedEntry(
                        id: "01900000-0000-7000-8000-000000000000", type: type, actor: "test",
                        unit: "U-TEST", basis: ["XZZ-2020-26"], tags: [tag], data: data.bytes)
                })
        }
    }
}

extension Command {
    /// The act as its verb asks for it.
    init(_ act: some Act, _ circumstances: Circumstances = .init()) {
        self.init(act, circumstances, in: Duties.register)
    }
}

extension Officer: ExpressibleByStringLiteral {
    /// Nobody types an officer that is none in a test.
    init(stringLiteral text: String) { self.init(SubjectID(wellFormed: text)) }
}

extension SubjectID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}

func on(_ text: String) -> Circumstances { Circumstances(on: day(text)) }

func instant(_ text: String) -> Instant { Instant(written: text) }
func day(_ text: String) -> CalendarDate { CalendarDate(written: text) }

/// A ledger with everything in it: the demonstration, a delivery, views, two checkpoints. Made
/// once; tests work on copies.
enum WholeLedger {
    struct Made: Sendable {
        let bytes: Data
        let key: SigningKey
        let size: Int
        /// The checkpoint over the demonstration alone, and that over everything.
        let notes: [[UInt8]]
        let hero: SubjectID
    }

    static let made: Result<Made, any Error> = Result {
        let place = try TestLedger(at: "2019-01-01T00:00:00.000Z", law: BuiltInLaw.documents)
        let script = DemoScript(seed: 1)
        _ = try place.ledger.play(script) { _, _ in }
        let ledger = try place.opened(at: "2026-11-30T00:00:00.000Z")
        let first = try ledger.checkpoint(signingWith: place.key, cores: 2) { _, _ in }
        let runner = try ImportRunner(
            ledger, mapping: FixtureDeliveryTests.mapping(),
            directory: FixtureDeliveryTests.directory, report: nil, words: { $0.code })
        _ = try runner.run(dryRun: false) { _ in }
        try ledger.followViews(cores: 2)
        let second = try ledger.checkpoint(signingWith: place.key, cores: 2) { _, _ in }
        let size = try ledger.size()
        return Made(
            bytes: try place.bytes(), key: place.key, size: size, notes: [first, second],
            hero: script.hero)
    }

    /// A copy, after what `sql` did to it.
    static func copy(meddling sql: String? = nil) throws -> TestLedger {
        let made = try made.get()
        return try TestLedger(copy: made.bytes, key: made.key, meddling: sql)
    }
}
