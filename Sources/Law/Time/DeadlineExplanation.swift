extension Deadline {
    /// `自 2024-03-06 起算（当日不计），一个月，至 2024-04-06 届满；该日为清明节放假，顺延至
    /// 2024-04-07（调休工作日）。依据：监察法第49条`
    public var explanationChinese: String {
        "自 \(start) 起算（当日不计），\(rule.span.chinese)，至 \(nominalEnd) 届满\(monthEndChinese)；"
            + "\(outcomeChinese)\(pausedChinese)。依据：\(Basis.chinese(source))"
    }

    /// The same in English.
    public var explanationEnglish: String {
        "From \(start) (that day not counted), \(rule.span.english), ending on \(nominalEnd)"
            + "\(monthEndEnglish); \(outcomeEnglish)\(pausedEnglish). Source: \(Basis.english(source))"
    }

    private var pausedChinese: String {
        let said = pauses.map { "\($0.first) 至 \($0.last)" }.joined(separator: "、")
        return said.isEmpty ? "" : "；其间 \(said) 不计入期限"
    }

    private var pausedEnglish: String {
        let said = pauses.map { "\($0.first) to \($0.last)" }.joined(separator: ", ")
        return said.isEmpty ? "" : "; the days from \(said) are no part of it"
    }

    private var endsWithTheMonth: Bool {
        if case .months = rule.span { return nominalEnd.day < start.day }
        return false
    }

    private var monthEndChinese: String { endsWithTheMonth ? "（当月没有对应日，止于月末）" : "" }

    private var monthEndEnglish: String {
        endsWithTheMonth ? " (the month has no such day and ends there)" : ""
    }

    private var outcomeChinese: String {
        if case .workingDays = rule.span { return countedChinese }
        guard let first = rolledOver.first, let last = rolledOver.last else {
            switch nature {
            case .adjustedWorkday?: return "该日为\(due.weekday.chinese)，但系调休工作日，不顺延"
            case nil: return "按日历计算，不顺延"
            default: return "该日为\(due.weekday.chinese)，工作日，不顺延"
            }
        }
        let more =
            rolledOver.count > 1
            ? "，其后至 \(last.date) 均为休息日（\(rolledOver.dropFirst().map(\.chinese).joined(separator: "、"))）"
            : ""
        return "该日为\(first.nature.chinese(first.date))\(more)，顺延至 \(due)（\(dueChinese)）"
    }

    private var outcomeEnglish: String {
        if case .workingDays = rule.span { return countedEnglish }
        guard let first = rolledOver.first, let last = rolledOver.last else {
            switch nature {
            case .adjustedWorkday?:
                return "a \(due.weekday.english), but an adjusted working day, so it does not roll"
            case nil: return "counted by the calendar, it does not roll"
            default: return "a \(due.weekday.english), a working day, so it does not roll"
            }
        }
        let more =
            rolledOver.count > 1
            ? ", and the days to \(last.date) are rest days too "
                + "(\(rolledOver.dropFirst().map(\.english).joined(separator: ", ")))"
            : ""
        return "that day is \(first.nature.english(first.date))\(more), so it rolls to \(due) "
            + "(\(dueEnglish))"
    }

    private var dueChinese: String {
        nature == .adjustedWorkday ? "调休工作日" : due.weekday.chinese
    }

    private var dueEnglish: String {
        nature == .adjustedWorkday ? "an adjusted working day" : "a \(due.weekday.english)"
    }

    private var countedChinese: String {
        let off = ["周末"] + feasts.map { "\($0)放假" }
        let added =
            adjusted.isEmpty
            ? "" : "，调休工作日 \(adjusted.map(\.description).joined(separator: "、")) 计入"
        return "\(off.joined(separator: "和"))不计\(added)"
    }

    private var countedEnglish: String {
        let off = ["weekends"] + feasts.map { "the days off for \($0)" }
        let added =
            adjusted.isEmpty
            ? ""
            : ", and the adjusted working days \(adjusted.map(\.description).joined(separator: ", ")) do"
        return "\(off.joined(separator: " and ")) do not count\(added)"
    }
}

extension Deadline.Day {
    var chinese: String { "\(date) \(nature.chinese(date))" }
    var english: String { "\(date) \(nature.english(date))" }
}

extension DayNature {
    func chinese(_ day: CalendarDate) -> String {
        switch self {
        case .workday: "工作日"
        case .adjustedWorkday: "调休工作日"
        case .weekend: day.weekday.chinese
        case .holiday(let name): "\(name)放假"
        }
    }

    func english(_ day: CalendarDate) -> String {
        switch self {
        case .workday: "a working day"
        case .adjustedWorkday: "an adjusted working day"
        case .weekend: "a \(day.weekday.english)"
        case .holiday(let name): "a day off for \(name)"
        }
    }
}
