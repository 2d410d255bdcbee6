import Records
import Stranger
import TestSupport
import Testing
import Vocabulary
import Wording

@testable import stele

@Suite("A duty of which the program has never heard is spoken of like its own")
struct StrangerTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func run(
        _ words: String, in language: Language = .english
    ) async throws -> (status: stele.ExitStatus, out: String, error: String) {
        let out = Output()
        let error = Output()
        let program = try Program(
            arguments: words.split(separator: " ").map(String.init),
            environment: [
                "STELE_LEDGER": scratch("l"), "STELE_ACTOR": "R-1", "STELE_LANG": language.rawValue,
            ], out: out, error: error, duties: Duties.register.adding([.loan]),
            words: [.english: LoanWords.english, .chinese: LoanWords.chinese])
        return (await program.run(), out.text, error.text)
    }

    @Test("its verbs have help, flags and a receipt; its files are listed and shown")
    func whole() async throws {
        let first = try await run("--help")
        #expect(first.out.contains("\n  loan "))
        for verb in Duty.loan.verbs {
            for language in Language.allCases {
                let help = try await run("help \(verb.spoken)", in: language)
                #expect(help.out.contains("stele \(verb.spoken) <loan>"))
                for field in verb.fields where field.name != "loan" {
                    #expect(help.out.contains("--\(field.shownFlag)"))
                }
                #expect(!help.out.contains(/field\.[a-z]/), "\(help.out)")
            }
        }
        #expect(try await run("init --practice --now 2024-01-01").status == .sound)
        for words in ["P-1 --kind person --name 示例", "U-1 --kind unit --title 示例局"] {
            let end = try await run("subject register \(words) --now 2024-01-02")
            #expect(end.status == .sound, "\(end.error)")
        }
        let lent = try await run(
            "loan lend L-1 --borrower P-1 --lender U-1 --device M-7 --due 2024-03-01"
                + " --on 2024-02-01 --now 2024-02-01")
        #expect(lent.status == .sound, "\(lent.error)")
        #expect(lent.out.contains(LoanWords.english["eventKind.loan.lent"] ?? "?"))
        #expect(try await run("loan list").out.contains("L-1"))
        #expect(try await run("loan show L-1").out.contains("2024"))
        #expect(try await run("trace P-1", in: .chinese).out.contains("借出器具"))
        #expect(
            try await run("deadlines --now 2024-04-01 --json").out.contains(#""about":"loan:L-1""#))
        let twice = try await run("loan lend L-2 --borrower P-1 --borrower P-1")
        #expect(twice.status == .usage && twice.error.contains("once only"))
    }
}
