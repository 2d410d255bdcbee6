import Records
import Testing
import Vocabulary

@testable import stele

@Suite("A refusal names everything that is missing, by its flags")
struct AllMissingTests {
    @Test("every verb, told nothing", arguments: Duties.register.verbs.map(\.spoken))
    func nothing(_ spoken: String) async throws {
        let verb = try #require(Duties.register.verbs.first { $0.spoken == spoken })
        let run = try await ProgramRun(
            arguments: spoken.split(separator: " ").map(String.init) + ["--lang", "en"])
        #expect(run.status == .usage)
        #expect(run.out.isEmpty && run.error.split(separator: "\n").count == 1, "\(run.error)")
        var wanted = verb.fields.filter(\.isRequired).map { field in
            field.name == verb.about ? "<\(field.flag)>" : "--\(field.shownFlag)"
        }
        if verb.dating == .required { wanted.append("--on") }
        if verb.second == .required { wanted.append("--approver") }
        wanted.append("--actor")
        #expect(wanted.count > 1)
        for flag in wanted {
            let isNamed = run.error.split { " ,;:".contains($0) }.contains { $0 == flag }
            #expect(isNamed, "\(flag): \(run.error)")
        }
    }

    /// What only the case asks for, written down by hand.
    @Test(
        "what the case may ask for is named with it",
        arguments: [
            ("case open", ["<case>", "--authority", "--on"]),
            ("case name C-1", ["--subject", "--on"]),
            ("case name-unit C-1", ["--unit", "--on", "--capacity"]),
            ("case determine", ["<case>", "--subject", "--on", "--approver"]),
            (
                "sanction impose S-1",
                ["--case", "--subject", "--measure", "--authority", "--on", "--approver"]
            ),
            (
                "sanction impose S-1 --case C-1",
                ["--subject", "--measure", "--authority", "--on", "--approver"]
            ),
            ("case waive-defence C-1", ["--subject", "--instrument", "--on"]),
        ])
    func demanded(_ words: String, _ wanted: [String]) async throws {
        for lang in ["en", "zh"] {
            let run = try await ProgramRun(
                arguments: words.split(separator: " ").map(String.init) + ["--lang", lang])
            #expect(run.status == .usage)
            for flag in wanted + ["--actor"] {
                #expect(run.error.contains(flag), "\(flag): \(run.error)")
            }
        }
    }

    @Test("what the case says is not asked for: a verb that lacks nothing else goes on")
    func known() async throws {
        let run = try await ProgramRun(
            "case", "notify", "C-1", "--on", "2024-04-01", "--actor", "clerk.a", "--lang", "en")
        #expect(run.error.contains("ledger") && !run.error.contains("--subject"), "\(run.error)")
        let lacking = try await ProgramRun("case", "notify", "C-1", "--lang", "en")
        #expect(
            lacking.error.contains("--subject (unless the case says it), --on"),
            "\(lacking.error)")
        let help = try await ProgramRun("help", "case", "notify", "--lang", "en")
        #expect(help.out.contains("stele case notify <case> --on …\n"), "\(help.out)")
        #expect(help.out.contains("(unless the case says it)"))
    }
}
