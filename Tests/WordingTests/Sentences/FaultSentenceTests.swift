import Law
import Registry
import Testing
import Vocabulary

@testable import Records
@testable import Wording

@Suite("A fault is one sentence, in both languages")
struct FaultSentenceTests {
    let chinese: Text
    let english: Text

    init() throws {
        chinese = try Text(.chinese)
        english = try Text(.english)
    }

    @Test("it cites its rule where it has one, and stands on one line")
    func sentences() {
        for fault in Samples.faults.flatMap(\.all) {
            let (zh, en) = (chinese.sentence(of: fault), english.sentence(of: fault))
            if fault.source.isEmpty {
                #expect(zh.hasSuffix("。") && en.hasSuffix("."), "\(fault.code)")
            } else {
                #expect(zh.hasSuffix("。（\(Basis.chinese(fault.source))）"), "\(zh)")
                #expect(en.hasSuffix(". (\(Basis.english(fault.source)))"), "\(en)")
            }
            #expect(!zh.contains("\n") && !en.contains("\n"))
        }
    }

    @Test("each has a code of its own", arguments: Samples.faults)
    func codes(samples: Samples) {
        // What one carries of another speaks with that one's code.
        let ofCases = Dictionary(grouping: zip(samples.sampled, samples.all)) { $0.0 }
            .mapValues { Set($0.map(\.1.code)) }
        let codes = ofCases.values.flatMap(\.self)
        #expect(Set(codes).count == codes.count, "\(samples.name)")
    }

    @Test("the law that gives no answer says what to load")
    func law() {
        for fault in LawFault.samples {
            #expect(chinese.sentence(of: fault).contains("`stele rules "))
            #expect(english.sentence(of: fault).contains("`stele rules "))
        }
        let (early, first) = (day("2009-12-31"), day("2010-01-01"))
        let told = LawFault.noRules(on: early, first: first)
        #expect(
            chinese.sentence(of: told)
                .hasPrefix("2009-12-31 没有施行中的规则：本账簿所载规则最早自 2010-01-01 起施行。"))
        #expect(
            english.sentence(of: told)
                .hasPrefix(
                    "No rules in force on 2009-12-31 were activated: the earliest of this ledger "
                        + "are in force from 2010-01-01."))
        let none = LawFault.noRules(on: early, first: nil)
        #expect(!chinese.sentence(of: none).contains("最早"))
    }

    @Test("every fault of a delivered file names it and says what to do")
    func files() {
        for fault in FileFault.samples {
            let zh = chinese.sentence(of: fault)
            #expect(zh.contains("f.csv"))
            #expect(zh.contains("请"), "\(zh)")
            #expect(english.sentence(of: fault).contains("f.csv"))
        }
    }

    @Test("one of a row says in which column")
    func row() {
        let ragged = RowFault(
            file: "f.csv", line: 2, column: nil, reason: .ragged(expected: 2, got: 1))
        #expect(chinese.sentence(of: ragged) == "应有 2 列，实有 1 列；请检查逗号和引号。")
        #expect(
            english.sentence(of: ragged)
                == "2 columns expected, 1 found; check the commas and quotes.")
        let sealed = RowFault(
            file: "f.csv", line: 2, column: "性别",
            reason: .notInTable(
                table: "t", value: nil, known: ["女", "男"]))
        #expect(
            chinese.sentence(of: sealed)
                == "“性别”（封存的值）不在对照表 t 中；请改用：女、男，或在映射的对照表中补上。")
        #expect(
            english.sentence(of: sealed)
                == "性别: (a sealed value) is not in the table t; use one of 女, 男, or add it "
                + "to the mapping's table.")
    }

    @Test("a hostile value is shown clipped and without control characters")
    func hostile() {
        let text = "\u{1B}[31m\u{202E}" + String(repeating: "x", count: 100)
        let fault = RowFault(
            file: "f.csv", line: 2, column: "d", reason: .impossibleDate(value: text))
        for message in [chinese.sentence(of: fault), english.sentence(of: fault)] {
            #expect(!message.contains("\u{1B}") && !message.contains("\u{202E}"))
            #expect(message.contains("␦[31m␦") && message.contains("…"))
            #expect(message.count < 100)
        }
    }
}
