import Law
import Records
import Vocabulary

extension Ledger {
    /// Puts a document of law into the ledger, as an entry that carries its text and its digest.
    ///
    /// - Returns: No position where the same text is the law already; and what an edition changes.
    /// - Throws: ``LawDocumentFault/activatedOtherwise(rulebook:version:at:)``, and
    ///   ``LedgerFault/damagedView(_:)`` where nobody can say what is open; nothing is written then.
    public func activate(
        _ document: LawDocument, actor: String, unit: String, approver: String? = nil
    ) throws -> (receipt: Receipt, effect: ActivationEffect?) {
        let effect = try effect(ofActivating: document)
        let receipt = try transact { transaction in
            let first = transaction.nextPosition
            try transaction.activate(
                [document], by: .init(actor: actor, unit: unit, approver: approver))
            return Receipt(
                positions: first..<transaction.nextPosition, recordedAt: transaction.now)
        }
        return (receipt, receipt.positions.isEmpty ? nil : effect)
    }
}

extension LedgerTransaction {
    /// Keeps every document that is not the law already.
    func activate(_ documents: [LawDocument], by recorder: Recorder) throws {
        for document in documents {
            let drafts = try past.deciding { past in
                try document.isLaw(under: past.law) ? [] : [document.draft(on: now.dateInChina)]
            }
            for draft in drafts { stage(draft, by: recorder) }
            keep(by: recorder)
        }
        noteEdge()
    }
}

extension LawDocument {
    /// Whether it is the law already, letter by letter.
    func isLaw(under law: Law) throws(LawDocumentFault) -> Bool {
        switch content {
        case .calendar(let calendar):
            return law.loadedCalendars.last { $0.content.year == calendar.year }?.digest == digest
        case .rulebook(let book):
            let known = law.rulebooks.last {
                $0.content.code == book.code && $0.content.version == book.version
            }
            guard let known else { return false }
            guard known.digest == digest else {
                throw .activatedOtherwise(
                    rulebook: book.code.text, version: book.version, at: known.position)
            }
            return true
        }
    }
}
