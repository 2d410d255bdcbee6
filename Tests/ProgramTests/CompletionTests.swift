import Foundation
import Records
import Testing
import Vocabulary
import Wording

@testable import stele

@Suite("A shell completes what there is, and nothing else")
struct CompletionTests {
    private let choices = Choices(Duties.register)

    private func ask(_ words: String...) -> [String] {
        Completion(choices: choices).candidates(for: words)
    }

    @Test("a noun, a verb, a flag, a code")
    func each() {
        #expect(ask("sanc") == ["sanction"])
        #expect(ask("sanction", "imp") == ["impose"])
        #expect(ask("sanction", "impose", "S-1", "--meas") == ["--measure"])
        #expect(
            ask("sanction", "impose", "S-1", "--measure", "de") == ["demerit", "demotion"])
        #expect(ask("help", "sanction", "imp") == ["impose"])
        #expect(ask("template", "pe") == ["people"])
        #expect(ask("completion", "z") == ["zsh"])
        #expect(ask("case", "list", "--stage", "not") == ["notified"])
        #expect(ask("verify", "--lang", "") == ["zh", "en"])
    }

    @Test("a code of the rules, a language before the command, a value behind its equals sign")
    func rules() {
        #expect(ask("case", "open", "C-1", "--ground", "G9.").contains("G9.2"))
        #expect(ask("decision", "dismiss-ground", "D-1", "--ground", "G").contains("G9.2"))
        #expect(ask("rules", "show", "G9.").contains("G9.2"))
        #expect(ask("--lang", "") == ["zh", "en"])
        #expect(ask("--lang", "en", "sanc") == ["sanction"])
        #expect(ask("case", "--lang", "e") == ["en"])
        #expect(ask("--la") == ["--lang"])
        let impose = ["sanction", "impose", "S-1"]
        let completion = Completion(choices: choices)
        #expect(
            completion.candidates(for: impose + ["--measure=w"]) == ["--measure=warning"])
        // As bash breaks it: it replaces what stands behind the sign alone.
        #expect(completion.candidates(for: impose + ["--measure", "=", "w"]) == ["warning"])
        #expect(completion.candidates(for: impose + ["--measure", "="]).contains("warning"))
        #expect(ask("--lang=e") == ["--lang=en"])
    }

    @Test("zsh gets its own completion started where nobody has; fish mixes no files into codes")
    func scripts() async throws {
        let zsh = try await ProgramRun("completion", "zsh").out
        let start = try #require(zsh.firstRange(of: "compinit"))
        let use = try #require(zsh.firstRange(of: "\ncompdef _stele"))
        #expect(start.lowerBound < use.lowerBound)
        let fish = try await ProgramRun("completion", "fish").out
        #expect(fish.split(separator: "\n").last?.contains(" -f ") ?? false)
    }

    @Test("what only deliveries bring is not offered, a flag once given is not offered again")
    func notOffered() {
        let measures = ask("sanction", "impose", "S-1", "--measure", "")
        #expect(measures.contains("warning"))
        #expect(!measures.contains("separation") && !measures.contains("administrativeTermination"))
        #expect(!ask("case", "determine", "C-1", "--finding", "").contains("noAffidavit"))
        let flags = ask("case", "open", "C-1", "--authority", "U-1", "--")
        #expect(!flags.contains("--authority") && flags.contains("--complaint"))
        // A list may be given again.
        #expect(ask("case", "open", "C-1", "--ground", "G1", "--gr") == ["--ground"])
        // Files are the shell's own.
        #expect(ask("import", "--mapping", "") == [])
        #expect(ask("nosuch", "") == [])
    }

    @Test("every word, flag and offered code of every command is a candidate where it may stand")
    func whole() {
        #expect(choices.all.count > 100)
        for choice in choices.all {
            for (index, word) in choice.words.enumerated() {
                let before = Array(choice.words[..<index])
                #expect(
                    Completion(choices: choices).candidates(for: before + [word]).contains(word))
            }
            let spelling = choice.spelling
            for field in spelling.options {
                let flag = "--\(field.shownFlag)"
                let found = Completion(choices: choices).candidates(for: choice.words + [flag])
                #expect(found.contains(flag), "\(spelling.spoken) \(flag)")
                if field.form == .flag { continue }
                let codes = Completion(choices: choices)
                    .candidates(for: choice.words + ["x", flag, ""])
                let offered =
                    field.offered.isEmpty
                    ? RuleCodes.offered(for: field, of: spelling) : field.offered
                #expect(codes == offered, "\(spelling.spoken) \(flag)")
            }
        }
    }

    @Test(
        "what is not offered is taken all the same from whoever gives it, and help is silent of it")
    func taken() throws {
        let determine = try #require(choices.choice(["case", "determine"])).spelling
        let field = try #require(determine.options.first { $0.name == "finding" })
        let written = Written(text: try .init(.chinese), unclear: .usage)
        #expect(written.meant(by: "noAffidavit", of: field) == "noAffidavit")
        #expect(!field.offered.contains("noAffidavit"))
    }

    @Test("no command says a word for which another stands")
    func helpIsSilent() async throws {
        for path in [["case", "determine"], ["sanction", "impose"]] {
            let help = try await ProgramRun(arguments: ["help"] + path + ["--lang", "zh"])
            #expect(help.status == .sound)
            for word in ["宣誓", "noAffidavit", "终止任用", "解除任用", "separation"] {
                #expect(!help.out.contains(word), "\(path) \(word)")
            }
        }
    }

    @Test("help of a topic that there is not is a wrong usage; of all it is none")
    func topics() async throws {
        #expect(try await ProgramRun("help").status == .sound)
        #expect(try await ProgramRun("help", "sanction").status == .sound)
        let unknown = try await ProgramRun("help", "qqqqqqqq")
        #expect(unknown.status == .usage && unknown.out.isEmpty)
        #expect(unknown.error.contains("qqqqqqqq"))
        #expect(try await ProgramRun().status == .usage)
    }
}

@Suite("Lists on a terminal")
struct FoldedTableTests {
    private func table(_ width: Int?) -> [String] {
        let table = Table<[String]>([
            .init("编号") { $0[0] }, .init("名称") { $0[1] }, .init("说明") { $0[2] },
        ])
        return table.rendered(
            [["P-0001", "示例·甲一", "虚构旗水利局局长，乡科级正职，二〇一四年五月起任现职"], ["P-2", "短", "短"]],
            with: Paint(.plain), foldingAt: width
        ).split(separator: "\n").map(String.init)
    }

    @Test("they are folded at its width, wide characters counted as two, and lose nothing")
    func folded() {
        let folded = table(40)
        #expect(folded.allSatisfy { DisplayWidth.of($0) <= 40 })
        #expect(folded.count > 3 && folded.contains { $0.hasPrefix("    ") })
        func plain(_ lines: [String]) -> [Character] {
            lines.joined().filter { $0 != " " }.sorted()
        }
        #expect(plain(folded) == plain(table(nil)))
        #expect(table(nil).count == 3)
        #expect(table(200) == table(nil))
    }

    @Test("COLUMNS says how wide it is; what is no width is passed over")
    func columns() {
        func width(_ columns: String?) -> Int {
            Terminal(descriptor: -1, environment: columns.map { ["COLUMNS": $0] } ?? [:]).columns
        }
        #expect(width("60") == 60 && width("132") == 132)
        #expect(width("10") == 40)
        for none in ["", "0", "-5", "wide"] { #expect(width(none) == Terminal.pageColumns) }
        #expect(width(nil) == Terminal.pageColumns)
    }
}
