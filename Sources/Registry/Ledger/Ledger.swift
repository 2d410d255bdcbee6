public import Chain
public import Law
public import Records
public import Store
import Synchronization
public import Vocabulary

/// A ledger that is open: takes commands in and gives events and answers out.
///
/// Data walks one way: command → decide → events → seal → append → fold → query → view. Everything
/// that is written goes through ``transact(_:)``: one transaction that reads what concerns the
/// command, decides, seals onto the head and inserts (I4).
public final class Ledger: Sendable {
    public let store: any EntryStore
    /// What entry 0 says.
    public let identity: LedgerIdentity
    /// The duties whose kinds it can read and record.
    public let duties: DutyRegister
    let clock: any Clock
    private let random: any RandomNumberGenerator & Sendable
    private let writing: Writing
    /// Where callers of `submit` wait for the commit they will share.
    let sharedCommit = GroupCommit<LedgerWork, Receipt>()
    let proofs: ProofMemory
    let lawMemory: LawMemory
    /// What was proven of its tree since it was opened.
    let tree: ProvenTree
    /// Where it lies: `store`, or what `store` shows one moment of.
    let source: any EntryStore

    /// Opens the ledger in `store`.
    ///
    /// - Throws: ``LedgerFault/unfinished`` when there is no entry 0, ``LedgerFault/damaged(entry:)``
    ///   when it cannot be read, and what the store throws.
    public init(
        _ store: any EntryStore, duties: DutyRegister = Duties.register,
        clock: any Clock = SystemClock(),
        random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) throws {
        let identity = try store.read { reader in
            try reader.withLine(at: 0) { try LedgerIdentity.read($0) }
        }
        guard let identity else { throw LedgerFault.unfinished }
        self.store = store
        source = store
        self.identity = identity
        self.duties = duties
        self.clock = clock
        self.random = random
        tree = ProvenTree(identity)
        proofs = ProofMemory(identity.suite)
        lawMemory = LawMemory()
        writing = Writing(identity.suite, duties, random: random)
    }

    /// The same ledger over a store that shows one moment of it.
    private init(_ ledger: Ledger, over store: StoreMoment) {
        self.store = store
        source = ledger.source
        tree = ledger.tree
        identity = ledger.identity
        duties = ledger.duties
        clock = ledger.clock
        proofs = ledger.proofs
        lawMemory = ledger.lawMemory
        writing = ledger.writing
        random = ledger.random
    }

    /// Runs `body` on the ledger as it is now: whatever it asks, and in how many steps, is answered
    /// from one moment. The ledger that is lent cannot be written.
    ///
    /// - Parameters:
    ///   - completeness: With what heads and lists are compared.
    ///   - isListing: Whether a list is asked for.
    /// - Throws: ``LedgerFault/unsound(_:more:)`` where what the answer rests on is damaged.
    public func atOneMoment<Result>(
        comparing completeness: Completeness = .usual, listing isListing: Bool = false,
        _ body: (Ledger) throws -> Result
    ) throws -> Result {
        try namingDamage { try unnamed(comparing: completeness, listing: isListing, body) }
    }

    /// The same; what is damaged comes out as it was run into.
    func unnamed<Result>(
        comparing completeness: Completeness = .usual, listing isListing: Bool = false,
        _ body: (Ledger) throws -> Result
    ) throws -> Result {
        try read(comparing: completeness, listing: isListing) {
            try body(Ledger(self, over: StoreMoment(reader: $0)))
        }
    }

    /// Runs `body` on a snapshot in which no line is believed before it was proven (I11).
    func read<Result>(
        _ access: ReadAccess = .points, comparing completeness: Completeness = .usual,
        listing isListing: Bool = false, _ body: (ProvenReader) throws -> Result
    ) throws -> Result {
        if let moment = store as? StoreMoment { return try body(moment.reader) }
        return try store.read(access) { reader in
            try body(
                ProvenReader(
                    reader, tree, suite: identity.suite, source: source,
                    completeness: completeness, isListing: isListing))
        }
    }

