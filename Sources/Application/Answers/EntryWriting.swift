import Chain
public import Law
internal import Records
public import Registry
public import Vocabulary

/// One entry as a person asks for it, and the law by which its codes are read.
public struct EntryAnswer: Answer {
    public let page: EntryPage
    public let law: Law

    /// Whoever may have a name: who recorded and approved it, in which unit, whom it is about.
    var subjects: [SubjectID] {
        let said = [page.created.actor, page.created.approver, page.created.unit]
        return said.compactMap { $0.flatMap { SubjectID($0) } }
            + (page.item?.recorded.tags ?? []).compactMap { tag in
                tag.kind == SubjectID.tagKind ? SubjectID(tag.identifier) : nil
            }
    }

    public func write(to writer: inout some FieldWriter) {
        let created = page.created
        if let item = page.item {
            item.write(to: &writer)
        } else {
            writer.put("at", created.at)
            writer.put("basis", created.basis)
            writer.object("data") { data in
                guard let ledger = created.ledger else { return }
                data.put("format", LedgerIdentity.format)
                data.put("origin", ledger.origin)
                data.put("publicKey", ledger.key.vkey)
                data.put("suite", ledger.suite.rawValue)
            }
            writer.put("entry", page.position)
            writer.put("type", created.type)
        }
        writer.put("actor", created.actor)
        writer.put("approver", ifPresent: created.approver)
        if !page.broughtAbout.isEmpty {
            writer.list("broughtAbout", page.broughtAbout) { $1.put("entry", $0) }
        }
        writer.put("cause", ifPresent: created.cause)
        writer.part("covered", page.covered) { covered, inner in
            inner.put("at", ifPresent: covered.at)
            inner.put("checkpoint", covered.size)
        }
        writer.put("leaf", page.leaf.hex)
        writer.put("tags", page.item?.recorded.tags.map(\.description) ?? [])
        writer.put("unit", created.unit)
    }
}
