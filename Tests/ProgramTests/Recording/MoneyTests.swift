import Chain
import Records
import Testing
import Vocabulary
import Wording

@testable import stele

@Suite("Money is typed in yuan and recorded in fen, exactly")
struct MoneyTests {
    @Test(
        "as people write it",
        arguments: [
            ("1234.56", 123_456), ("1,234.56元", 123_456), ("１，２３４．５６元", 123_456),
            ("3.2万元", 3_200_000),
            ("3.2万", 3_200_000), ("1.234567万元", 1_234_567), ("0.01", 1), ("0.1", 10),
            ("100", 10_000),
            ("50分", 50), ("1.5亿元", 15_000_000_000), ("¥ 12.30", 1_230), ("￥12", 1_200),
            ("人民币8,600,000.00元", 860_000_000), ("-5", -500), ("0", 0),
            ("90071992547409.91", 9_007_199_254_740_991),
            ("4.35", 435), ("1.1", 110), ("12圆", 1_200),
        ])
    func read(_ written: String, _ fen: Int) {
        #expect(Written.fen(written) == fen)
    }

    @Test(
        "smaller than a fen, or no amount",
        arguments: [
            "1.234", "1.230", "3.1234567万元", "50.5分", "", "元", ".5", "1.", "1,23", "1,2345",
            "1234,567",
            "1.2.3", "1e3", "甲", "1 元 2", "99999999999999999999", "--5", "1,234.5,6", "三万元", "+5",
        ])
    func none(_ written: String) {
        #expect(Written.fen(written) == nil)
    }

    @Test("on the command line; a third decimal is refused with how to write it")
    func typed() throws {
        let spelling = try #require(
            Choices(Duties.register).all.first {
                $0.spelling.spoken == "sanction pay-compensation"
            }
        ).spelling
        let text = try Text(.chinese)
        let read = try TypedFields.read(["S-1", "--amount", "3.2万元"], as: spelling, in: text)
        #expect(read.values["amount"] == .integer(3_200_000))
        for amount in ["1.234", "90071992547409.92"] {
            let failure = try #require(throws: Failure.self) {
                _ = try TypedFields.read(["S-1", "--amount", amount], as: spelling, in: text)
            }
            #expect(failure.status == .usage)
            #expect(failure.message.contains("以元为单位"))
        }
    }

    @Test("help says the unit")
    func help() async throws {
        let run = try await ProgramRun("sanction", "pay-compensation", "--help")
        #expect(run.out.contains("--amount <元>"))
        #expect(run.out.contains("以元为单位"))
    }
}
