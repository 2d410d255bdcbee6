public import Law
public import Vocabulary

/// Every clock that runs (期限看板): by whom it has to be met, due soonest first.
///
/// A right that lapsed is no arrears, and a clock that was met is none; both stay in the file's own
/// timeline.
public struct DeadlineBoard: Hashable, Sendable {
    /// How pressing a clock is.
    public enum Level: String, Sendable, CaseIterable, Hashable {
        /// More than ``dueSoonDays`` are left.
        case later
        case dueSoon
        case overdue
        /// More than ``escalatedAfterDays`` over, or beyond the longest the law allows, or before the organ
        /// that its rule names.
        case escalated
        /// A least time that is running or over: informative.
        case minimum
        /// A time that may not bind whoever it stands against: informative, running or over.
        case indicative
        /// The law gives no day, or none yet: an appeal that is not accepted.
        case undetermined
    }

    /// Up to so many days left a clock is due soon.
    public static let dueSoonDays = 7
    /// Beyond so many days over a clock is escalated (升级督办).
    public static let escalatedAfterDays = 30

    public struct Item: Hashable, Sendable {
        public let reading: ClockReading
        public let level: Level
        /// Calendar days; negative when it is over. Nil where the law gives no day.
        public let daysLeft: Int?
    }

    /// How many clocks of each level.
    public struct Counts: Hashable, Sendable {
        private var byLevel = [Int](repeating: 0, count: Level.allCases.count)

        public subscript(level: Level) -> Int { byLevel[level.place] }
        /// Those that are over, escalated or not.
        public var overdue: Int { self[.overdue] + self[.escalated] }
        public var total: Int { byLevel.reduce(0, +) }
        mutating func add(_ level: Level) { byLevel[level.place] += 1 }
    }

    /// What one unit or person has to meet.
    public struct Share: Hashable, Sendable {
        public let owner: SubjectID
        public let counts: Counts
    }

    /// Which part of the board is asked for.
    public struct Selection: Hashable, Sendable {
        public var unit: UnitID?
        /// Whose remedy it is, or whom it is about.
        public var person: SubjectID?
        public var isOverdueOnly: Bool
        /// The sorts of organ that the unit is: what is overdue may come before one of them.
        public var sorts: Set<String> = []

        public init(unit: UnitID? = nil, person: SubjectID? = nil, isOverdueOnly: Bool = false) {
            self.unit = unit
            self.person = person
            self.isOverdueOnly = isOverdueOnly
        }

        func holds(_ item: Item) -> Bool {
            let start = item.reading.start
            if let unit, start.unit != unit {
                guard let organ = item.reading.escalatedTo, sorts.contains(organ.code) else {
                    return false
                }
            }
            if let person, start.person != person, start.subject != person { return false }
            return !isOverdueOnly || item.level == .overdue || item.level == .escalated
        }
    }

    public let asOf: CalendarDate
    public let knownAt: Instant?
    /// Those that are shown, due soonest first; the counts are of all.
    public private(set) var items: [Item]
    /// How many follow; and the place of the last that is shown.
    public private(set) var more = 0
    public private(set) var next: String?
    public let counts: Counts
    /// By unit, those with most escalated and overdue first.
    public let units: [Share]
    /// By person whose remedy runs.
    public let persons: [Share]
    /// Why some have no day, each once, with how many.
    public let faults: [(fault: LawFault, count: Int)]

    /// - Parameter readings: In any order; those that no longer run are left out.
    public init(
        _ readings: some Sequence<ClockReading>, asOf: CalendarDate, knownAt: Instant? = nil,
        selecting selection: Selection = Selection()
    ) {
        self.asOf = asOf
        self.knownAt = knownAt
        var items: [Item] = []
        var counts = Counts()
        var units: [UnitID: Counts] = [:]
        var persons: [SubjectID: Counts] = [:]
        var faults: [LawFault: Int] = [:]
        for reading in readings where reading.isOpen && !reading.waitsForNobody {
            let item = Item(reading, asOf: asOf)
            guard selection.holds(item) else { continue }
            items.append(item)
            counts.add(item.level)
            if let unit = reading.start.unit { units[unit, default: Counts()].add(item.level) }
            if let person = reading.start.person {
                persons[person, default: Counts()].add(item.level)
            }
            if let fault = reading.fault { faults[fault, default: 0] += 1 }
        }
        // Places are ordered, not items: they are large.
        let order = items.indices.sorted { items[$0].isBefore(items[$1]) }
        self.items = order.map { items[$0] }
        self.counts = counts
        self.units = Self.shares(units)
        self.persons = Self.shares(persons)
        self.faults = faults.map { ($0.key, $0.value) }
            .sorted { $0.fault.rank < $1.fault.rank }
    }