    /// Writes entry 0 into an empty store, and the law after it, in the transaction that creates
    /// it.
    ///
    /// - Parameters:
    ///   - key: Its name is the ledger's origin, its suite the ledger's.
    ///   - law: What the ledger judges by from its first day.
    public static func found(
        in store: any StoreWriter, key: VerificationKey, actor: String, unit: String,
        law: [LawDocument] = [], duties: DutyRegister = Duties.register,
        clock: any Clock = SystemClock(),
        random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) throws {
        let size = try store.size()
        precondition(size == 0, "a ledger begins in an empty store")
        let writing = Writing(key.suite, duties, random: random)
        let now = clock.now()
        let identity = LedgerIdentity(
            origin: key.name, suite: key.suite, key: key, createdAt: now.description)
        let entry = UnsealedEntry(
            id: writing.seal.identifier(at: now), type: LedgerIdentity.type, actor: actor,
            unit: unit, basis: ["XZZ-2020-26"], tags: [], data: identity.data)
        try store.append(try writing.sealer.seal([entry], at: now.description, onto: store))
        for fact in identity.facts { try store.setFact(fact.name, fact.value) }
        try writing.past.reading(store) {
            let transaction = try LedgerTransaction(store, writing, now: now, reading: store)
            try transaction.activate(law, by: .init(actor: actor, unit: unit))
            try transaction.flush()
        }
        var digest = DigestContext(key.suite)
        try LedgerEdge.note(in: store, using: &digest)
        try HeadTally.note(in: store, using: &digest)
    }

    /// When the last entry was recorded.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` when it does not say so.
    public func lastRecorded() throws -> Instant {
        try store.read { reader in
            let position = try reader.size() - 1
            let at = try reader.withLine(at: position) {
                try EntryReader.recordedAt($0, at: position)
            }
            guard let at = at.flatMap({ Instant($0) }) else {
                throw LedgerFault.damaged(entry: position)
            }
            return at
        }
    }

    /// How many entries there are.
    public func size() throws -> Int { try store.read { try $0.size() } }

    /// Runs `body` in one durable transaction; when it throws, nothing of it happened.
    ///
    /// - Parameters:
    ///   - moment: Recorded then, for a replay; nil: now.
    ///   - correctingClock: Whether it says that the last entries lie ahead of the clock, and so may.
    /// - Throws: ``LedgerFault/unknownOutcome(from:to:)`` when it may have happened all the same:
    ///   the ledger must then be opened anew, and looked at before anything is recorded again.
    func transact<Result>(
        at moment: Instant? = nil, correctingClock: Bool = false,
        _ body: (LedgerTransaction) throws -> Result
    ) throws -> Result {
        var reach: (from: Int, to: Int)?
        do {
            return try store.write { store in
                try writing.begin(on: store)
                do {
                    let from = try store.size()
                    let result = try run(
                        body, on: store, with: writing, at: moment,
                        correctingClock: correctingClock)
                    reach = (from, try store.size())
                    return result
                } catch {
                    // Here, and not after `write`: there the next writer may be at work already.
                    writing.forget()
                    throw error
                }
            }
        } catch StoreFault.unknownOutcome(let detail, let isFull) {
            writing.isInDoubt.store(true, ordering: .releasing)
            // Without a reach this write was not even begun; one before it is in doubt.
            guard let reach else { throw StoreFault.unknownOutcome(detail: detail, isFull: isFull) }
            throw LedgerFault.unknownOutcome(from: reach.from, to: reach.to, isFull: isFull)
        }
    }

    /// Runs `body` as a transaction over the ledger as it is now, and drops everything. The ledger
    /// may be open for reading only.
    func rehearse<Result>(_ body: (LedgerTransaction) throws -> Result) throws -> Result {
        let rehearsing = Writing(identity.suite, duties, random: random)
        return try store.rehearse { store in
            try run(body, on: store, with: rehearsing, at: nil, isRehearsal: true)
        }
    }

