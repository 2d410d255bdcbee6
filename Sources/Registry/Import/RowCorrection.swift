import Law
import Records
import Vocabulary

/// What a corrected row changes about the entries it became before.
struct RowCorrection {
    private(set) var drafts: [Draft] = []

    /// - Parameters:
    ///   - standing: The row's entries that nothing has superseded, opened from the vault.
    ///   - decided: What the row says now.
    /// - Refusals: ``DestructionRefusal/destroyedAlready(_:by:)``: what was destroyed by law does not
    ///   come back with a delivery. A row that says nothing else than before changes nothing.
    ///   - guarded: Whether the entry may fall, and the draft take its place, as a correction by hand would
    ///     have to ask.
    init(
        _ standing: [RecordedEvent], _ decided: [Draft],
        guarded: (RecordedEvent, inout Draft?) throws(Refusal) -> Void
    ) throws(Refusal) {
        var left = standing
        for draft in decided {
            let match = left.firstIndex { Self.concern($0.event, draft.event) }
            guard let match else {
                drafts.append(draft)
                continue
            }
            let old = left.remove(at: match)
            if old.event.kind === draft.event.kind, old.on == draft.on,
                old.onBasis == draft.onBasis,
                old.event.tree.isSame(asFarAsKept: draft.event.tree)
            {
                continue
            }
            if let by = old.event.tree.destroyedBy {
                throw .destruction(.destroyedAlready(old.position, by: by))
            }
            var successor: Draft? = draft
            try guarded(old, &successor)
            guard var changed = successor else { continue }
            changed.supersedes = old.position
            drafts.append(changed)
        }
        for old in left {
            var nothing: Draft?
            try guarded(old, &nothing)
            drafts.append(Self.withdrawal(of: old))
        }
    }

    /// Whether one may stand in the place of the other: the same kind of fact about the same
    /// subjects and cases. Otherwise the old one is withdrawn, where its trails hear of it.
    private static func concern(_ one: Event, _ other: Event) -> Bool {
        one.isSameKind(as: other) && one.tags == other.tags
    }

    private static func withdrawal(of old: RecordedEvent) -> Draft {
        Circumstances().withdrawal(of: old.position, tags: old.tags, .clear("更正后的来文不再载明"))
    }
}

extension LedgerTransaction {
    /// I15: a delivery undoes nothing that a second person stood behind, unless one stands behind it.
    func checkRedelivery(
        of old: RecordedEvent, as draft: inout Draft?, by mapping: Mapping
    ) throws(Refusal) {
        var circumstances = Circumstances(
            on: draft?.on, actor: mapping.actor, approver: mapping.approver)
        circumstances.isDelivered = !mapping.isTyped
        let verb = past.duties.verbs.first { $0.records.base == old.event.type.base }
        try past.checkRedelivery(
            of: old, as: &draft, circumstances, act: verb?.name ?? "withdraw")
    }
}
