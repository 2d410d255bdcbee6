import Testing
import Wording

@testable import stele

@Suite("An identifier is written in one way, however it is typed")
struct SpellingOfIdentifiersTests {
    @Test("full width means half width in every question")
    func width() async throws {
        let desk = try await DeskPages()
        #expect(try await desk.done("trace", "Ｐ－０００１").contains("P-0001"))
        #expect(try await desk.done("subject", "find", "Ｐ－０００１").contains("P-0001"))
        #expect(try await desk.done("subject", "find", "p-0001").contains("P-0001"))
        #expect(try await desk.done("case", "show", "Ｃ－2020－901").contains("C-2020-901"))
    }

    @Test("of the other case it is offered, where there is one; nothing else is")
    func letters() async throws {
        let desk = try await DeskPages()
        for (words, meant) in [
            (["trace", "p-0001"], "P-0001"), (["status", "p-0001"], "P-0001"),
            (["case", "show", "c-2020-901"], "C-2020-901"),
            (["case", "list", "--person", "p-0001"], "P-0001"),
            (["sanction", "show", "s-2025-906"], "S-2025-906"),
            (["appeal", "show", "s-2025-906"], "S-2025-906"),
            (["print", "certificate", "p-0001", "--on", "2024-01-01"], "P-0001"),
            (["print", "service", "s-2025-906"], "S-2025-906"),
        ] {
            let end = try await desk.run(words)
            #expect(end.status == .inputMissing && end.out.isEmpty, "\(words)")
            #expect(end.error.hasSuffix("是否为 \(meant)？\n"), "\(words) \(end.error)")
        }
        #expect(try await !desk.run("trace", "p-9999").error.contains("是否为"))
        #expect(try await !desk.run("case", "show", "C-NOPE").error.contains("是否为"))
    }

    @Test("an entry that is not there is missing, not a wrong usage")
    func entries() async throws {
        let desk = try await DeskPages()
        for words in [["show", "99999"], ["prove", "99999"], ["prove", "1", "--size", "99999"]] {
            #expect(try await desk.run(words).status == .inputMissing, "\(words)")
        }
        #expect(try await desk.run("show", "-1").status != .inputMissing)
    }
}
