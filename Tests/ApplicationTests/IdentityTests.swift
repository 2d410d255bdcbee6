import TestSupport
import Testing

@testable import stele

@Suite("Whoever acts is an identity, written as it is registered")
struct IdentityTests {
    private let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await done("init --practice --now 2020-01-01")
        for id in ["P-0001", "P-0002", "U-0001", "U-0002"] {
            try await done(
                "subject register \(id) --kind \(id.hasPrefix("U") ? "unit --title 示例局" : "person --name 示例")"
                    + " --now 2020-01-02")
        }
    }

    private func run(
        _ words: String, environment: [String: String] = ["STELE_ACTOR": "P-0001"]
    ) async throws -> (status: stele.ExitStatus, out: String, error: String) {
        let out = Output()
        let error = Output()
        var environment = environment.merging(["STELE_LANG": "en"]) { $1 }
        environment["STELE_LEDGER"] = scratch("l")
        let program = try Program(
            arguments: words.split(separator: " ").map { String($0.replacing("␠", with: " ")) },
            environment: environment, out: out, error: error)
        return (await program.run(), out.text, error.text)
    }

    private func done(
        _ words: String, environment: [String: String] = ["STELE_ACTOR": "P-0001"]
    ) async throws {
        let end = try await run(words, environment: environment)
        #expect(end.status == .sound, "\(words): \(end.error)")
    }

    private func lastLine() async throws -> String {
        let end = try await run("prove 0 --json")
        let size = try #require(end.out.firstMatch(of: /"size":(\d+)/)?.1)
        return try await run("prove \((Int(size) ?? 1) - 1) --json").out
    }

    private let opening = "case open C-1 --recorded-from 旧案卷 --on 2020-03-01 --now 2020-03-01"

    @Test("nobody named is a refusal, whatever the account is called; an empty name is none")
    func nobody() async throws {
        for environment in [[:], ["USER": "root"], ["STELE_ACTOR": ""]] {
            let end = try await run(opening, environment: environment)
            #expect(end.status == .dataRefused)
            #expect(end.error.contains("--actor"), "\(end.error)")
        }
    }

    @Test("STELE_ACTOR and STELE_UNIT say it once; a flag wins")
    func once() async throws {
        try await done(
            opening, environment: ["STELE_ACTOR": "P-0002", "STELE_UNIT": "U-0001"])
        let line = try await lastLine()
        #expect(line.contains(#"\"actor\":\"P-0002\""#) && line.contains(#"\"unit\":\"U-0001\""#))
        try await done(
            "case open C-2 --recorded-from 旧案卷 --on 2020-03-01 --now 2020-03-02 --actor P-0001")
        #expect(try await lastLine().contains(#"\"actor\":\"P-0001\""#))
    }

    @Test(
        "another case, full width, a long hyphen, space around: the registered spelling is written",
        arguments: ["p-0002", "Ｐ－０００２", "P–0002", "␠P-0002␠", "P\u{200B}-0002"])
    func spellings(_ typed: String) async throws {
        try await done(opening, environment: ["STELE_ACTOR": typed.replacing("␠", with: " ")])
        #expect(try await lastLine().contains(#"\"actor\":\"P-0002\""#))
    }

    @Test("an identifier field is brought into shape, too, and officials as they are registered")
    func fields() async throws {
        try await done(opening)
        try await done(
            "case recuse Ｃ－１ --officer p-0002 --reason x --on 2020-03-02 --now 2020-03-02"
                + " --approver p-0002")
        let line = try await lastLine()
        #expect(line.contains(#"\"officer\":\"P-0002\""#) && line.contains(#"\"case:C-1\""#))
        #expect(line.contains(#"\"approver\":\"P-0002\""#))
    }

    @Test("nobody is registered a second time in letters of another case")
    func subjects() async throws {
        let twin = try await run("subject register p-0001 --kind person --name 示例 --now 2020-03-01")
        #expect(twin.status == .dataRefused && twin.error.contains("P-0001"), "\(twin.error)")
        try await done("subject register p-0009 --kind person --name 示例 --now 2020-03-01")
        #expect(try await run("trace p-0009 --json").out.contains(#""subject":"p-0009""#))
    }

    @Test("what is no identifier is refused with the nearest registered one, and never shown")
    func nearest() async throws {
        let actor = try await run(opening + " --actor P␠0002")
        #expect(actor.status == .dataRefused)
        #expect(actor.error.contains("The nearest registered is P-0002"), "\(actor.error)")
        let named = try await run(opening + " --actor 示例·甲")
        #expect(named.status == .dataRefused)
        #expect(!named.error.contains("nearest") && !named.error.contains("示例"), "\(named.error)")
        try await done(opening)
        let field = try await run(
            "case recuse C-1 --officer P*0002 --reason x --on 2020-03-02 --now 2020-03-02")
        #expect(field.error.contains("P-0002"), "\(field.error)")
        // Where a case is asked for, no person is what may be meant.
        let file = try await run(
            "case recuse P*0002 --officer P-0002 --reason x --on 2020-03-02 --now 2020-03-02")
        #expect(file.status == .dataRefused && !file.error.contains("nearest"), "\(file.error)")
    }

    @Test("of a short one, one letter may be wrong; of three letters not two")
    func nearestOfShort() async throws {
        try await done("subject register Q7 --kind person --name 示例 --now 2020-03-01")
        let near = try await run(opening + " --actor Q*")
        #expect(near.error.contains("The nearest registered is Q7"), "\(near.error)")
        let far = try await run(opening + " --actor **")
        #expect(far.status == .dataRefused && !far.error.contains("nearest"), "\(far.error)")
    }

    @Test("where several spellings are registered, nobody guesses which one is meant")
    func severalSpellings() async throws {
        for id in ["Abcdef-1", "aBcdef-1"] {
            try await done("subject register \(id) --kind person --name 示例 --now 2020-03-01")
        }
        try await done(opening, environment: ["STELE_ACTOR": "ABCDEF-1"])
        #expect(try await lastLine().contains(#"\"actor\":\"ABCDEF-1\""#))
    }

    @Test("nobody approves themselves, however they are written")
    func approver() async throws {
        let words = "subject restructure U-0001 --successor U-0002 --document x --on 2020-03-01"
        let own = try await run(words + " --now 2020-03-01 --approver ␠p-0001")
        #expect(own.status == .dataRefused && own.error.contains("same person"), "\(own.error)")
        try await done(words + " --now 2020-03-01 --approver p-0002")
    }

    @Test("nor what they make law")
    func approverOfLaw() async throws {
        let calendar = try scratch.write(
            "2040.json",
            #"{"year":2040,"source":"示例","rest":[{"name":"元旦","from":"2040-01-01","to":"2040-01-03"}],"work":[]}"#
        )
        let words = "rules calendar \(calendar) --now 2020-03-01"
        let own = try await run(words + " --approver ␠p-0001")
        #expect(own.status == .dataRefused && own.error.contains("same person"), "\(own.error)")
        try await done(words + " --approver p-0002")
    }

    @Test("a person is no unit, and a unit no person, whose deadlines could be asked for")
    func otherKind() async throws {
        for words in ["deadlines --unit P-0001", "deadlines --person U-0001"] {
            let end = try await run(words + " --now 2020-03-02")
            #expect(end.status == .inputMissing && end.out.isEmpty, "\(words): \(end.out)")
            #expect(end.error.contains("is registered, but as"), "\(end.error)")
        }
        // Nothing runs for either, and both are what was asked for.
        for words in ["deadlines --unit U-0001", "deadlines --person P-0001"] {
            try await done(words + " --now 2020-03-02")
        }
    }

    @Test("what the program does of its own accord has an actor that is no account")
    func program() async throws {
        let first = try await run("prove 0 --json", environment: ["USER": "root"])
        #expect(first.out.contains(#"\"actor\":\"stele\""#))
    }
}
