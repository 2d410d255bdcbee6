/// A day as people write one: `2024年1月5日`, `2024/1/5`, `2024.1.5`, `20240105`, `二〇二四年一月五日`,
/// also in digits of full width.
///
/// Only what can be read in one way is a day. Entries keep `YYYY-MM-DD`, see ``CalendarDate``.
public enum WrittenDay: Hashable, Sendable {
    case day(CalendarDate)
    /// It may be read in several ways, or lacks the century: the days that it may mean, soonest first.
    case unclear([CalendarDate])
    case unreadable

    public init(_ text: String) {
        if let day = CalendarDate(text) {
            self = .day(day)
            return
        }
        guard let pieces = Pieces(text) else {
            self = .unreadable
            return
        }
        self = pieces.reading
    }

    /// The numbers of a text and what stands between them.
    private struct Pieces {
        private(set) var numbers: [String] = []
        private(set) var marks: [Character] = []

        /// Nil: it holds something else, or more than any day.
        init?(_ text: String) {
            guard text.utf8.count <= 64 else { return nil }
            var isOpen = false
            for character in text {
                guard let one = character.unicodeScalars.first,
                    character.unicodeScalars.count == 1
                else { return nil }
                if one.properties.isWhitespace {
                    isOpen = false
                } else if let digit = Self.digit(one) {
                    if isOpen {
                        numbers[numbers.count - 1].append(digit)
                    } else {
                        // Two numbers with nothing but space between them.
                        guard numbers.count == marks.count else { return nil }
                        numbers.append(String(digit))
                    }
                    isOpen = true
                } else {
                    guard let mark = Self.mark(one), marks.count < numbers.count else {
                        return nil
                    }
                    marks.append(mark)
                    isOpen = false
                }
            }
        }

        private static let chinese: [Character: Character] = [
            "〇": "0", "零": "0", "○": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5",
            "六": "6", "七": "7", "八": "8", "九": "9", "十": "十",
        ]

        /// A digit in half width; ten as the character that it is.
        private static func digit(_ scalar: Unicode.Scalar) -> Character? {
            switch scalar.value {
            case 0x30...0x39: Character(scalar)
            case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
            default: chinese[Character(scalar)]
            }
        }

        private static func mark(_ scalar: Unicode.Scalar) -> Character? {
            switch scalar {
            case "年", "月", "日": Character(scalar)
            case "号", "號": "日"
            case "-", "－", "‐", "‑", "–", "—", "−": "-"
            case "/", "／": "/"
            case ".", "．": "."
            default: nil
            }
        }

        /// 1 to 31 in digits of either kind: `5`, `05`, `十五`, `三十一`.
        private static func small(_ number: String) -> Int? {
            guard number.contains("十") else { return number.count <= 2 ? Int(number) : nil }
            let parts = number.split(separator: "十", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.count <= 1 && $0 != "0" }) else {
                return nil
            }
            let tens = parts[0].isEmpty ? 1 : Int(parts[0])
            let ones = parts[1].isEmpty ? 0 : Int(parts[1])
            return tens.flatMap { tens in ones.map { tens * 10 + $0 } }
        }

        private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> CalendarDate? {
            guard let year, let month, let day else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }

        var reading: WrittenDay {
            if numbers.count == 1, marks.isEmpty, let all = numbers.first, all.count == 8 {
                let year = Int(all.prefix(4))
                let month = Int(all.dropFirst(4).prefix(2))
                return Self.day(year, month, Int(all.suffix(2))).map(WrittenDay.day) ?? .unreadable
            }
            guard numbers.count == 3 else { return .unreadable }
            let isNamed = marks == ["年", "月", "日"] || marks == ["年", "月"]
            let isMarked = marks.count == 2 && marks[0] == marks[1] && "-/.".contains(marks[0])
            guard isNamed || isMarked else { return .unreadable }
            let small = numbers.map(Self.small)
            if numbers[0].count == 4 {
                return Self.day(Int(numbers[0]), small[1], small[2]).map(WrittenDay.day)
                    ?? .unreadable
            }
            // A year of two digits is of this century, or somebody says which.
            let last = numbers[2].count == 4 ? Int(numbers[2]) : small[2].map { 2000 + $0 }
            var days: [CalendarDate?] = []
            if numbers[2].count != 4 {
                days.append(Self.day(small[0].map { 2000 + $0 }, small[1], small[2]))
            }
            if !isNamed {
                days.append(Self.day(last, small[1], small[0]))
                days.append(Self.day(last, small[0], small[1]))
            }
            let meant = Set(days.compactMap(\.self)).sorted()
            return meant.isEmpty ? .unreadable : .unclear(meant)
        }
    }
}
