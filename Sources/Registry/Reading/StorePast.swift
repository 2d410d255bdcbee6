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

    /// Read when first asked for, and kept while nobody else writes.
    private var storedLaw: Law?
    private var stagedLaw: Law?
    private var subjects: [SubjectID: SubjectFile] = [:]
    private var cases: [CaseID: CaseFile] = [:]
    private var decisions: [DecisionID: DecisionFile] = [:]
    private var sanctions: [SanctionID: SanctionFile] = [:]
    private var appeals: [AppealID: AppealFile] = [:]
    private var factCount = 0
    private var stagedFacts = 0
    private var stagedSubjects: [SubjectID: SubjectFile] = [:]
    private var stagedCases: [CaseID: CaseFile] = [:]
    private var stagedDecisions: [DecisionID: DecisionFile] = [:]
    private var stagedSanctions: [SanctionID: SanctionFile] = [:]
    private var stagedAppeals: [AppealID: AppealFile] = [:]
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
        decisions.removeAll(keepingCapacity: true)
        sanctions.removeAll(keepingCapacity: true)
        appeals.removeAll(keepingCapacity: true)
        factCount = 0
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

    func subject(_ id: SubjectID) -> SubjectFile? {
        let file = stagedSubjects[id] ?? stored(id)
        return hidden.isEmpty ? file : file?.removing(hidden)
    }

    func caseFile(_ id: CaseID) -> CaseFile? {
        let file = stagedCases[id] ?? stored(id)
        return hidden.isEmpty ? file : file?.removing(hidden)
    }

    func decision(_ id: DecisionID) -> DecisionFile? {
        let file = stagedDecisions[id] ?? stored(id)
        return hidden.isEmpty ? file : file?.removing(hidden)
    }

    func sanction(_ id: SanctionID) -> SanctionFile? {
        let file = stagedSanctions[id] ?? stored(id)
        return hidden.isEmpty ? file : file?.removing(hidden)
    }

    func appeal(_ id: AppealID) -> AppealFile? {
        let file = stagedAppeals[id] ?? stored(id)
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
            case .sanction:
                let id = SanctionID(wellFormed: tag.identifier)
                var file = stagedSanctions[id] ?? stored(id) ?? SanctionFile(sanction: id)
                file.apply(event)
                stagedSanctions[id] = file
                stagedFacts += 1
            case .decision:
                let id = DecisionID(wellFormed: tag.identifier)
                var file = stagedDecisions[id] ?? stored(id) ?? DecisionFile(decision: id)
                file.apply(event)
                stagedDecisions[id] = file
                stagedFacts += 1
            case .appeal:
                let id = AppealID(wellFormed: tag.identifier)
                var file = stagedAppeals[id] ?? stored(id) ?? AppealFile(appeal: id)
                file.apply(event)
                stagedAppeals[id] = file
                stagedFacts += 1
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
        for (id, file) in stagedSubjects { subjects[id] = file }
        for (id, file) in stagedCases { cases[id] = file }
        for (id, file) in stagedDecisions { decisions[id] = file }
        for (id, file) in stagedSanctions { sanctions[id] = file }
        for (id, file) in stagedAppeals { appeals[id] = file }
        factCount += stagedFacts
        storedLaw = stagedLaw ?? storedLaw
        discard()
    }

    /// The staged events are refused.
    func discard() {
        stagedSubjects.removeAll(keepingCapacity: true)
        stagedCases.removeAll(keepingCapacity: true)
        stagedDecisions.removeAll(keepingCapacity: true)
        stagedSanctions.removeAll(keepingCapacity: true)
        stagedAppeals.removeAll(keepingCapacity: true)
        stagedFacts = 0
        stagedLaw = nil
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

    private func stored(_ id: DecisionID) -> DecisionFile? {
        if let known = decisions[id] { return known }
        guard let events = trail(of: id.tag), !events.isEmpty else { return nil }
        var file = DecisionFile(decision: id)
        for event in events { file.apply(event) }
        decisions[id] = file
        factCount += events.count + Self.fileWeight
        return file
    }

    private func stored(_ id: SanctionID) -> SanctionFile? {
        if let known = sanctions[id] { return known }
        guard let events = trail(of: id.tag), !events.isEmpty else { return nil }
        var file = SanctionFile(sanction: id)
        for event in events { file.apply(event) }
        sanctions[id] = file
        factCount += events.count + Self.fileWeight
        return file
    }

    private func stored(_ id: AppealID) -> AppealFile? {
        if let known = appeals[id] { return known }
        guard let events = trail(of: id.tag), !events.isEmpty else { return nil }
        var file = AppealFile(appeal: id)
        for event in events { file.apply(event) }
        appeals[id] = file
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
