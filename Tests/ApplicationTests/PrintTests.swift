import Chain
import Foundation
import TestSupport
import Testing

@testable import Wording
@testable import stele

/// The program in a folder of its own, asked for documents.
private struct Press {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    func run(
        _ words: [String]
    ) async throws -> (status: stele.ExitStatus, out: String, error: String) {
        let out = Output()
        let error = Output()
        let program = try Program(
            arguments: words.map { $0.replacing("@", with: scratch.path) },
            environment: [
                "STELE_LEDGER": scratch("l"), "STELE_ACTOR": "R-1", "STELE_UNIT": "U-JWJW",
            ], out: out, error: error)
        return (await program.run(), out.text, error.text)
    }

    @discardableResult
    func done(_ words: String...) async throws -> String {
        let end = try await run(words)
        #expect(end.status == .sound, "\(words): \(end.error)")
        return end.out
    }

    /// The ledger, what lies beside it, and what is in it; but for what readers share while they read.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        where !name.hasSuffix("-shm") {
            files[name] = FileManager.default.contents(atPath: scratch(name))
        }
        // An empty journal is none.
        return files.filter { !$0.key.hasSuffix("-wal") || !$0.value.isEmpty }
    }
}

@Suite("What is printed is what the register shows")
struct PrintTests {
    /// One of each document, as of a day: what is known of it changes no more.
    static let documents = [
        ("decision", ["print", "decision", "S-2025-906", "--as-of", "2025-03-01"]),
        ("service", ["print", "service", "S-2025-906", "--as-of", "2025-03-01"]),
        ("outcome", ["print", "service", "A-2024-001", "--as-of", "2024-05-01"]),
        ("acceptance", ["print", "acceptance", "A-2025-002", "--as-of", "2025-04-30"]),
        ("certificate", ["print", "certificate", "P-0059", "--on", "2025-03-01"]),
        ("trail", ["print", "trail", "P-0059", "--as-of", "2025-07-31"]),
    ]

    @Test("each document reads, word for word, as it was read by a person, in both languages")
    func golden() async throws {
        let press = try Press()
        try await press.done("demo")
        let before = try press.files()
        for (name, words) in Self.documents {
            for language in Language.allCases {
                let end = try await press.run(words + ["--lang", language.rawValue])
                #expect(end.status == .sound)
                let file =
                    Shared.checkout
                    + "/Tests/ApplicationTests/Printed/\(name).\(language.rawValue).txt"
                let kept = try String(contentsOfFile: file, encoding: .utf8)
                let answer = try await press.run(words + ["--json"]).out
                let json = try JSONValue(parsing: Array(answer.utf8.dropLast()))
                let printed = try Self.steady(end.out, json) + end.error
                #expect(printed == kept, "\(name) \(language)")
            }
        }
        #expect(try press.files() == before, "printing writes nothing")
    }

    /// A document without what another demonstration has otherwise: the key of each is another, and so
    /// is the root; its entries follow upon those of the law, which has more editions every year.
    private static func steady(_ printed: String, _ json: JSONValue) throws -> String {
        let size = try #require(json["ledger"]?["size"]?.integer)
        let root = try #require(json["ledger"]?.text("root"))
        let entries = json.list("entries").compactMap { $0["entry"]?.integer }
        var names = ["\(size)": "SIZE", root: "ROOT"]
        for (index, entry) in entries.enumerated() { names["\(entry)"] = "E\(index + 1)" }
        let words = printed.replacing(/[A-Za-z0-9-]+/.matchingSemantics(.unicodeScalar)) { word in
            names[String(word.output)] ?? String(word.output)
        }
        // Below the line it is broken elsewhere where a number is longer.
        guard let line = words.firstRange(of: /─+\n/) else { return words }
        return words[..<line.upperBound]
            + words[line.upperBound...].filter { $0 != "\n" && $0 != " " } + "\n"
    }

    @Test("a document is checked as it says that it is")
    func checked() async throws {
        let press = try Press()
        try await press.done("demo")
        let out = try await press.done("print", "decision", "S-2025-906")
        let root = try #require(out.firstMatch(of: /[0-9a-f]{64}/)).output
        let size = try #require(out.firstMatch(of: /stele prove N --size ([0-9]+)/)).output.1
        // The ledger grows, and what was printed still proves.
        try await press.done(
            "subject", "register", "P-9999", "--kind", "person", "--name", "示例", "--on",
            "2020-01-01")
        let answer = try await press.done("print", "decision", "S-2025-906", "--json")
        let json = try JSONValue(parsing: Array(answer.utf8.dropLast()))
        let entries = json.list("entries").compactMap { $0["entry"]?.integer }.map { "\($0)" }
        #expect(entries.count > 5)
        for entry in entries {
            let proof = try await press.done("prove", entry, "--size", String(size))
            #expect(proof.contains(root), "\(entry)")
        }
        let after = try await press.done("print", "decision", "S-2025-906")
        #expect(!after.contains(root))
    }

