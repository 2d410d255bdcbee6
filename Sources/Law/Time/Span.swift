/// How long a period of law is (期限): `30 days`, `7 workingDays`, `2 months`.
public enum Span: Hashable, Sendable, CustomStringConvertible {
    /// Calendar days (日).
    case days(Int)
    /// Working days (工作日), where the law says so.
    case workingDays(Int)
    /// Months to the corresponding day (月). 民法典 Art. 202.
    case months(Int)

    /// The longest a rulebook can say, in any unit.
    public static let longest = 3660

    /// Reads `30 days`, `1 day`, `7 workingDays`, `1 workingDay`, `2 months`, `1 month`; nil for
    /// every other text, zero and a wrong plural among them.
    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(parts[0]), String(count) == parts[0],
            (1...Self.longest).contains(count)
        else { return nil }
        switch (parts[1], count == 1) {
        case ("day", true), ("days", false): self = .days(count)
        case ("workingDay", true), ("workingDays", false): self = .workingDays(count)
        case ("month", true), ("months", false): self = .months(count)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .days(let count): "\(count) day\(count == 1 ? "" : "s")"
        case .workingDays(let count): "\(count) workingDay\(count == 1 ? "" : "s")"
        case .months(let count): "\(count) month\(count == 1 ? "" : "s")"
        }
    }

    /// As a law writes it: `三十日`, `七个工作日`, `二个月`.
    public var chinese: String {
        switch self {
        case .days(let count): "\(chineseNumeral(count))日"
        case .workingDays(let count): "\(chineseNumeral(count))个工作日"
        case .months(let count): "\(chineseNumeral(count))个月"
        }
    }

    public var english: String {
        switch self {
        case .workingDays(let count): "\(count) working day\(count == 1 ? "" : "s")"
        default: description
        }
    }
}

/// 1…99 in characters, as laws number; other numbers in digits.
func chineseNumeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return String(number) }
    let tens = number / 10
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
}

/// How sure we are of a rule: read in primary text, in one secondary source, or assumed.
public enum Confidence: String, Sendable, CaseIterable, Hashable {
    case high = "H"
    case medium = "M"
    case low = "L"
}

/// A clock of law (时限): how long, from which article, and whether it rolls over rest days.
public struct ClockRule: Hashable, Sendable {
    /// `A.recheck.file`.
    public let code: String
    public let span: Span
    /// Whether a last day that is a rest day moves to the next that is not. 民法典 Art. 203.
    /// A minimum (不少于) does not.
    public let rolls: Bool
    /// Whom alone it binds, where it binds an organ of one kind.
    public let authority: Rulebook.DecidingOrgan?
    /// The measures that alone start it; nil: whatever was decided.
    public let measures: [String]?
    /// The sort of organ before which it comes when it is overdue (逾期升级督办).
    public let escalatesTo: String?
    /// `监察法#49`.
    public let source: String
    public let confidence: Confidence
    public let titleChinese: String
    public let titleEnglish: String
}
