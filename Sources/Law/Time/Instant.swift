/// A moment in UTC, to the millisecond: `2026-11-24T08:30:00.000Z`.
///
/// - Units: milliseconds since 1970-01-01T00:00:00Z; years 1…9999; no leap seconds.
/// - Source: RFC 3339, always in this one 24-character form.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z, negative before it.
    public let milliseconds: Int64

    /// A moment by its distance from 1970-01-01T00:00:00Z, in milliseconds.
    ///
    /// - Precondition: the year is 1…9999.
    public init(milliseconds: Int64) {
        precondition(
            Self.range.contains(milliseconds), "an instant lies in the years 1 to 9999")
        self.milliseconds = milliseconds
    }

    private static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    /// Reads exactly `YYYY-MM-DDTHH:MM:SS.mmmZ`; nil for every other text.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."),
            bytes[23] == UInt8(ascii: "Z"),
            let date = CalendarDate(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Self.number(bytes[11..<13]), hour < 24,
            let minute = Self.number(bytes[14..<16]), minute < 60,
            let second = Self.number(bytes[17..<19]), second < 60,
            let fraction = Self.number(bytes[20..<23])
        else { return nil }
        let seconds = ((date.ordinal * 24 + hour) * 60 + minute) * 60 + second
        milliseconds = Int64(seconds) * 1000 + Int64(fraction)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard byte >= 48, byte <= 57 else { return nil }
            value = value * 10 + Int(byte) - 48
        }
        return value
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The day in UTC.
    public var dateUTC: CalendarDate {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        guard let date = CalendarDate(ordinal: Int(remainder < 0 ? quotient - 1 : quotient)) else {
            preconditionFailure("an instant lies in the years 1 to 9999")
        }
        return date
    }

    /// The calendar day in the banner, UTC+8 (Asia/Shanghai has kept no summer time since 1991).
    public var dateInChina: CalendarDate {
        let latest: Int64 = 253_402_300_799_999 - 8 * 3_600_000
        return Instant(milliseconds: min(milliseconds, latest) + 8 * 3_600_000).dateUTC
    }

    /// `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    public var description: String {
        let date = dateUTC
        let ofDay = Int(milliseconds) - date.ordinal * 86_400_000
        return String(unsafeUninitializedCapacity: 24) { bytes in
            writeDigits(date.year, 4, to: bytes, at: 0)
            bytes[4] = UInt8(ascii: "-")
            writeDigits(date.month, 2, to: bytes, at: 5)
            bytes[7] = UInt8(ascii: "-")
            writeDigits(date.day, 2, to: bytes, at: 8)
            bytes[10] = UInt8(ascii: "T")
            writeDigits(ofDay / 3_600_000, 2, to: bytes, at: 11)
            bytes[13] = UInt8(ascii: ":")
            writeDigits(ofDay / 60_000 % 60, 2, to: bytes, at: 14)
            bytes[16] = UInt8(ascii: ":")
            writeDigits(ofDay / 1000 % 60, 2, to: bytes, at: 17)
            bytes[19] = UInt8(ascii: ".")
            writeDigits(ofDay % 1000, 3, to: bytes, at: 20)
            bytes[23] = UInt8(ascii: "Z")
            return 24
        }
    }
}
