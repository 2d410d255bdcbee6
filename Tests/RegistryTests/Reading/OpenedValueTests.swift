import Law
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A sealed value is shown only if its entry commits to it")
struct OpenedValueTests {
    private static let renamed =
        "UPDATE vault SET value = CAST('冒名' AS BLOB) WHERE path = 'name' AND subject = 'person:P-0001'"

    @Test("a name that was altered in the vault appears on no page and in no search")
    func altered() throws {
        let place = try WholeLedger.copy(meddling: Self.renamed)
        #expect(throws: LedgerFault.damagedValue(entry: 52)) {
            try place.ledger.page(of: SubjectID(wellFormed: "P-0001"))
        }
        #expect(throws: LedgerFault.damagedValue(entry: 52)) {
            try place.ledger.subjects(matching: "P-0001", limit: 9)
        }
    }

    @Test("a name that was destroyed leaves its commitment, and the page")
    func destroyed() throws {
        let place = try WholeLedger.copy()
        try place.ledger.destroy("name", at: 52)
        let page = try #require(try place.ledger.page(of: SubjectID(wellFormed: "P-0001")))
        guard case .destroyed(let commitment, _, _) = page.registration?.name else {
            Issue.record("a destroyed name stays a commitment")
            return
        }
        #expect(commitment.utf8.count == 64)
        #expect(page.trail.items.count > 20)
    }

    @Test("a row of a delivery that was altered in the vault stops the import that would trust it")
    func deliveredRow() throws {
        let place = try WholeLedger.copy(
            meddling:
                "UPDATE vault SET value = CAST(value || ' ' AS BLOB) WHERE path = 'source.row'")
        let runner = try ImportRunner(
            place.ledger, mapping: FixtureDeliveryTests.mapping(),
            directory: FixtureDeliveryTests.directory, report: nil, words: { $0.code })
        #expect(throws: LedgerFault.self) { try runner.run(dryRun: false) { _ in } }
    }
}