    @Test("each stage of a remedy is called what the law calls it")
    func stages() async throws {
        let press = try Press()
        try await press.done("demo")
        for (appeal, title, act) in [
            ("A-2024-001", "复审受理通知书", "申请复审"), ("A-2025-002", "申诉受理通知书", "提出申诉"),
        ] {
            let out = try await press.done("print", "acceptance", appeal)
            #expect(out.contains(title) && out.contains(act), "\(appeal)")
        }
        func whole(_ words: String...) async throws -> String {
            try await press.run(words).out.replacing("\n", with: "")
        }
        let employer = try await whole("print", "decision", "S-2025-906")
        #expect(employer.contains("申请复核") && !employer.contains("申请复审"))
        #expect(employer.contains("处分决定书") && !employer.contains("政务处分决定书"))
        let supervision = try await whole("print", "decision", "S-2024-905")
        #expect(supervision.contains("政务处分决定书") && supervision.contains("申请复审"))
    }

    @Test("what nobody decided is no document; an unknown identifier is one sentence")
    func unknown() async throws {
        let press = try Press()
        try await press.done("demo")
        for words in [
            ["decision", "S-NONE"], ["service", "S-NONE"], ["acceptance", "A-NONE"],
            ["certificate", "P-NONE", "--on", "2025-01-01"], ["trail", "P-NONE"],
            // Filed, and never ruled on; filed, and never decided.
            ["acceptance", "A-2024-002"], ["service", "A-2024-003"],
            // Not yet imposed.
            ["decision", "S-2025-906", "--as-of", "2025-02-09"],
        ] {
            let end = try await press.run(["print"] + words)
            #expect(end.status == .inputMissing, "\(words)")
            #expect(end.out.isEmpty)
            #expect(end.error.split(separator: "\n").count == 1, "\(words): \(end.error)")
            #expect(end.error.contains("请"), "\(words): \(end.error)")
        }
        let end = try await press.run(["print", "certificate", "P-0059"])
        #expect(end.status == .usage)
        #expect(end.error.contains("--on"))
    }

    @Test("a document is written to a file that was not there, and never onto the ledger")
    func files() async throws {
        let press = try Press()
        try await press.done("demo")
        let print = ["print", "decision", "S-2025-906", "--html", "--out"]
        #expect(try await press.run(print + ["@/a.html"]).status == .sound)
        let written = try #require(FileManager.default.contents(atPath: press.scratch("a.html")))
        let shown = try await press.done("print", "decision", "S-2025-906", "--html")
        #expect(String(decoding: written, as: UTF8.self) == shown)
        let before = try press.files()
        for target in ["@/a.html", "@/l", "@/l.key", "@/l-wal"] {
            let end = try await press.run(print + [target])
            #expect(end.status == .cannotCreate, "\(target): \(end.error)")
        }
        #expect(try press.files() == before)
    }
}

@Suite("A document of hostile texts is a document")
struct HostilePrintTests {
    /// Markup, quotes of both kinds, and marks that a reader by characters takes for their part.
    static let hostile = "<script>x(\"\u{301}')</script>&amp;<\u{301}b>{name}"

