import Vocabulary

/// How a date stands in a delivered file. Whatever the form, a ledger date is `YYYY-MM-DD`; what tells a
/// month or a year alone says so beside it.
struct DateFormat: Hashable, Sendable {
    private enum Part: Hashable {
        /// So many digits.
        case year
        case month(ClosedRange<Int>)
        case day(ClosedRange<Int>)
        case mark(String)
        /// ` 0:00`: a spreadsheet's time of day, which says nothing.
        case time
    }

    /// As the mapping spells it.
    let name: String
    private let parts: [Part]

    private init(_ name: String, _ parts: [Part]) {
        self.name = name
        self.parts = parts
    }

    /// Every form there is, days first.
    static let all: [DateFormat] =
        days
        + days.map { day in
            DateFormat(day.name + " H:MM", day.parts + [.time])
        } + months + years

    private static let days: [DateFormat] = [
        // `2019-03-05`
        DateFormat("YYYY-MM-DD", [.year, .mark("-"), .month(2...2), .mark("-"), .day(2...2)]),
        // `2019/3/5` or `2019/03/05`, as Chinese and Japanese spreadsheets save it.
        DateFormat("YYYY/M/D", [.year, .mark("/"), .month(1...2), .mark("/"), .day(1...2)]),
        // `20190305`
        DateFormat("YYYYMMDD", [.year, .month(2...2), .day(2...2)]),
        // `2019.3.5`, as personnel files write it.
        DateFormat("YYYY.M.D", [.year, .mark("."), .month(1...2), .mark("."), .day(1...2)]),
        // `2019年3月5日`
        DateFormat(
            "YYYY年M月D日",
            [.year, .mark("年"), .month(1...2), .mark("月"), .day(1...2), .mark("日")]),
        // `2019-3-5`
        DateFormat("YYYY-M-D", [.year, .mark("-"), .month(1...2), .mark("-"), .day(1...2)]),
        // `3/5/2019`
        DateFormat("M/D/YYYY", [.month(1...2), .mark("/"), .day(1...2), .mark("/"), .year]),
    ]

    private static let months: [DateFormat] = [
        DateFormat("YYYY-MM", [.year, .mark("-"), .month(2...2)]),
        DateFormat("YYYY-M", [.year, .mark("-"), .month(1...2)]),
        DateFormat("YYYY/M", [.year, .mark("/"), .month(1...2)]),
        // `1985.07`
        DateFormat("YYYY.M", [.year, .mark("."), .month(1...2)]),
        DateFormat("YYYY.MM", [.year, .mark("."), .month(2...2)]),
        DateFormat("YYYYMM", [.year, .month(2...2)]),
        DateFormat("YYYY年M月", [.year, .mark("年"), .month(1...2), .mark("月")]),
    ]

    private static let years: [DateFormat] = [
        DateFormat("YYYY", [.year]), DateFormat("YYYY年", [.year, .mark("年")]),
    ]

    /// Those that are tried where a mapping names none.
    static let usual = Array(days.prefix(3))

    init?(named name: String) {
        guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
        self = format
    }

    enum Reading: Equatable {
        /// The day, or the first one of the month or year that is told.
        case date(String, DayPrecision)
        /// Not in any of the formats.
        case unreadable
        /// In a format, but there is no such day.
        case impossible
    }

    /// Reads `text` in the first format that fits. Digits and marks of full width read as the others.
    static func read(_ text: String, as formats: [DateFormat]) -> Reading {
        let text = halfWidth(text)
        for format in formats {
            guard let read = format.read(text) else { continue }
            guard exists(read.year, read.month ?? 1, read.day ?? 1) else { return .impossible }
            let precision: DayPrecision =
                read.month == nil ? .year : read.day == nil ? .month : .day
            return .date(written(read.year, read.month ?? 1, read.day ?? 1), precision)
        }
        return .unreadable
    }

    private static func halfWidth(_ text: String) -> String {
        // U+FF01…U+FF5E begin with this byte.
        guard text.utf8.contains(0xEF) else { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            folded.append(
                isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(folded)
    }

    /// Its numbers, without looking at the calendar.
    private func read(_ text: String) -> (year: Int, month: Int?, day: Int?)? {
        var rest = text.utf8[...]
        var read: (year: Int, month: Int?, day: Int?) = (0, nil, nil)
        for part in parts {
            switch part {
            case .year:
                guard let year = Self.number(&rest, digits: 4...4) else { return nil }
                read.year = year
            case .month(let digits):
                guard let month = Self.number(&rest, digits: digits) else { return nil }
                read.month = month
            case .day(let digits):
                guard let day = Self.number(&rest, digits: digits) else { return nil }
                read.day = day
            case .mark(let mark):
                guard Self.pass(&rest, mark) else { return nil }
            case .time:
                guard Self.passTime(&rest) else { return nil }
            }
        }
        return rest.isEmpty ? read : nil
    }

    private static func passTime(_ rest: inout Substring.UTF8View) -> Bool {
        guard pass(&rest, " "), let hour = number(&rest, digits: 1...2), hour < 24 else {
            return false
        }
        var more = 0
        while more < 2, pass(&rest, ":") {
            guard let count = number(&rest, digits: 2...2), count < 60 else { return false }
            more += 1
        }
        return more > 0
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
