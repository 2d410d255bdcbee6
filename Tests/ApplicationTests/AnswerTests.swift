import Chain
import TestSupport
import Testing

@testable import stele

/// The program over the demonstration ledger, run as a person runs it.
struct DemoLedger {
    let scratch = try? Scratch()

    func ask(_ words: [String]) async throws -> JSONValue {
        let scratch = try #require(scratch)
        let out = Output()
        let error = Output()
        let program = try Program(
            arguments: words.map { $0.replacing("@", with: scratch.path) } + ["--json"],
            environment: ["STELE_LEDGER": scratch("l"), "STELE_ACTOR": "R-1"], out: out,
            error: error)
        _ = await program.run()
        // What a document leaves blank is told beside it.
        #expect(error.text.isEmpty || words[0] == "print", "\(words): \(error.text)")
        return try JSONValue(parsing: Array(out.text.utf8.dropLast()))
    }
}

@Suite("An answer is what schema/answers says of it")
struct AnswerTests {
    /// The answers, in the order in which they are asked for, by their page.
    static func questions(_ hero: String) -> [(page: String, words: [String])] {
        [
            ("trace", ["trace", hero]),
            ("trace", ["trace", hero, "--as-of", "2021-01-01", "--known-at", "2021-01-01"]),
            ("status", ["status", hero]),
            ("subject-find", ["subject", "find", ""]),
            ("subject-find", ["subject", "find", "虚构"]),
            ("subject-list", ["subject", "list"]),
            ("subject-list", ["subject", "list", "--unit", "U-JWJW"]),
            ("decision-list", ["decision", "list"]),
            ("decision-grounds", ["decision", "grounds", "--all"]),
            ("case-list", ["case", "list"]),
            ("sanction-list", ["sanction", "list"]),
            ("appeal-list", ["appeal", "list"]),
            ("deadlines", ["deadlines"]),
            ("deadlines", ["deadlines", "--as-of", "2021-12-31"]),
            ("rules-list", ["rules", "list"]),
            ("rules-show", ["rules", "show"]),
            ("complaint-list", ["complaint", "list"]),
            ("checkpoint", ["checkpoint"]),
            ("prove", ["prove", "5"]),
            ("prove", ["prove", "5", "--to", "@/5.tlog-proof"]),
            ("show", ["show", "0"]), ("show", ["show", "#46"]), ("show", ["show", "200"]),
            ("prove-since", ["prove", "--since", "5"]),
            ("print", ["print", "decision", "S-2025-906"]),
            ("print", ["print", "decision", "S-2024-905", "--html", "--out", "@/decision.html"]),
            ("print", ["print", "service", "A-2025-002", "--as-of", "2025-07-01"]),
            ("print", ["print", "acceptance", "A-2025-002"]),
            ("print", ["print", "certificate", hero, "--on", "2021-01-01"]),
            ("print", ["print", "trail", hero]),
            ("export", ["export", "--to", "@/bundle"]),
            ("backup", ["backup", "--to", "@/copy"]),
            ("restore", ["restore", "@/copy", "--ledger", "@/restored"]),
            ("rebuild", ["rebuild"]),
            (
                "receipt",
                [
                    "subject", "register", "P-9999", "--kind", "person", "--name", "示例", "--on",
                    "2020-01-01",
                ]
            ),
            ("import", ["import", "@/in", "--mapping", "@/mapping.json"]),
            ("verify", ["verify"]),
            // Of before any rules: its clocks cannot be computed.
            (
                "receipt",
                [
                    "case", "open", "C-2015-001", "--on", "2015-01-10", "--authority", "U-JWJW",
                    "--approver", "R-2",
                ]
            ),
            ("deadlines", ["deadlines"]),
            // Of before any body of law: nobody can judge it.
        ] + Before.steps.map { ("receipt", $0) } + [
            ("decision-list", ["decision", "list"]),
            ("decision-grounds", ["decision", "grounds"]),
        ]
    }

    /// A record of dishonesty, objected to and repaired.
    private static let creditStory: [[String]] = {
        let two = ["--approver", "R-2"]
        let steps: [(String, [String])] = [
            ("subject register U-8801 --kind unit --title 示例旗公安局", ["--on", "2010-01-04"]),
            ("subject register U-8802 --kind unit --title 示例旗市容局", ["--on", "2010-01-04"]),
            (
                "instrument register I-1 --kind administrativePenalty --organ U-8801 --number 1号 --dated 2023-06-01 --subjects U-8802",
                ["--on", "2023-06-02"]
            ),
            (
                "dishonesty propose R-1 --instrument I-1 --subject U-8802 --act-on 2023-01-10 --act 示例行为 --nexus inOffice",
                ["--on", "2023-06-02", "--unit", "U-8801"]
            ),
            ("dishonesty enter R-1", ["--on", "2023-06-02", "--unit", "U-8801"] + two),
            (
                "objection file O-1 --record R-1 --objection-ground overTime --statement 示例说明",
                ["--on", "2023-06-05", "--unit", "U-8801"]
            ),
            (
                "objection decide O-1 --objection-outcome upheld --reason 示例理由 --act-on 2023-01-11",
                [
                    "--on", "2023-06-06", "--unit", "U-8801", "--actor", "R-3", "--approver",
                    "R-4",
                ]
            ),
            (
                "dishonesty rectify R-1 --proof 示例证明",
                ["--on", "2023-06-07", "--unit", "U-8801"]
            ),
            ("repair apply X-1 --record R-1 --promise 2号", ["--on", "2023-06-08"]),
            ("repair accept X-1", ["--on", "2023-06-09", "--unit", "U-8801"]),
            (
                "leniency recognise L-1 --record R-1 --leniency-factor lossRecovered --act-on 2023-06-07 --proof 示例证明",
                ["--on", "2023-06-09", "--unit", "U-8801"] + two
            ),
            (
                "credit-complaint file K-1 --concerned U-8801 --handler U-8802 --narrative 示例内容",
                ["--on", "2023-06-09"]
            ),
        ]
        return steps.map { $0.0.split(separator: " ").map(String.init) + $0.1 }
    }()

