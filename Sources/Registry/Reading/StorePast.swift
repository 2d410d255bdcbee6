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
    /// A file weighs this many facts even if it holds none.
    private static let fileWeight = 8

    private var subjects: [SubjectID: SubjectFile] = [:]
    private var cases: [CaseID: CaseFile] = [:]
    private var factCount = 0
    private var stagedFacts = 0
    private var stagedSubjects: [SubjectID: SubjectFile] = [:]
    private var stagedCases: [CaseID: CaseFile] = [:]
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
    func relieve() { if factCount > Self.limit { forget() } }

    /// After a transaction that did not commit.
    func forget() {
        subjects.removeAll(keepingCapacity: true)
        cases.removeAll(keepingCapacity: true)
        factCount = 0
        failure = nil
        discard()
    }

    func subject(_ id: SubjectID) -> SubjectFile? {
        let file = stagedSubjects[id] ?? stored(id)
        return hidden.isEmpty ? file : file?.removing(hidden)
    }

    func caseFile(_ id: CaseID) -> CaseFile? {
        let file = stagedCases[id] ?? stored(id)
        return hidden.isEmpty ? file : file?.removing(hidden)
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
            case .subject:
                let id = SubjectID(wellFormed: tag.identifier)
                var file = stagedSubjects[id] ?? stored(id) ?? SubjectFile(subject: id)
                file.apply(event)
                stagedSubjects[id] = file
                stagedFacts += 1
            case .case:
                let id = CaseID(wellFormed: tag.identifier)
                var file = stagedCases[id] ?? stored(id) ?? CaseFile(case: id)
                file.apply(event)
                stagedCases[id] = file
                stagedFacts += 1
            case .complaint, .sanction: break
            }
        }
    }

    /// Throws what reading the past ran into outside of a decision: nothing may be sealed then.
    func check() throws {
        if let failure = failure.take() { throw failure }
    }

    /// The staged events will be sealed.
    func keep() {
        for (id, file) in stagedSubjects { subjects[id] = file }
        for (id, file) in stagedCases { cases[id] = file }
        factCount += stagedFacts
        discard()
    }

    /// The staged events are refused.
    func discard() {
        stagedSubjects.removeAll(keepingCapacity: true)
        stagedCases.removeAll(keepingCapacity: true)
        stagedFacts = 0
        hidden.removeAll(keepingCapacity: true)
    }

    /// Decides as if these entries had never been recorded: what a corrected row is judged by.
    func hide(_ positions: some Sequence<Position>) { hidden.formUnion(positions) }

    private func stored(_ id: SubjectID) -> SubjectFile? {
        if let known = subjects[id] { return known }
        guard let events = trail(of: id.tag), !events.isEmpty else { return nil }
        var file = SubjectFile(subject: id)
        for event in events { file.apply(event) }
        subjects[id] = file
        factCount += events.count + Self.fileWeight
        return file
    }

    private func stored(_ id: CaseID) -> CaseFile? {
        if let known = cases[id] { return known }
        guard let events = trail(of: id.tag), !events.isEmpty else { return nil }
        var file = CaseFile(case: id)
        for event in events { file.apply(event) }
        cases[id] = file
        factCount += events.count + Self.fileWeight
        return file
    }

    private func trail(of tag: Tag) -> [RecordedEvent]? {
        guard let store else { preconditionFailure("the past is read inside a transaction") }
        do {
            return try store.trail(of: tag.description, using: &reader)
        } catch {
            failure = failure ?? error
            return nil
        }
    }
}
