import Foundation
import TestSupport
import Testing

@Suite("The cases that a day needs")
struct CaseListStoryTests {
    private struct Listed: Decodable {
        struct Case: Decodable { let `case`: String, state: String, ageDays: Int? }
        struct Stage: Decodable { let stage: String, cases: Int }
        let cases: [Case]
        let stages: [Stage]
    }

    private static let told: Result<PracticeLedger, any Error> = Result {
        let ledger = try PracticeLedger(madeOn: "2023-01-01")
        try ledger.unit("U-JW", "示例旗纪委监委", on: "2023-01-02")
        try ledger.unit("U-SL", "示例旗水利局", on: "2023-01-02")
        for index in 1...3 {
            try ledger.official(
                "P-\(index)", "示例·\(index)", "U-SL", "科员", managedBy: "U-JW", on: "2023-01-03")
        }
        // Recorded out of order: the last that was opened comes first.
        for (file, person, day) in [
            ("C-3", "P-3", "2024-03-01"), ("C-1", "P-1", "2024-01-01"),
            ("C-2", "P-2", "2024-02-01"),
        ] {
            try ledger.record(
                day, "case", "open", file, "--authority", "U-JW", recordedOn: "2024-03-02")
            try ledger.record(
                day, "case", "name", file, "--subject", person, recordedOn: "2024-03-02")
        }
        try ledger.record("2024-03-10", "case", "notify", "C-2", "--subject", "P-2")
        try ledger.record("2024-03-20", "case", "close", "C-3")
        return ledger
    }

    private func list(_ words: String..., asOf: String = "2024-04-01") throws -> Listed {
        let ledger = try Self.told.get()
        let end = try ledger.stele.run(
            [
                "case", "list", "--ledger", ledger.path, "--as-of", asOf, "--now", "2024-06-01",
                "--json",
            ]
                + words)
        guard end.status == 0 else { throw SetupFault(words, end) }
        return try end.json(Listed.self)
    }

    @Test("each says its stage and its age; one that is closed has none; the parts add up")
    func lines() throws {
        let all = try list()
        #expect(all.cases.map(\.case) == ["C-1", "C-2", "C-3"])
        #expect(all.cases.map(\.state) == ["open", "notified", "closed"])
        #expect(all.cases.map(\.ageDays) == [91, 60, nil])
        #expect(all.stages.map(\.cases).reduce(0, +) == all.cases.count)
        #expect(all.stages.map(\.stage) == ["open", "notified", "closed"])
        // As of a day before it was closed it was under way.
        #expect(try list(asOf: "2024-03-19").cases.map(\.ageDays) == [78, 47, 18])
    }

    @Test("by stage, by age to the day, and both with unit and person")
    func filters() throws {
        #expect(try list("--stage", "notified").cases.map(\.case) == ["C-2"])
        #expect(try list("--stage", "已告知").cases.map(\.case) == ["C-2"])
        #expect(try list("--stage", "closed").cases.map(\.case) == ["C-3"])
        #expect(try list("--older-than", "91").cases.map(\.case) == ["C-1"])
        #expect(try list("--older-than", "92").cases.isEmpty)
        #expect(try list("--older-than", "60").cases.map(\.case) == ["C-1", "C-2"])
        #expect(try list("--older-than", "0").cases.map(\.case) == ["C-1", "C-2"])
        #expect(
            try list("--unit", "U-JW", "--stage", "open", "--older-than", "90").cases
                .map(\.case) == ["C-1"])
        #expect(try list("--person", "P-2", "--stage", "open").cases.isEmpty)
    }

    @Test("a stage that there is not names the nearest; whom nobody knows is an error")
    func wrong() throws {
        let ledger = try Self.told.get()
        func ask(_ words: String...) throws -> ProgramEnd {
            try ledger.stele.run(
                ["case", "list", "--ledger", ledger.path, "--now", "2024-06-01"] + words)
        }
        let wrong = try ask("--stage", "notifed")
        #expect(wrong.status == 64 && wrong.errorText.contains("nearest is notified"))
        let none = try ask("--stage", "zzz")
        #expect(none.status == 64 && none.errorText.contains("transferred"))
        #expect(try ask("--person", "P-99").status == 66)
        #expect(try ask("--unit", "U-99").status == 66)
        let page = try ask("--as-of", "2024-04-01", "--lang", "zh")
        #expect(page.text.contains("列出 3 件：已立案 1、已告知 1、已办结 1"))
    }
}

@Suite("Completion in a shell")
struct ShellCompletionTests {
    @Test("bash completes a verb, a flag and a code from what the program prints")
    func bash() throws {
        let bash = try #require(BuiltProgram.installed("bash"))
        let program = BuiltProgram.stele.path
        let end = try bash.run([
            "-c",
            """
            source <("\(program)" completion bash) || exit 9
            complete -p stele >/dev/null || exit 8
            try() { COMP_WORDS=("\(program)" "$@"); COMP_CWORD=$(($#)); _stele "\(program)"; \
            echo "${COMPREPLY[*]}"; }
            try sanction imp
            try sanction impose S-1 --meas
            try sanction impose S-1 --measure seriousD
            try subject register P-1 --kind un
            """,
        ])
        #expect(end.status == 0, "\(end.errorText)")
        #expect(end.text == "impose\n--measure\nseriousDemerit\nunit\n")
    }

    @Test("each shell has its script")
    func scripts() throws {
        for shell in ["bash", "zsh", "fish"] {
            let end = try BuiltProgram.stele.run("completion", shell)
            #expect(end.status == 0 && end.text.contains("completion words"), "\(shell)")
        }
        #expect(try BuiltProgram.stele.run("completion", "csh").status == 64)
    }
}