    /// What stands for the day of a clock that has none.
    static let noDay = "9999-99-99"

    /// Whether a part may begin behind it: a place as ``next`` says it, or a day.
    public static func isPlace(_ text: String) -> Bool {
        let day = text.prefix(10)
        let rest = text.dropFirst(10)
        return (CalendarDate(String(day)) != nil || day == noDay)
            && (rest.isEmpty || rest.first == "/")
    }

    /// A part of it.
    ///
    /// - Parameters:
    ///   - limit: How many at the most.
    ///   - place: The place behind which it begins, as ``next`` says it; a day alone: from that day
    ///     on. Nil: from the first.
    public func part(_ limit: Int, after place: String?) -> DeadlineBoard {
        let first = place.map { place in
            items.firstIndex { place.utf8.lexicographicallyPrecedes($0.place.utf8) } ?? items.count
        }
        let left = items[(first ?? 0)...]
        var part = self
        part.items = Array(left.prefix(limit))
        part.more = left.count - part.items.count
        part.next = part.more > 0 ? part.items.last?.place : nil
        return part
    }

    private static func shares(_ counts: [SubjectID: Counts]) -> [Share] {
        counts.map { Share(owner: $0.key, counts: $0.value) }.sorted { one, other in
            func rank(_ share: Share) -> (Int, Int, Int) {
                (
                    -share.counts[.escalated], -share.counts[.overdue],
                    -share.counts[.dueSoon]
                )
            }
            return rank(one) == rank(other) ? one.owner < other.owner : rank(one) < rank(other)
        }
    }

    public static func == (one: DeadlineBoard, other: DeadlineBoard) -> Bool {
        one.asOf == other.asOf && one.knownAt == other.knownAt && one.items == other.items
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(items) }
}

extension DeadlineBoard.Item {
    init(_ reading: ClockReading, asOf: CalendarDate) {
        self.reading = reading
        daysLeft = reading.due.map { $0.ordinal - asOf.ordinal }
        let isBeyondMaximum = reading.maximum.map { $0 < asOf } ?? false
        level =
            switch reading.state {
            case .running where reading.nature == .indicative,
                .reached where reading.nature == .indicative:
                .indicative
            case .undetermined: .undetermined
            case .overdue(let days):
                days > DeadlineBoard.escalatedAfterDays || isBeyondMaximum
                    || reading.escalatedTo != nil ? .escalated : .overdue
            case .running(let left):
                if reading.nature == .minimum {
                    .minimum
                } else {
                    left <= DeadlineBoard.dueSoonDays ? .dueSoon : .later
                }
            case .reached: .minimum
            case .open: .undetermined
            case .met, .metLate, .lapsed, .filedLate: .later
            }
    }

    /// Where it stands on the board; in the order of these texts. Whoever has no day comes last.
    var place: String {
        let start = reading.start
        let digits = String(start.position)
        let entry = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
        return "\(reading.due?.description ?? DeadlineBoard.noDay)/\(entry)/\(start.slot)"
    }

    /// Due soonest first; what has no day comes last, and is told above.
    fileprivate func isBefore(_ other: Self) -> Bool {
        let (one, two) = (reading, other.reading)
        if one.due != two.due {
            guard let mine = one.due else { return false }
            guard let theirs = two.due else { return true }
            return mine < theirs
        }
        return one.start.position == two.start.position
            ? one.start.slot < two.start.slot : one.start.position < two.start.position
    }
}

extension DeadlineBoard.Level {
    fileprivate var place: Int {
        switch self {
        case .later: 0
        case .dueSoon: 1
        case .overdue: 2
        case .escalated: 3
        case .minimum: 4
        case .undetermined: 5
        case .indicative: 6
        }
    }
}

extension ClockReading {
    /// Whether no day is fixed and nobody has to fix one.
    fileprivate var waitsForNobody: Bool {
        state == .open && beginning != .awaitingAcceptance
    }
}

extension LawFault {
    /// Those that say the same stand together, by what they say it of.
    fileprivate var rank: (Int, String) {
        switch self {
        case .noRules(let day, _), .noDecisionRules(let day, _): (0, day.description)
        case .calendarMissing(let year): (1, String(year))
        case .unknownClock(let code): (2, code)
        }
    }
}
