/// How a date stands in a delivered file. Whatever the form, a ledger date is `YYYY-MM-DD`.
enum DateFormat: String, Sendable, CaseIterable {
    /// `2019-03-05`
    case iso = "YYYY-MM-DD"
    /// `2019/3/5` or `2019/03/05`, as Chinese and Japanese spreadsheets save it.
    case slashes = "YYYY/M/D"
    /// `20190305`
    case compact = "YYYYMMDD"
    /// `2019.3.5`, as personnel files write it.
    case dots = "YYYY.M.D"
    /// `2019年3月5日`
    case chinese = "YYYY年M月D日"

    enum Reading: Equatable {
        case date(String)
        /// Not in any of the formats.
        case unreadable
        /// In a format, but there is no such day.
        case impossible
    }

    /// Reads `text` in the first format that fits.
    static func read(_ text: String, as formats: [DateFormat]) -> Reading {
        for format in formats {
            guard let (year, month, day) = format.parts(of: text) else { continue }
            guard exists(year, month, day) else { return .impossible }
            return .date(written(year, month, day))
        }
        return .unreadable
    }

    /// Year, month and day as numbers, without looking at the calendar.
    private func parts(of text: String) -> (Int, Int, Int)? {
        var rest = text.utf8[...]
        let strict = self == .iso || self == .compact
        let (afterYear, afterMonth, atEnd) =
            switch self {
            case .iso: ("-", "-", "")
            case .slashes: ("/", "/", "")
            case .compact: ("", "", "")
            case .dots: (".", ".", "")
            case .chinese: ("年", "月", "日")
            }
        guard let year = Self.number(&rest, digits: 4...4), Self.pass(&rest, afterYear),
            let month = Self.number(&rest, digits: strict ? 2...2 : 1...2),
            Self.pass(&rest, afterMonth),
            let day = Self.number(&rest, digits: strict ? 2...2 : 1...2), Self.pass(&rest, atEnd),
            rest.isEmpty
        else { return nil }
        return (year, month, day)
    }

    private static func number(_ rest: inout Substring.UTF8View, digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, let byte = rest.first, byte >= 0x30, byte <= 0x39 {
            value = value * 10 + Int(byte) - 0x30
            count += 1
            rest.removeFirst()
        }
        return count >= digits.lowerBound ? value : nil
    }

    private static func pass(_ rest: inout Substring.UTF8View, _ separator: String) -> Bool {
        guard rest.starts(with: separator.utf8) else { return false }
        rest.removeFirst(separator.utf8.count)
        return true
    }

    private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        guard year >= 1, (1...12).contains(month), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return day <= length
    }

    private static func written(_ year: Int, _ month: Int, _ day: Int) -> String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ value: Int, at place: Int, width: Int) {
                var rest = value
                for index in stride(from: place + width - 1, through: place, by: -1) {
                    bytes[index] = UInt8(0x30 + rest % 10)
                    rest /= 10
                }
            }
            put(year, at: 0, width: 4)
            bytes[4] = 0x2D
            put(month, at: 5, width: 2)
            bytes[7] = 0x2D
            put(day, at: 8, width: 2)
            return 10
        }
    }
}
