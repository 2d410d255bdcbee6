internal import Vocabulary

/// An entry that is to be corrected or withdrawn, among all that is recorded beside it.
struct ContestedEntry {
    private let position: Position
    private let entry: RecordedEvent?
    private let logs: [EventLog]

    /// - Parameter tags: Where it is looked for; the other files that it stands in are read, too.
    init(_ position: Position, under tags: [Tag], in past: some Past) {
        self.position = position
        let given = tags.compactMap { past.file($0)?.log }
        let found = given.lazy.compactMap { $0.entry(at: position) }.first
        let others = (found?.tags ?? []).filter { !tags.contains($0) }
        entry = found
        logs = given + others.compactMap { past.file($0)?.log }
    }

    /// What took its place or withdrew it, first.
    private var supersession: Supersession? {
        logs.flatMap(\.supersessions.all).filter { $0.superseded == position }
            .min { $0.by < $1.by }
    }

    var isWithdrawn: Bool { supersession?.isWithdrawal ?? false }

    /// The entry, if it can be superseded.
    ///
    /// What is irrevocable cannot: nothing withdrawn ever comes back, nor what was destroyed, and law is
    /// replaced by a newer version.
    ///
    /// - Refusals: ``CorrectionRefusal/unknownEntry(_:)``, ``CorrectionRefusal/irrevocable(_:)``,
    ///   ``CorrectionRefusal/alreadySuperseded(_:by:)``, ``GeneralRefusal/opaqueEntry(_:type:)``.
    func standing() throws(Refusal) -> RecordedEvent {
        guard let entry else { throw .unknownEntry(position) }
        if entry.event.kind?.isIrrevocable == true { throw .irrevocable(position) }
        if let supersession { throw .alreadySuperseded(position, by: supersession.by) }
        try entry.checkKnown()
        return entry
    }

    /// What followed from a decision neither falls nor changes alone, as long as that decision stands: the
    /// variation of an appeal, the ruling on what was filed late.
    ///
    /// - Refusals: ``CorrectionRefusal/followsFrom(_:cause:)``.
    func checkFreestanding() throws(Refusal) {
        guard let entry, let cause = entry.cause, entry.event.isWordOfItsCause else { return }
        let decision = logs.lazy.compactMap { $0.entry(at: cause) }.first
        let isFallen = logs.contains { $0.knowledge().superseded.contains(cause) }
        guard let decision, !isFallen, !decision.event.isWithdrawal else { return }
        throw .correction(.followsFrom(position, cause: cause))
    }

    /// What it had corrected, and what had followed from that until then.
    ///
    /// - Refusals: ``CorrectionRefusal/correctsNothing(_:)``.
    func corrected() throws(Refusal) -> [RecordedEvent] {
        let all = Dictionary(
            logs.flatMap(\.entries).map { ($0.position, $0) }, uniquingKeysWith: { one, _ in one })
        guard let first = entry?.supersedes.flatMap({ all[$0] }) else {
            throw .correction(.correctsNothing(position))
        }
        try first.checkKnown()
        // They fell, or were replaced, in the decision that made the correction.
        let fallen = all.values.filter { one in
            one.cause == first.position && !one.event.isWithdrawal
                && all.values.contains { $0.supersedes == one.position && $0.cause == position }
        }
        for one in fallen { try one.checkKnown() }
        return [first] + fallen.sorted { $0.position < $1.position }
    }

    /// What was recorded in the same decision because of it, and still stands: the grounds of an
    /// adoption, the variation of an appeal, the dissent of a naming.
    func consequences() throws(Refusal) -> [RecordedEvent] {
        var fallen: Set<Position> = []
        for log in logs { fallen.formUnion(log.knowledge().superseded) }
        var found: [Position: RecordedEvent] = [:]
        for entry in logs.flatMap(\.entries)
        where entry.cause == position && !fallen.contains(entry.position)
            && !entry.event.isWithdrawal
        {
            try entry.checkKnown()
            found[entry.position] = entry
        }
        return found.values.sorted { $0.position < $1.position }
    }
}

extension Event {
    /// Whether it only says what the decision that it follows from decided; what a decision brought to
    /// light, a ground or a dissent, is a record of its own.
    fileprivate var isWordOfItsCause: Bool {
        `is`(SanctionVaried.self) || `is`(SanctionAnnulled.self) || `is`(AdmissibilityRuled.self)
            || `is`(DecisionCaused.self)
    }
}

extension RecordedEvent {
    /// What nobody here can read is neither corrected nor withdrawn.
    fileprivate func checkKnown() throws(Refusal) {
        if event.isOpaque { throw .opaqueEntry(position, type: event.type.name) }
    }
}
