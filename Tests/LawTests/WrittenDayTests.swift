import Law
import Testing

@Suite("A day is read as people write it, in one way or not at all")
struct WrittenDayTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test(
        "what can be read in one way is that day",
        arguments: [
            "2024-01-05", "2024-1-5", "2024/1/5", "2024/01/05", "2024.1.5", "2024年1月5日",
            "2024年01月05日", "2024年1月5号", "2024年1月5", "2024 年 1 月 5 日", " 2024/1/5 ",
            "20240105", "２０２４年１月５日", "２０２４－０１－０５", "２０２４／１／５", "２０２４．１．５",
            "2024—1—5", "二〇二四年一月五日", "二○二四年一月五日", "二零二四年一月五日", "２０２４０１０５",
        ])
    func read(_ text: String) throws {
        #expect(WrittenDay(text) == .day(try day("2024-01-05")))
    }

    @Test("months and days beyond ten in Chinese numerals")
    func numerals() throws {
        for (text, expected) in [
            ("二〇二四年十月十日", "2024-10-10"), ("二〇二四年十二月三十一日", "2024-12-31"),
            ("二〇二四年十一月二十日", "2024-11-20"), ("二〇二四年二月二十九日", "2024-02-29"),
        ] {
            #expect(WrittenDay(text) == .day(try day(expected)))
        }
    }

    @Test("what may be one of several days names them, the soonest first")
    func unclear() throws {
        #expect(
            WrittenDay("5/1/2024") == .unclear([try day("2024-01-05"), try day("2024-05-01")]))
        #expect(WrittenDay("13/1/2024") == .unclear([try day("2024-01-13")]))
        #expect(WrittenDay("24年1月5日") == .unclear([try day("2024-01-05")]))
        #expect(WrittenDay("99-99-99") == .unreadable)
        #expect(
            WrittenDay("24-1-5") == .unclear([try day("2005-01-24"), try day("2024-01-05")]))
    }

    @Test(
        "everything else is no day",
        arguments: [
            "", " ", "2024", "2024-1", "2024年1月", "2024-2-30", "2023年2月29日", "2024-13-1",
            "2024-0-1",
            "2024-1-0", "2024-1/5", "2024年1-5", "2024 1 5", "2024-1-5-", "-2024-1-5", "202415",
            "2024010", "20241305", "2024-001-05", "2024-1-005", "02024-1-5", "0000-1-1", "甲年1月5日",
            "二〇二四年一月三十二日", "二〇二四年一月二十十日", "二〇二四年一月〇十日", "2024-01-05T00:00:00Z",
            "明天", "2024\u{0301}-1-5", "2024年1月5日 6",
        ])
    func none(_ text: String) {
        #expect(WrittenDay(text) == .unreadable)
    }
}
