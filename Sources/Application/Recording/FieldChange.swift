internal import Law
public import Vocabulary

/// One field before and after a correction (更正前后).
public struct FieldChange: Sendable {
    /// The entry that corrects.
    public let entry: Position
    /// The field's name, `on` among them.
    public let field: String
    /// Nil: it said nothing.
    public let before: FieldTree.Value?
    public let after: FieldTree.Value?

    /// Every field that says something else, in the order of their names.
    static func between(_ old: RecordedEvent, _ new: RecordedEvent) -> [FieldChange] {
        let names = Set((old.event.tree.members + new.event.tree.members).map(\.name))
        var changes = names.sorted().compactMap { name -> FieldChange? in
            let before = old.event.tree[name]
            let after = new.event.tree[name]
            if before == after { return nil }
            return FieldChange(entry: new.position, field: name, before: before, after: after)
        }
        if old.on != new.on {
            changes.append(
                FieldChange(
                    entry: new.position, field: "on", before: old.on.map { .text("\($0)") },
                    after: new.on.map { .text("\($0)") }))
        }
        return changes
    }
}
