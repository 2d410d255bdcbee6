import Chain
import Records
import Store

/// The past as a decider sees it inside one write transaction: what is stored, and what has been
/// decided in this transaction and not yet sealed.
///
/// Files are folded from the tag chains when first asked for and kept while the transaction batch
/// follows batch; ``limit`` bounds what is kept.
final class StorePast: Past {
    /// Above this many facts the memory starts afresh.
    private static let limit = 50_000
    /// Read when first asked for, and kept while nobody else writes.
    private var storedLaw: Law?
    private var stagedLaw: Law?
    private var subjects = FileShelf<SubjectFile>()
    private var cases = FileShelf<CaseFile>()
    private var decisions = FileShelf<DecisionFile>()
    private var sanctions = FileShelf<SanctionFile>()
    private var appeals = FileShelf<AppealFile>()
    private var hidden: Set<Position> = []
    private var reader = EntryReader()
    private var failure: (any Error)?
    private var store: (any StoreReader)?

    /// Lends a store for the length of a transaction.
    func reading<Result>(_ store: any StoreReader, _ body: () throws -> Result) throws -> Result {
        self.store = store
        defer { self.store = nil }
        relieve()
        return try body()
    }

    /// Forgets when too much is remembered. Everything staged must be in the store.
    func relieve() {
        let facts =
            subjects.facts + cases.facts + decisions.facts + sanctions.facts + appeals.facts
        if facts > Self.limit { forget() }
    }

    /// After a transaction that did not commit.
    func forget() {
        subjects.forget()
        cases.forget()
        decisions.forget()
        sanctions.forget()
        appeals.forget()
        storedLaw = nil
        failure = nil
        discard()
    }

    var law: Law {
        if let law = stagedLaw ?? storedLaw { return law }
        guard let store else { preconditionFailure("the past is read inside a transaction") }
        do {
            let law = try Law.activated(in: store)
            storedLaw = law
            return law
        } catch {
            failure = failure ?? error
            return Law()
        }
    }

    func subject(_ id: SubjectID) -> SubjectFile? { shown(subjects.file(id, trail: trail)) }
    func caseFile(_ id: CaseID) -> CaseFile? { shown(cases.file(id, trail: trail)) }
    func decision(_ id: DecisionID) -> DecisionFile? { shown(decisions.file(id, trail: trail)) }
    func sanction(_ id: SanctionID) -> SanctionFile? { shown(sanctions.file(id, trail: trail)) }
    func appeal(_ id: AppealID) -> AppealFile? { shown(appeals.file(id, trail: trail)) }

    private func shown<File: TrailFile>(_ file: File?) -> File? {
        hidden.isEmpty ? file : file?.removing(hidden)
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
    func stage(_ event: RecordedEvent, tags: [Tag]) {
        for tag in tags {
            switch tag.kind {
            // Whoever decides on a person or a case reads the file; of the rest, few are read.
            case .subject:
                subjects.stage(event, in: .init(wellFormed: tag.identifier), trail: trail)
            case .case: cases.stage(event, in: .init(wellFormed: tag.identifier), trail: trail)
            case .decision: decisions.stage(event, in: .init(wellFormed: tag.identifier))
            case .sanction: sanctions.stage(event, in: .init(wellFormed: tag.identifier))
            case .appeal: appeals.stage(event, in: .init(wellFormed: tag.identifier))
            case .rulebook, .calendar: stageLaw(event)
            case .complaint: break
            }
        }
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
        subjects.keep()
        cases.keep()
        decisions.keep()
        sanctions.keep()
        appeals.keep()
        storedLaw = stagedLaw ?? storedLaw
        discard()
    }

    /// The staged events are refused.
    func discard() {
        subjects.discard()
        cases.discard()
        decisions.discard()
        sanctions.discard()
        appeals.discard()
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
