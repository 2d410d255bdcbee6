internal import Chain
internal import Law
internal import Records
internal import Store
internal import Vocabulary

/// The past as a decider sees it inside one write transaction: what is stored, and what has been
/// decided in this transaction and not yet sealed.
///
/// Files are folded from the tag chains when first asked for and kept while the transaction batch
/// follows batch; ``limit`` bounds what is kept.
final class StorePast: Past {
    /// Above this many entries the memory starts afresh.
    private static let limit = 50_000
    /// Read when first asked for, and kept while nobody else writes.
    private var storedLaw: Law?
    /// An entry of the law that nobody here can read.
    private var unknownLaw: RecordedEvent?
    private var stagedLaw: Law?
    private var shelf = FileShelf()
    private var hidden: Set<Position> = []
    private var reader: EntryReader
    let duties: DutyRegister
    private var numbers = KeptNumbers()
    /// What was decided and is not in the store yet, in order.
    private var pending: [RecordedEvent] = []
    private var stagedFrom: Int?
    /// Opens what an entry sealed; nil: the past holds commitments alone.
    var opening: ((RecordedEvent) throws -> RecordedEvent)?
    private var failure: (any Error)?
    private var store: (any StoreReader)?

    init(_ duties: DutyRegister) {
        self.duties = duties
        reader = EntryReader(duties)
    }

    /// Lends a store for the length of a transaction.
    func reading<Result>(_ store: any StoreReader, _ body: () throws -> Result) throws -> Result {
        self.store = store
        defer { self.store = nil }
        relieve()
        return try body()
    }

    /// Forgets when too much is remembered. Everything staged must be in the store.
    func relieve() {
        pending.removeAll(keepingCapacity: true)
        stagedFrom = nil
        if shelf.weight > Self.limit { forget() }
    }

    /// After a transaction that did not commit.
    func forget() {
        shelf.forget()
        numbers.forget()
        pending.removeAll()
        stagedFrom = nil
        storedLaw = nil
        unknownLaw = nil
        failure = nil
        discard()
    }

    var law: Law {
        // Nobody judges by law of which they can read a part only.
        if let unknownLaw { refuse(over: unknownLaw) }
        if let law = stagedLaw ?? storedLaw { return law }
        guard let store else { preconditionFailure("the past is read inside a transaction") }
        do {
            let law = try Law.activated(in: store, by: duties) { unknownLaw = unknownLaw ?? $0 }
            storedLaw = law
            if let unknownLaw { refuse(over: unknownLaw) }
            return law
        } catch {
            failure = failure ?? error
            return Law()
        }
    }

    func file(_ tag: Tag) -> RecordFile? {
        guard let file = shelf.file(tag, trail: trail) else { return nil }
        // Nobody decides over what they cannot read: the refusal names it.
        if let opaque = file.opaque { refuse(over: opaque) }
        return hidden.isEmpty ? file : file.hiding(hidden)
    }

    private func refuse(over opaque: RecordedEvent) {
        failure = failure ?? Refusal.opaqueEntry(opaque.position, type: opaque.event.type.name)
    }

    func entry(_ position: Position) -> RecordedEvent? {
        if hidden.contains(position) { return nil }
        if let first = pending.first, position >= first.position {
            return pending.first { $0.position == position }
        }
        guard let store else { preconditionFailure("the past is read inside a transaction") }
        do {
            return try store.withLine(at: position) { try reader.read(at: position, $0) } ?? nil
        } catch {
            failure = failure ?? error
            return nil
        }
    }

    func entries(numbered number: String, as shape: NumberShape) -> [Position] {
        guard let store else { preconditionFailure("the past is read inside a transaction") }
        do {
            var found = try numbers.entries(numbered: number, as: shape, in: store, duties)
            if shape == .creditCode {
                let more = pending.filter { $0.event.tree.number(of: shape) == number }
                found += more.map(\.position).filter { !found.contains($0) }
            }
            return found.filter { !hidden.contains($0) }
        } catch {
            failure = failure ?? error
            return []
        }
    }

    func opened(_ entry: RecordedEvent) -> RecordedEvent {
        guard let opening else { return entry }
        do { return try opening(entry) } catch {
            failure = failure ?? error
            return entry
        }
    }

    /// Lets something be decided. What reading the past ran into comes out here: a decider cannot throw
    /// it, and an answer reached without the whole past is no answer.
    func deciding(_ decide: (StorePast) throws -> [Draft]) throws -> [Draft] {
        let drafts: [Draft]
        do {
            drafts = try decide(self)
        } catch {
            if let failure = failure.take() { throw failure }
            throw error
        }
        if let failure = failure.take() { throw failure }
        return drafts
    }

    /// Makes an event part of the past, until ``keep()`` or ``discard()``.
    func stage(_ event: RecordedEvent) {
        shelf.stage(event)
        numbers.stage(event)
        stagedFrom = stagedFrom ?? pending.count
        pending.append(event)
        if event.event.changesLaw { stageLaw(event) }
    }

    /// What is activated here judges what is decided after it.
    private func stageLaw(_ event: RecordedEvent) {
        var law = law
        do throws(LedgerFault) {
            try law.apply(event)
            stagedLaw = law
        } catch {
            failure = failure ?? error
        }
    }

    /// Throws what reading the past ran into outside of a decision: nothing may be sealed then.
    func check() throws {
        if let failure = failure.take() { throw failure }
    }

    /// The staged events will be sealed.
    func keep() {
        shelf.keep()
        numbers.keep()
        stagedFrom = nil
        storedLaw = stagedLaw ?? storedLaw
        stagedLaw = nil
        hidden.removeAll(keepingCapacity: true)
    }

    /// The staged events are refused.
    func discard() {
        if let stagedFrom { pending.removeSubrange(stagedFrom...) }
        stagedFrom = nil
        shelf.discard()
        numbers.discard()
        stagedLaw = nil
        hidden.removeAll(keepingCapacity: true)
    }

    /// Decides as if these entries had never been recorded: what a corrected row is judged by.
    func hide(_ positions: some Sequence<Position>) { hidden.formUnion(positions) }

    private func trail(_ tag: Tag) -> [RecordedEvent]? {
        guard let store else { preconditionFailure("the past is read inside a transaction") }
        do {
            return try store.trail(of: tag.description, using: &reader)
        } catch {
            failure = failure ?? error
            return nil
        }
    }
}