    /// The ledger, and the entry that holds the name.
    private func made() async throws -> (press: Press, entry: String) {
        let press = try Press()
        let text = Self.hostile
        try await press.done("demo")
        let made = try await press.done(
            "subject", "register", "P-X", "--kind", "person", "--on", "2020-01-01", "--name",
            text)
        let entry = String(try #require(made.firstMatch(of: /[0-9]+/)).output)
        try await press.done(
            "subject", "take-post", "P-X", "--unit", "U-GAJ", "--on", "2020-02-01", "--post",
            text)
        try await press.done(
            "case", "open", "C-X", "--on", "2024-01-10", "--recorded-from", text, "--approver",
            "R-2")
        try await press.done(
            "case", "name", "C-X", "--subject", "P-X", "--on", "2024-01-11", "--approver", "R-2")
        try await press.done(
            "sanction", "impose", "S-X", "--case", "C-X", "--subject", "P-X", "--measure",
            "warning", "--months", "6", "--authority", "employer", "--organ", "U-GAJ", "--act",
            text, "--instrument", text, "--on", "2024-02-01", "--approver", "R-2")
        return (press, entry)
    }

    @Test("the HTML is well formed, and holds no markup but ours")
    func html() async throws {
        let press = try await made().press
        for words in [
            ["decision", "S-X"], ["service", "S-X"], ["trail", "P-X"],
            ["certificate", "P-X", "--on", "2024-03-01"], ["acceptance", "A-2025-002"],
        ] {
            for language in ["zh", "en"] {
                let end = try await press.run(["print"] + words + ["--html", "--lang", language])
                #expect(end.status == .sound)
                #expect(Markup.faults(of: end.out) == [], "\(words)")
                let isAbout = words[1].hasSuffix("-X")
                #expect(end.out.contains("&lt;script&gt;x(") == isAbout, "\(words)")
                // No script, and nothing from outside.
                for never in ["<script", "http://", "https://", "@import", "url(", "src=", "href="]
                {
                    #expect(!end.out.contains(never), "\(words): \(never)")
                }
            }
        }
    }

    @Test("a name that was destroyed says so, in every document, and is no blank")
    func destroyed() async throws {
        let (press, entry) = try await made()
        let today = try await press.done("subject", "find", "P-X", "--json")
        #expect(today.contains("script"))
        let day = try #require(
            try await press.done("status", "P-X", "--json").firstMatch(
                of: /"asOf":"([0-9-]{10})"/)
        ).output.1
        try await press.done(
            "destroy", entry, "--path", "name", "--ground", "purposeAchieved", "--organ", "U-GAJ",
            "--on", String(day), "--approver", "R-2")
        for words in [
            ["decision", "S-X"], ["service", "S-X"], ["trail", "P-X"],
            ["certificate", "P-X", "--on", String(day)],
        ] {
            let end = try await press.run(["print"] + words)
            #expect(end.out.contains("依法销毁"), "\(words): \(end.out)")
            #expect(!end.error.contains("姓名"), "\(words): \(end.error)")
        }
    }

    @Test("what is escaped is every byte that could open or close something")
    func escaped() {
        #expect(PrintedHTML.escaped("a<b>&\"'\u{301}") == "a&lt;b&gt;&amp;&quot;&#39;\u{301}")
        // A quotation mark, and what is one character with it.
        #expect(PrintedHTML.escaped("\"\u{301}") == "&quot;\u{301}")
        #expect(PrintedHTML.escaped("\u{600}<") == "\u{600}&lt;")
    }

    @Test("markup that is not well formed is found")
    func found() {
        for (html, count) in [
            ("<p>a</p>", 0), ("<meta a=\"b\"/>", 0), ("<p>a", 1), ("<p><b></p></b>", 1),
            ("<p>a & b</p>", 1), ("<p a=b>c</p>", 1), ("a > b", 1), ("<script>x</script>", 1),
        ] {
            #expect((Markup.faults(of: html).isEmpty ? 0 : 1) == count, "\(html)")
        }
    }
}

/// A narrow reader of markup: elements of a known name, closed in order, attributes in quotation
/// marks, entities of five kinds.
private enum Markup {
    static let elements: Set = [
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "span", "table",
        "thead", "tbody", "tr", "td", "th",
    ]

    static func faults(of html: String) -> [String] {
        var faults: [String] = []
        var open: [String] = []
        // The rules of the house stand between these; they hold no value.
        var rest = html.replacing("<!DOCTYPE html>", with: "")[...]
        if let style = rest.firstRange(of: "<style>"), let end = rest.firstRange(of: "</style>") {
            rest = (rest[..<style.upperBound] + rest[end.lowerBound...])[...]
        }
        let tag = /<(\/?)([a-z0-9]+)((?: [a-zA-Z-]+="[^"<>&]*")*)(\/?)>/
        while let found = rest.firstMatch(of: tag) {
            faults += text(rest[..<found.range.lowerBound])
            let (_, closes, name, _, isVoid) = found.output
            if !elements.contains(String(name)) { faults.append("element \(name)") }
            if !closes.isEmpty {
                if open.popLast() != String(name) { faults.append("</\(name)>") }
            } else if isVoid.isEmpty {
                open.append(String(name))
            }
            rest = rest[found.range.upperBound...]
        }
        return faults + text(rest) + open.map { "<\($0)> is not closed" }
    }

    private static func text(_ text: Substring) -> [String] {
        let bytes = Array(text.utf8)
        var faults: [String] = []
        if bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: ">")) {
            faults.append("a bracket in \(text)")
        }
        // Scalar by scalar: a mark after an entity is one character with its end.
        let entity = /&(?:amp|lt|gt|quot|#39);/.matchingSemantics(.unicodeScalar)
        let entities = text.replacing(entity, with: "")
        if entities.utf8.contains(UInt8(ascii: "&")) { faults.append("an ampersand in \(text)") }
        return faults
    }
}