    private func run<Result>(
        _ body: (LedgerTransaction) throws -> Result, on store: any StoreWriter,
        with writing: Writing, at moment: Instant?, correctingClock: Bool = false,
        isRehearsal: Bool = false
    ) throws -> Result {
        // A decider believes no line that was not proven; the sealer compares the heads.
        let proven = try ProvenReader(
            store, tree, suite: identity.suite, source: nil, checksHeads: false)
        return try writing.past.reading(proven) {
            let now =
                try correctingClock
                ? confirmedTime()
                : recordingTime(
                    at: moment, in: store, with: writing, isRehearsal: isRehearsal)
            let transaction = try LedgerTransaction(
                store, writing, now: now, correctsClock: correctingClock, reading: proven)
            let result = try body(transaction)
            try transaction.flush()
            if transaction.notesEdge {
                var digest = DigestContext(identity.suite)
                try LedgerEdge.move(in: store, using: &digest)
            }
            return result
        }
    }

    /// Lets go of the files that deciding has read. They are read again when they are needed.
    func releaseFiles() throws { try store.write { _ in writing.past.forget() } }

    /// What the next entries will record as their time.
    ///
    /// Clocks are slewed by moments all the time; an entry then takes its predecessor's time. More
    /// than ``patience`` behind is a wrong clock, and is refused. So is one that is more than
    /// ``leap`` ahead unless something or somebody stands behind it: entries cannot be taken back, and
    /// one dated in another year would lock the ledger until then. In a ledger for trial nothing is
    /// locked for good.
    private func recordingTime(
        at moment: Instant?, in store: any StoreWriter, with writing: Writing, isRehearsal: Bool
    ) throws -> Instant {
        let now = moment ?? clock.now()
        guard let last = try writing.sealer.lastRecorded(in: store) else { return now }
        if now >= last {
            guard
                isRehearsal || moment != nil || now.milliseconds - last.milliseconds <= Self.leap
                    || identity.isForTrial || clock.isConfirmed
            else { throw LedgerFault.clockAhead(last: last, now: now) }
            return now
        }
        guard last.milliseconds - now.milliseconds <= Self.patience else {
            throw LedgerFault.clockBehind(last: last, now: now)
        }
        return last
    }

    /// The time by which others are found wrong: somebody or something stands behind it.
    private func confirmedTime() throws -> Instant {
        let now = clock.now()
        guard identity.isForTrial || clock.isConfirmed else {
            throw LedgerFault.clockUnconfirmed(now: now)
        }
        return now
    }

    /// How far ahead of the last entry a clock may be that nobody stands behind: a day. Units:
    /// milliseconds.
    private static let leap: Int64 = 86_400_000
    /// How far behind the last entry the clock may be. Units: milliseconds.
    static let patience: Int64 = 2_000
}

/// What writing remembers from one transaction to the next. Only ever touched inside
/// `store.write`, which one thread at a time may be in; that is why it may be shared.
final class Writing: @unchecked Sendable {
    var sealer: Sealer
    let past: StorePast
    let seal: DigestSeal

    let suite: Suite
    /// Whether nobody can tell if the last transaction happened. Set outside of `store.write`.
    let isInDoubt = Atomic(false)

    init(_ suite: Suite, _ duties: DutyRegister, random: any RandomNumberGenerator) {
        self.suite = suite
        past = StorePast(duties)
        sealer = Sealer(suite)
        seal = DigestSeal(suite, random: random)
    }

    /// Forgets unless what is remembered is the ledger as it is now: the transaction before this
    /// one may have failed while it was committed, or somebody else may have written.
    func begin(on store: any StoreReader) throws {
        if isInDoubt.exchange(false, ordering: .acquiring) { forget() }
        let size = try store.size()
        if let known = sealer.knownSize, known != size { forget() }
    }

    /// After a transaction whose body failed: what was remembered of it never happened.
    func forget() {
        sealer.forget()
        past.forget()
    }
}
