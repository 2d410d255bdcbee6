import Foundation
import Law
import LawSupport
import TestSupport
import Testing
import Vocabulary

@testable import Records
@testable import Wording

@Suite("A refusal says what happened, what to do next, and why")
struct RefusalSentenceTests {
    let chinese: Text
    let english: Text

    init() throws {
        chinese = try Text(.chinese)
        english = try Text(.english)
    }

    private static let all = Samples.refusals.flatMap(\.all)

    @Test("in Chinese and English, with a source")
    func texts() {
        for refusal in Self.all {
            let (zh, en) = (chinese.sentence(of: refusal), english.sentence(of: refusal))
            #expect(!refusal.source.isEmpty, "\(refusal.code)")
            #expect(zh.hasSuffix("（\(Basis.chinese(refusal.source))）"))
            #expect(en.hasSuffix(" (\(Basis.english(refusal.source)))"))
            #expect(zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(zh)")
            #expect(en.unicodeScalars.first.map { $0.value < 0x3000 } == true, "\(en)")
        }
    }

    @Test(
        "rules are cited as an officer writes them",
        arguments: [
            ("XZZ-2020-26#16", "追责制度第16条", "Accountability Rules Art. 16"),
            ("XZZ-2020-26-T12", "26号文任务12", "the notice, task 12"),
            ("政务处分法#8、#15", "政务处分法第8、15条", "政务处分法 Art. 8、15"),
            ("虚构旗纪监立〔2024〕3号", "虚构旗纪监立〔2024〕3号", "虚构旗纪监立〔2024〕3号"),
        ])
    func cited(code: String, chinese: String, english: String) {
        #expect(Basis.chinese(code) == chinese && Basis.english(code) == english)
    }

    @Test("with a next step in both languages")
    func nextStep() {
        let ofChinese = ["请", "可以"]
        let ofEnglish = [
            "Use ", "Fill ", "Check ", "Look ", "Give ", "Register ", "Name ", "go on ", "submit ",
            "Find ", "Submit ", "Have ", "have ", "Go on", "Load ", "Activate ", "Compute ",
            "compute ", "Record ", "record ", "Withdraw ", "Leave ", "leave ", "Wait ", "Enter ",
            "use ", "Keep ", "Say ", "Carry ", "Charge ",
        ]
        for refusal in Self.all {
            let (zh, en) = (chinese.sentence(of: refusal), english.sentence(of: refusal))
            #expect(ofChinese.contains { zh.contains($0) }, "\(zh)")
            #expect(ofEnglish.contains { en.contains($0) }, "\(en)")
            // What to do is a sentence of its own, not a tail behind a colon.
            for verb in ["Check", "Leave", "Use", "Name", "Give", "Find", "Look"] {
                #expect(!en.contains(": \(verb) "), "\(en)")
            }
        }
    }

    @Test("with a code of its own", arguments: Samples.refusals)
    func codes(samples: Samples) {
        // Samples of one case may have one code.
        let ofCases = Dictionary(grouping: zip(samples.sampled, samples.all)) { $0.0 }
            .mapValues { Set($0.map(\.1.code)) }
        let codes = ofCases.values.flatMap(\.self)
        #expect(Set(codes).count == codes.count, "\(samples.name)")
        #expect(codes.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test("the text for a person who left names the day, the reason and the article")
    func departed() {
        let refusal = Refusal.subjectNotInService("P-1", since: day("2024-06-30"), reason: .retired)
        #expect(
            chinese.sentence(of: refusal)
                == "P-1 已于 2024-06-30 退休，不能给予该项处分或处理；可以继续调查、作出认定；依法应当给予降级、撤职、开除的，提出待遇调整建议。（政务处分法第27条）"
        )
    }

    @Test("officers read the words they know; a code stands only where it is to be typed")
    func words() {
        let recheck = LawDocuments.name(ofStage: "recheck")
        let reexamination = LawDocuments.name(ofStage: "reexamination")
        func say(_ refusal: AppealRefusal) -> String { chinese.sentence(of: refusal) }
        #expect(
            say(.alreadyFiled(stage: recheck, first: "A-1"))
                == "对该处分已提出复核（A-1）。请在 A-1 上继续办理。（追责制度第16条）")
        #expect(
            say(.stageTooEarly(stage: recheck, needs: reexamination))
                .hasPrefix("复核须在复审作出决定之后提出。请先登记复审（reexamination）及其结果。"))
        #expect(
            say(.unknownStage(route: "A", stage: "x", [reexamination, recheck]))
                .contains("请改用：复审（reexamination）、复核（recheck）。"))
        #expect(
            say(.noExtension(route: "A", stage: recheck, source: "监察法#56")).hasPrefix(
                "救济途径 A 的复核不能延长"))
        #expect(say(.measureNotVaried(.remitted)).hasPrefix("结果为“发回重新处理”的决定"))
        let range = SanctionRefusal.otherRange("S-1", announced: .banner)
        #expect(chinese.sentence(of: range).contains("“全旗”"))
        #expect(!english.sentence(of: range).contains("“banner”"))
    }

    @Test("the sentence on aggravation names both measures and their months")
    func heavier() {
        let heavier = AppealRefusal.heavier(
            appealed: LawDocuments.name(of: .seriousDemerit),
            proposed: LawDocuments.name(of: .demotion))
        #expect(
            chinese.sentence(of: heavier)
                == "申诉不得加重：原为“记大过（18 个月）”，拟改“降级（24 个月）”。请改为不重于原处分，或予以维持。（政务处分法第56条）")
    }
}
