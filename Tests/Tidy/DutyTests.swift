import Testing

@Suite("A duty uses another only where the table says so")
struct DutyTests {
    @Test("the table is what the code does")
    func table() {
        #expect(DutyTable.used(Checkout.current.files).count > 5)
        #expect(DutyTable.check(Checkout.current.files) == [])
    }

    @Test("a use that the table lacks is seen, and one that nobody makes")
    func seeded() {
        let files = [
            TextFile(path: "Sources/Records/Loan/Loan.swift", text: "struct Lent {}\n"),
            TextFile(path: "Sources/Records/Debt/Debt.swift", text: "let a: Lent? = nil\n"),
            TextFile(path: DutyTable.page, text: "| Loan | Debt | nothing |\n"),
        ]
        #expect(
            DutyTable.check(files).map(\.what) == ["uses Loan", "Loan does not use Debt"])
    }
}
