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

    @Test("so is a use of what another gives to a type of all, unless others give the same")
    func members() {
        let files = [
            TextFile(
                path: "Sources/Records/Loan/Loan.swift",
                text: "extension Past {\n    func lent() {\n    }\n    var all: Int { 1 }\n}\n"),
            TextFile(path: "Sources/Records/Debt/Debt.swift", text: "let a = past.lent()\n"),
            TextFile(path: "Sources/Records/Rent/Rent.swift", text: "let b = past.all\n"),
            TextFile(
                path: "Sources/Vocabulary/Files/All.swift", text: "struct All { var all: Int }\n"),
        ]
        #expect(DutyTable.used(files) == ["Debt": ["Loan"]])
    }
}
