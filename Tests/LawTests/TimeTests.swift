import Law
import LawSupport
import Testing

@Suite("Days and moments")
struct TimeTests {
    @Test("every day from 1890 to 2110 reads back as it is written, one after the other")
    func days() throws {
        var date = day("1890-01-01")
        var ordinal = date.ordinal
        while date < day("2110-12-31") {
            let next = try #require(date.adding(days: 1))
            #expect(next.ordinal == ordinal + 1 && next > date)
            #expect(CalendarDate(next.description) == next)
            date = next
            ordinal += 1
        }
        #expect(day("1970-01-01").ordinal == 0)
        #expect(day("2000-03-01").ordinal == 11_017)
    }

    @Test(
        "a text that is not a day is none",
        arguments: [
            "", "2021-02-29", "1900-02-29", "2021-04-31", "2021-13-01", "0000-01-01", "2021-1-01",
            "2021-01-01 ", "2021/01/01", "21-01-01", "+021-01-01", "2021-01-0１",
        ])
    func notADay(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("the calendar ends in 9999 and begins in 1")
    func ends() {
        #expect(day("9999-12-31").adding(days: 1) == nil)
        #expect(day("0001-01-01").adding(days: -1) == nil)
        #expect(day("2000-01-01").adding(days: .max) == nil)
        #expect(day("2000-01-01").lastDay(ofMonths: .max) == nil)
        #expect(CalendarDate(ordinal: day("0001-01-01").ordinal) == day("0001-01-01"))
        #expect(day("2000-02-29") > day("2000-02-28") && day("2000-03-01") > day("2000-02-29"))
    }

    @Test(
        "a moment reads back as it is written",
        arguments: [
            "1970-01-01T00:00:00.000Z", "2026-11-24T08:30:59.123Z", "1969-12-31T23:59:59.999Z",
            "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "2024-02-29T12:00:00.001Z",
        ])
    func moments(text: String) {
        #expect(Instant(text)?.description == text)
    }

    @Test("the day in the banner begins eight hours before that in UTC, at either end of time, too")
    func inChina() throws {
        for (moment, utc, china) in [
            ("2025-12-31T15:59:59.999Z", "2025-12-31", "2025-12-31"),
            ("2025-12-31T16:00:00.000Z", "2025-12-31", "2026-01-01"),
            ("2026-01-01T00:00:00.000Z", "2026-01-01", "2026-01-01"),
            ("1969-12-31T16:00:00.000Z", "1969-12-31", "1970-01-01"),
            ("0001-01-01T00:00:00.000Z", "0001-01-01", "0001-01-01"),
            ("9999-12-31T23:59:59.999Z", "9999-12-31", "9999-12-31"),
        ] {
            let instant = try #require(Instant(moment))
            #expect(instant.dateUTC == day(utc), "\(moment)")
            #expect(instant.dateInChina == day(china), "\(moment)")
        }
    }

    @Test(
        "a text that is not a moment is none",
        arguments: [
            "", "2026-11-24T08:30:59Z", "2026-11-24T24:00:00.000Z", "2026-11-24T08:60:00.000Z",
            "2026-11-24T08:30:60.000Z", "2026-02-30T08:30:00.000Z", "2026-11-24T08:30:59.123+",
            "2026-11-24 08:30:59.123Z",
        ])
    func notAMoment(text: String) {
        #expect(Instant(text) == nil)
    }
}

func day(_ text: String) -> CalendarDate { CalendarDate(written: text) }
func instant(_ text: String) -> Instant { Instant(written: text) }
