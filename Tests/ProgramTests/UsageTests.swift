import Testing

@testable import stele

@Suite("What is wrong with a command line is said in one sentence, with status 64")
struct UsageTests {
    @Test(
        "each kind of mistake has its own sentence",
        arguments: [
            (["verify", "--foo"], "没有选项“--foo”"),
            (["trace"], "缺少 <subject>"),
            (["verify", "--checkpoint"], "后面缺少值"),
            (["init", "--suite", "md5"], "“md5”不可用；可用：sha256、sm3"),
            (["nosuch"], "多出了“nosuch”"),
            (["subject", "find", "甲", "乙", "丙"], "多出了“乙 丙”"),
            (["trace", "P-1", "--as-of", "2021-02-29"], "不是有效日期"),
            (["trace", "P-1", "--known-at", "yesterday"], "不是时刻"),
            (["trace", "../etc", "--ledger", "L"], "不是主体编号"),
            (["verify"], "没有指明账本"),
        ])
    func mistakes(_ arguments: [String], _ expected: String) async throws {
        let out = Output()
        let error = Output()
        let program = try Program(arguments: arguments, environment: [:], out: out, error: error)
        let status = await program.run()
        #expect(status == .usage)
        #expect(error.text.contains(expected), "\(error.text)")
        #expect(error.text.split(separator: "\n").count == 1)
        #expect(!error.text.contains("命令有误"), "an unrecognised sentence of the parser")
        #expect(out.text.isEmpty)
    }

    @Test("a control sequence typed as an argument comes back harmless")
    func hostileArgument() async throws {
        let run = try await ProgramRun("no\u{1B}[31msuch")
        #expect(run.status == .usage)
        #expect(!run.error.contains("\u{1B}"))
        #expect(run.error.contains("␛"))
    }

    @Test("the program alone shows its help and is a wrong usage")
    func alone() async throws {
        for (arguments, heading) in [([], "子命令"), (["subject"], "登记"), (["decision"], "查询")] {
            let error = Output()
            let program = try Program(
                arguments: arguments, environment: [:], out: Output(), error: error)
            #expect(await program.run() == .usage)
            #expect(error.text.contains("\(heading)\u{FF1A}"))
        }
    }
}

@Suite("Help is in the language asked for")
struct HelpTests {
    @Test("Chinese is the default; nothing English of the parser is left over")
    func chinese() async throws {
        for arguments in [
            ["--help"], ["trace", "--help"], ["help", "init"], ["subject", "--help"],
        ] {
            let out = Output()
            let program = try Program(
                arguments: arguments, environment: [:], out: out, error: Output())
            #expect(await program.run() == .sound)
            #expect(out.text.contains("用法\u{FF1A}stele"))
            for left in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "Show ", "values:", "See '"] {
                #expect(!out.text.contains(left), "\(left) in the help of \(arguments)")
            }
        }
    }

    @Test("--lang en wins over STELE_LANG, which wins over Chinese")
    func english() async throws {
        let byFlag = try await ProgramRun(
            "trace", "--lang", "en", "--help", environment: ["STELE_LANG": "zh"])
        #expect(byFlag.out.contains("Usage: stele trace"))
        let byEnvironment = try await ProgramRun("--help", environment: ["STELE_LANG": "en"])
        #expect(byEnvironment.out.contains("Usage: stele"))
        let unknown = try await ProgramRun("--help", environment: ["STELE_LANG": "tlh"])
        #expect(unknown.out.contains("用法\u{FF1A}stele"))
    }

    @Test("every subcommand has a description and is spoken of in both languages")
    func everySubcommand() async throws {
        for name in [
            "init", "import", "subject", "trace", "status", "verify", "checkpoint", "prove",
            "export", "backup", "restore", "rebuild", "demo", "decision", "case", "sanction",
            "appeal", "complaint",
            "withdraw", "rules",
        ] {
            for language in ["zh", "en"] {
                let run = try await ProgramRun(name, "--lang", language, "--help")
                #expect(run.status == .sound)
                #expect(!run.out.contains(/help\.[a-z]/), "a key instead of words: \(run.out)")
            }
        }
    }
}
