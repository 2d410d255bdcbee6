import Foundation
import TestSupport
import Testing

@testable import Wording

/// `schema/text/terms.json`: one word for one thing, in everything that Chinese officers read.
@Suite("One word for one thing")
struct TermsTests {
    struct Term: Decodable {
        let term: String
        let english: String
        let source: String
        let instead: [String]
        let besides: [String]?
        let root: String?
        let note: String?
    }

    private struct Table: Decodable { let terms: [Term] }
    private struct Article: Decodable {
        let citation: String
        let article: String
    }
    private struct Articles: Decodable { let articles: [Article] }

    let terms: [Term]

    init() throws {
        terms = try JSONDecoder().decode(Table.self, from: Self.data("schema/text/terms.json"))
            .terms
    }

    private static func data(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: Shared.checkout + "/" + path))
    }

    /// With every value as `{}`: holes, what a transcript leaves open, numbers, days.
    private static func plain(_ text: String) -> String {
        text.replacing(/\{[a-zA-Z]+\}/, with: "{}").replacing(/…+/, with: "{}")
            .replacing(/[0-9]+(?:-[0-9]+)*/, with: "{}")
    }

    /// The words in a text that another stands for.
    private func replaced(in text: String) -> [String] {
        let text = Self.plain(text)
        return terms.flatMap { term in
            let left = ([term.term] + (term.besides ?? [])).reduce(text) {
                $0.replacing($1, with: "\u{0}")
            }
            return term.instead.filter { left.contains($0) }
        }
    }

    /// All that officers read, by where it stands.
    private func read() throws -> [(place: String, text: String)] {
        let catalogue = try JSONDecoder().decode(
            [String: String].self, from: Self.data("schema/text/zh.json"))
        var read = catalogue.sorted { $0.key < $1.key }.map { (place: $0.key, text: $0.value) }
        for path in ["README.zh.md", "schema/print/zh.txt"] {
            let text = String(decoding: try Self.data(path), as: UTF8.self)
            read += text.split(separator: "\n").map { (path, String($0)) }
        }
        return read
    }

    @Test("no word is said that another stands for")
    func said() throws {
        let read = try read()
        #expect(read.count > 1500)
        for (place, text) in read {
            #expect(replaced(in: text) == [], "\(place): \(text)")
        }
    }

    @Test(
        "a word that another stands for is found wherever it was planted",
        arguments: [
            ("第 {entry} 条 {what}", ["第 {} 条"]), ("期限至 {due}，还剩", ["至 {}"]),
            ("期限至 2024-05-16，", ["至 {}"]), ("第 … 条 任职", ["第 {} 条"]),
            ("应于 {on} 前决定", ["于 {} 前"]), ("立案后调任", ["调任"]), ("“「", ["「"]),
            ("未予免责", ["免责"]), ("救济路线", ["救济路线", "路线"]),
        ])
    func planted(_ text: String, _ found: [String]) { #expect(replaced(in: text) == found) }

    @Test(
        "the term itself, and what may stand beside it, is let pass",
        arguments: [
            "第 {entry} 号记录", "期限至 {due}（含当日），还剩", "截至 {day} 的事实", "可减免责任", "政务处分法第43条",
            "共 {count} 条记录", "“转任”",
        ])
    func passed(_ text: String) { #expect(replaced(in: text) == []) }

    @Test("each term is said somewhere, once in the table, and says in English what it is")
    func used() throws {
        let all = Self.plain(try read().map(\.text).joined(separator: "\n"))
        #expect(Set(terms.map(\.term)).count == terms.count && terms.count >= 16)
        for term in terms {
            #expect(all.contains(term.term), "\(term.term)")
            #expect(!term.english.isEmpty && !term.instead.isEmpty, "\(term.term)")
        }
    }

    @Test("a source that is an article uses the word")
    func sources() throws {
        let table = try JSONDecoder().decode(
            Articles.self, from: Self.data("schema/law/articles.json"))
        let texts = Dictionary(
            uniqueKeysWithValues: table.articles.map { ($0.citation, $0.article) })
        for term in terms where term.source != "house" {
            guard term.source.contains("#") else {
                #expect(term.source == "GB/T 15834-2011")
                continue
            }
            let text = try #require(texts[term.source], "\(term.source)")
            // The day on which a period ends lasts to its midnight.
            let word = term.source == "民法典#203" ? "截止时间为二十四时" : term.root ?? term.term
            #expect(text.contains(word), "\(term.term): \(term.source)")
        }
        #expect(terms.filter { $0.source.contains("#") }.count >= 8)
    }
}
