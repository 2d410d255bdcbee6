import Chain
import Foundation
import Law
import LawSupport
import TestSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Every citation names an article that was read: its text stands in the table")
struct CitationTests {
    private struct Table: Decodable {
        struct Article: Decodable {
            let citation: String
            let text: String
            let article: String
            let sha256: String
        }
        struct Law: Decodable { let law: String }

        let articles: [Article]
        let notAtHand: [Law]
    }

    private static func table() throws -> Table {
        try JSONDecoder().decode(
            Table.self,
            from: Data(contentsOf: LawDocuments.schema.appendingPathComponent("law/articles.json")))
    }

    /// `政务处分法#57`, `政务处分法#58`, of `政务处分法#57、#58`.
    private static func articles(_ citation: String) -> [String] {
        Basis.each(citation).flatMap { one -> [String] in
            let parts = one.split(separator: "#", maxSplits: 1)
            guard parts.count == 2 else { return [] }
            return parts[1].split(separator: "、").map {
                "\(parts[0])#\($0.filter { $0 != "#" })"
            }
        }
    }

    /// Whatever in a rulebook cites something.
    private static func cited(in tree: Tree) -> [String] {
        switch tree {
        case .object(let members):
            members.flatMap { name, value -> [String] in
                if case .string(let text) = value {
                    let cites = [
                        "source", "rule", "supervision", "employer", "waivableUnder", "article",
                    ]
                    return cites.contains(name) || text.contains("#") && name == "code"
                        ? [text] : []
                }
                return cited(in: value)
            }
        case .array(let entries): entries.flatMap(cited(in:))
        default: []
        }
    }

    private static func all() throws -> Set<String> {
        var cited = try LawDocuments.allEditions.flatMap {
            try Self.cited(in: LawDocuments.tree("rules/\($0).json"))
        }
        cited += Duties.register.kinds.map(\.source)
        cited += MessageTests.samples.flatMap(\.all).map(\.message.source)
        // What a sample lets an officer cite wrongly.
        return Set(cited.flatMap(articles)).subtracting(["713#99"])
    }

    @Test("each article that is cited is in the table, or its law is marked as not at hand")
    func known() throws {
        let table = try Self.table()
        let known = Set(table.articles.map(\.citation))
        let missing = Set(table.notAtHand.map(\.law))
        for citation in try Self.all().sorted() where !known.contains(citation) {
            let law = String(citation.prefix { $0 != "#" })
            #expect(missing.contains(law), "\(citation)")
        }
        // Nothing is both, and no citation is told from the other way round.
        #expect(known.allSatisfy { !missing.contains(String($0.prefix { $0 != "#" })) })
        #expect(try Self.all().contains("处分条例#39") && known.contains("公务员法#96"))
    }

    @Test("each text is the article that it is cited as, whole, under its digest")
    func texts() throws {
        let table = try Self.table()
        #expect(table.articles.count > 80)
        #expect(Set(table.articles.map(\.citation)).count == table.articles.count)
        for one in table.articles {
            var digest = DigestContext(.sha256)
            let hash = Array(one.article.utf8).withUnsafeBytes { digest.digest($0) }.bytes
            #expect(hash.map { hex($0) }.joined() == one.sha256, "\(one.citation)")
            let number = one.citation.split(separator: "#").last.flatMap { Int($0) } ?? 0
            #expect(one.article.hasPrefix("第\(chinese(number))条"), "\(one.citation)")
        }
    }

    @Test("an altered text and another number are noticed")
    func noticed() {
        #expect(chinese(7) == "七" && chinese(10) == "十" && chinese(12) == "十二")
        #expect(chinese(40) == "四十" && chinese(111) == "一百一十一" && chinese(203) == "二百零三")
        #expect(
            Self.articles("公务员法#63、处分条例#39") == ["公务员法#63", "处分条例#39"])
        #expect(Self.articles("政务处分法#57、#58") == ["政务处分法#57", "政务处分法#58"])
        #expect(Self.articles("公务员申诉规定").isEmpty)
    }

    private func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
    }

    private func chinese(_ number: Int) -> String {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let (hundreds, rest) = (number / 100, number % 100)
        let (tens, ones) = (rest / 10, rest % 10)
        var text = hundreds > 0 ? digits[hundreds] + "百" : ""
        if tens > 0 {
            text += (tens == 1 && hundreds == 0 ? "" : digits[tens]) + "十"
        } else if hundreds > 0 && ones > 0 {
            text += "零"
        }
        return text + (ones > 0 ? digits[ones] : "")
    }
}
