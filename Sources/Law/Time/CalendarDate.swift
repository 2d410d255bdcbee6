/// A day of the Gregorian calendar, without a time and without a zone: `2021-03-01`.
///
/// - Invariant: The day exists. There is no `2021-02-29` and no year 0.
/// - Units: whole days; years 1…9999.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// year · 512 + month · 32 + day: the order of the numbers is the order of the days.
    private let packed: Int32

    private init(packedYear year: Int, month: Int, day: Int) {
        packed = Int32(truncatingIfNeeded: year << 9 | month << 5 | day)
    }

    /// Nil when the day does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.init(packedYear: year, month: month, day: day)
    }

    /// Reads exactly `YYYY-MM-DD`; nil for every other text and for days that do not exist.
    public init?(_ text: String) {
        var digits = (0, 0, 0)
        var index = 0
        var wellFormed = true
        for byte in text.utf8 {
            switch index {
            case 4, 7: wellFormed = wellFormed && byte == UInt8(ascii: "-")
            case 0...9:
                let digit = Int(byte) - 48
                wellFormed = wellFormed && digit >= 0 && digit <= 9
                if index < 4 {
                    digits.0 = digits.0 * 10 + digit
                } else if index < 7 {
                    digits.1 = digits.1 * 10 + digit
                } else {
                    digits.2 = digits.2 * 10 + digit
                }
            default: return nil
            }
            if !wellFormed { return nil }
            index += 1
        }
        guard index == 10 else { return nil }
        self.init(year: digits.0, month: digits.1, day: digits.2)
    }

    /// 0001-01-01.
    public static let first = CalendarDate(packedYear: 1, month: 1, day: 1)

    /// The year, 1…9999.
    public var year: Int { Int(packed) >> 9 }
    /// The month, 1…12.
    public var month: Int { Int(packed) >> 5 & 15 }
    /// The day of the month, 1…31.
    public var day: Int { Int(packed) & 31 }

    public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }

    /// `YYYY-MM-DD`.
    public var description: String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            writeDigits(year, 4, to: bytes, at: 0)
            bytes[4] = UInt8(ascii: "-")
            writeDigits(month, 2, to: bytes, at: 5)
            bytes[7] = UInt8(ascii: "-")
            writeDigits(day, 2, to: bytes, at: 8)
            return 10
        }
    }

    /// Days from 1970-01-01, negative before it.
    public var ordinal: Int {
        let shiftedYear = month > 2 ? year : year - 1
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The day that is `ordinal` days from 1970-01-01; nil outside the years 1…9999.
    public init?(ordinal: Int) {
        guard (-719_162...2_932_896).contains(ordinal) else { return nil }
        let shifted = ordinal + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            packedYear: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The day `days` later (earlier when negative); nil outside the years 1…9999.
    public func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = ordinal.addingReportingOverflow(days)
        return overflow ? nil : CalendarDate(ordinal: sum)
    }

    /// The last day of a period of whole months whose first day is this one.
    ///
    /// The effective day counts: six months from 15 January end on 14 July. Where the last month
    /// has no such day, the period ends with that month: six months from 31 August end on the
    /// last day of February. Source: 民法典 Art. 202; 政务处分法 Art. 8.
    public func lastDay(ofMonths months: Int) -> CalendarDate? {
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard months > 0, !overflow, total / 12 <= 9999 else { return nil }
        let endYear = total / 12
        let endMonth = total % 12 + 1
        let length = Self.days(inMonth: endMonth, of: endYear)
        if day > length { return CalendarDate(year: endYear, month: endMonth, day: length) }
        return CalendarDate(year: endYear, month: endMonth, day: day)?.adding(days: -1)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Writes `value` with leading zeros.
func writeDigits(
    _ value: Int, _ width: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at offset: Int
) {
    var rest = value
    for place in stride(from: offset + width - 1, through: offset, by: -1) {
        bytes[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
        rest /= 10
    }
}
