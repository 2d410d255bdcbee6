import Law
import LawSupport
import Testing

@Suite("A deadline — 民法典 Art. 201 to 203")
struct DeadlineTests {
    private func deadline(_ clock: String, from start: String) throws -> Deadline {
        try LawDocuments.law().deadline(clock, from: day(start))
    }

    @Test(
        "the start day does not count, and months end on the corresponding day or with the month",
        arguments: [
            ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
            ("2024-01-18", 1, "2024-02-18"), ("2024-12-31", 2, "2025-02-28"),
            ("2024-02-29", 12, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"),
            ("2024-01-15", -12, "2023-01-15"), ("2024-08-31", 1, "2024-09-30"),
        ])
    func months(start: String, months: Int, end: String) throws {
        #expect(day(start).adding(months: months) == day(end))
    }

    @Test("there is no day beyond the years 1 to 9999")
    func beyond() throws {
        #expect(day("9999-12-01").adding(months: 1) == nil)
        #expect(day("0001-01-31").adding(months: -1) == nil)
        #expect(day("0001-02-28").adding(months: -1) == day("0001-01-28"))
        #expect(day("2024-01-01").adding(months: .max) == nil)
        #expect(day("2024-01-01").adding(months: .min) == nil)
    }

    @Test("S2: an adjusted working Sunday does not roll, and says so")
    func adjustedSunday() throws {
        let deadline = try deadline("A.reexamination.file", from: "2024-01-18")
        #expect(deadline.due == day("2024-02-18"))
        #expect(deadline.rolledOver.isEmpty)
        #expect(
            deadline.explanationChinese
                == "自 2024-01-18 起算（当日不计），一个月，至 2024-02-18 届满；该日为周日，但系调休工作日，不顺延。"
                + "依据：监察法第49条")
        #expect(
            deadline.explanationEnglish
                == "From 2024-01-18 (that day not counted), 1 month, ending on 2024-02-18; a Sunday, "
                + "but an adjusted working day, so it does not roll. Source: 监察法 Art. 49")
        #expect(deadline.allows(deadline.due))
        #expect(!deadline.allows(day("2024-02-19")))
    }

    @Test("S2: a last day at Qingming rolls to the working Sunday after it, and says so")
    func rolls() throws {
        let deadline = try deadline("A.recheck.file", from: "2024-03-06")
        #expect(deadline.nominalEnd == day("2024-04-06"))
        #expect(deadline.due == day("2024-04-07"))
        #expect(
            deadline.explanationChinese
                == "自 2024-03-06 起算（当日不计），一个月，至 2024-04-06 届满；该日为清明节放假，"
                + "顺延至 2024-04-07（调休工作日）。依据：监察法第49条")
        #expect(
            deadline.explanationEnglish
                == "From 2024-03-06 (that day not counted), 1 month, ending on 2024-04-06; that day "
                + "is a day off for 清明节, so it rolls to 2024-04-07 (an adjusted working day). "
                + "Source: 监察法 Art. 49")
    }

    @Test("a last day on the first of a week off rolls past all of it, day by day")
    func rollsFar() throws {
        let deadline = try deadline("A.recheck.decide", from: "2025-08-01")
        #expect(deadline.due == day("2025-10-09"))
        #expect(deadline.rolledOver.count == 8)
        #expect(
            deadline.explanationChinese.contains(
                "该日为国庆节、中秋节放假，其后至 2025-10-08 均为休息日（2025-10-02 国庆节、中秋节放假、"))
        #expect(deadline.explanationChinese.contains("顺延至 2025-10-09（周四）。依据：监察法第56条"))
        #expect(deadline.explanationEnglish.contains("so it rolls to 2025-10-09 (a Thursday)"))
    }

    @Test("S2: the other days of the story")
    func story() throws {
        #expect(try deadline("A.reexamination.decide", from: "2024-02-08").due == day("2024-03-08"))
        #expect(try deadline("A.recheck.decide", from: "2024-04-07").due == day("2024-06-07"))
    }

    @Test("S1: thirty days of comment from 10 March end on 9 April, and a minimum does not roll")
    func minimum() throws {
        let deadline = try deadline("consultationMinimum", from: "2021-03-10")
        #expect(deadline.due == day("2021-04-09"))
        // 9 April was a Saturday in 2022.
        let saturday = try self.deadline("consultationMinimum", from: "2022-03-10")
        #expect(saturday.due == day("2022-04-09"))
        #expect(saturday.explanationChinese.hasSuffix("按日历计算，不顺延。依据：重大行政决策程序暂行条例第15条"))
        #expect(saturday.explanationEnglish.hasSuffix("Source: State Council Order 713 Art. 15"))
        #expect(saturday.explanationEnglish.contains("counted by the calendar, it does not roll"))
    }

    @Test("S1: the seventh working day after 1 April 2021 is 13 April, past Qingming")
    func workingDays() throws {
        let deadline = try deadline("legalityReviewMinimum", from: "2021-04-01")
        #expect(deadline.due == day("2021-04-13"))
        #expect(
            try LawDocuments.calendars().workingDay(7, after: day("2021-04-01")) == deadline.due)
        #expect(deadline.explanationChinese.contains("七个工作日，至 2021-04-13 届满；周末和清明节放假不计"))
        #expect(
            deadline.explanationEnglish.contains("weekends and the days off for 清明节 do not count"))
    }

    @Test("an adjusted working Sunday is counted as a working day, and says so")
    func adjustedCounts() throws {
        let deadline = try deadline("legalityReviewMinimum", from: "2024-04-03")
        #expect(deadline.due == day("2024-04-15"))
        #expect(deadline.adjusted == [day("2024-04-07")])
        #expect(deadline.explanationChinese.contains("调休工作日 2024-04-07 计入"))
        #expect(deadline.explanationEnglish.contains("the adjusted working days 2024-04-07 do"))
    }

    @Test("where the month has no such day the explanation says that it ends there")
    func monthEnd() throws {
        let deadline = try deadline("A.recheck.file", from: "2024-01-31")
        #expect(deadline.due == day("2024-02-29"))
        #expect(deadline.explanationChinese.contains("至 2024-02-29 届满（当月没有对应日，止于月末）"))
        #expect(deadline.explanationEnglish.contains("(the month has no such day and ends there)"))
    }

    @Test("a needed year that is not loaded is an error that says how to load it")
    func missingYear() throws {
        let law = try LawDocuments.law()
        let start = day("2026-12-15")
        #expect(throws: LawFault.calendarMissing(2027)) {
            try law.deadline("A.recheck.file", from: start)
        }
        #expect(throws: LawFault.calendarMissing(2027)) {
            try law.deadline("publication", from: start)
        }
        let fault = LawFault.calendarMissing(2027)
        #expect(fault.message.values == ["year": .text("2027")])
        #expect(fault.source == "民法典#203")
    }

    @Test("a clock that does not roll asks no calendar, and a last day inside the year asks one")
    func asksOnlyWhatItNeeds() throws {
        let law = try LawDocuments.law()
        #expect(
            try law.deadline("consultationMinimum", from: day("2026-12-15")).due
                == day("2027-01-14"))
        #expect(
            try law.deadline("A.recheck.file", from: day("2026-11-30")).due == day("2026-12-30"))
    }

    @Test("a deadline beyond the year 9999 is an error, not a crash")
    func endOfTime() throws {
        let law = try LawDocuments.law()
        #expect(throws: LawFault.calendarMissing(10_000)) {
            try law.deadline("consultationMinimum", from: day("9999-12-31"))
        }
    }

    @Test(
        "a period reads and writes in one form",
        arguments: ["30 days", "1 day", "7 workingDays", "1 workingDay", "1 month", "12 months"])
    func spans(text: String) throws {
        #expect(try #require(Span(text)).description == text)
    }

    @Test(
        "what is not in that form is no period",
        arguments: [
            "", "30", "days", "30days", "30  days", " 30 days", "0 days", "-1 days", "1 days",
            "2 month", "07 days", "+7 days", "7 weeks", "3661 days", "7 Workingdays",
            "99999999999999999999 days",
        ])
    func noSpan(text: String) { #expect(Span(text) == nil) }

    @Test("periods are told as laws write them")
    func words() throws {
        #expect(Span.days(30).chinese == "三十日")
        #expect(Span.days(15).chinese == "十五日")
        #expect(Span.workingDays(7).chinese == "七个工作日")
        #expect(Span.months(2).chinese == "二个月")
        #expect(Span.days(120).chinese == "120日")
        #expect(Span.workingDays(1).english == "1 working day")
        #expect(Span.workingDays(20).english == "20 working days")
    }
}