    private static let creditQuestions = [
        ("dishonesty-show", ["dishonesty", "show", "R-1"]),
        ("dishonesty-list", ["dishonesty", "list"]),
        ("objection-show", ["objection", "show", "O-1"]),
        ("objection-show", ["objection", "show", "O-1", "--as-of", "2023-06-05"]),
        ("objection-list", ["objection", "list", "--record", "R-1"]),
        ("repair-show", ["repair", "show", "X-1"]),
        ("repair-list", ["repair", "list", "--open"]),
        ("status", ["status", "U-8802"]),
        ("file-show", ["credit-complaint", "show", "K-1"]),
        ("file-list", ["leniency", "list"]),
        ("print", ["print", "notice-record", "R-1"]),
        ("print", ["print", "objection-decision", "O-1"]),
    ]

    @Test("each has the members of its table and no others")
    func documented() async throws {
        let pages = try Documented()
        let ledger = DemoLedger()
        let scratch = try #require(ledger.scratch)
        try scratch.write("in/people.csv", Delivery(3).csv)
        try scratch.write("mapping.json", Delivery.mapping)
        var met: Set<String> = []
        func hold(_ page: String, _ words: [String]) async throws -> JSONValue {
            let answer = try await ledger.ask(words)
            let faults = pages.faults(of: answer, as: page, at: page, met: &met)
            #expect(Set(faults) == [], "\(words)")
            return answer
        }
        let demo = try await hold("demo", ["demo"])
        let hero = try #require(demo.text("hero"))
        var lists: [String: JSONValue] = [:]
        for (page, words) in Self.questions(hero) { lists[page] = try await hold(page, words) }
        for (list, member, name, questions) in [
            ("decision-list", "decisions", "decision", ["show", "responsible"]),
            ("case-list", "cases", "case", ["show"]),
            ("sanction-list", "sanctions", "sanction", ["show"]),
            ("appeal-list", "appeals", "sanction", ["show"]),
        ] {
            let noun = list.replacing("-list", with: "")
            for one in lists[list]?.list(member) ?? [] {
                let id = try #require(one.text(name))
                for question in questions {
                    _ = try await hold("\(noun)-\(question)", [noun, question, id])
                }
            }
        }
        for one in lists["sanction-list"]?.list("sanctions") ?? [] {
            let subject = try #require(one.text("subject"))
            let since = try #require(one.text("since"))
            _ = try await hold("status", ["status", subject, "--as-of", since])
        }
        for file in lists["complaint-list"]?.list("complaints") ?? [] {
            let name = try #require(file.text("complaint"))
            _ = try await hold("file-show", ["complaint", "show", name])
        }
        _ = try await hold("init", ["init", "--ledger", "@/another"])
        for noun in ["units", "people", "posts", "cases", "sanctions"] {
            _ = try await hold("template", ["template", noun])
        }
        _ = try await hold("template", ["template", "--list"])
        let register = ["subject", "register", "P-9998", "--kind", "person", "--name"]
        let made = try await hold("receipt", register + ["示例甲"])
        let entry = try #require(made.list("recorded").first?["entry"]?.integer)
        _ = try await hold("receipt", register + ["示例乙", "--correct", "\(entry)"])
        for words in Self.creditStory { _ = try await hold("receipt", words) }
        for (page, words) in Self.creditQuestions { _ = try await hold(page, words) }
        // What the demonstration does not tell of.
        let untold: Set = [
            "apart", "boardFault", "called", "caseUnit", "catalogueItem", "continuing",
            "dishonesty-list", "dishonesty-show", "onRecord", "causedLoss", "citing", "damage",
            "edition",
            "effect",
            "exclusion",
            "continuing", "listed", "ratification",
            "remainder", "rules-check", "touchedClock",
        ]
        #expect(Set(pages.tables.keys).subtracting(met).subtracting(untold) == [])
    }

    @Test("a member that no table has, and one that is missing, are found")
    func found() throws {
        let pages = try Documented()
        var met: Set<String> = []
        let value = try JSONValue(parsing: Array(#"{"en":"a","fr":"b"}"#.utf8))
        #expect(
            pages.faults(of: value, as: "words", at: "x", met: &met)
                == ["x.zh: missing", "x.fr: undocumented"])
        #expect(
            pages.faults(
                of: try JSONValue(parsing: Array(#"{"en":1,"zh":"b"}"#.utf8)), as: "words", at: "x",
                met: &met) == ["x.en: not of the form text"])
    }
}

extension JSONValue {
    func text(_ name: String) -> String? {
        if case .string(let text)? = self[name] { text } else { nil }
    }

    func list(_ name: String) -> [JSONValue] {
        if case .array(let elements)? = self[name] { elements } else { [] }
    }
}
