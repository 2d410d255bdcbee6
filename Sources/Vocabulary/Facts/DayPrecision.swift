internal import Law

/// How exactly the source gives a day: a personnel file may tell a month or a year alone.
///
/// The entry then holds the first day of it, and says so in `onBasis`: nobody guessed a day.
public enum DayPrecision: String, Hashable, Sendable, CaseIterable {
    case day, month, year

    /// What `onBasis` holds; nil: the source gives the day itself.
    public var basis: String? {
        switch self {
        case .day: nil
        case .month: "precision:month"
        case .year: "precision:year"
        }
    }

    /// - Parameter basis: An entry's `onBasis`.
    public init(basis: String?) {
        self =
            Self.allCases.first { one in
                one.basis.map { basis?.hasSuffix($0) ?? false } ?? false
            } ?? .day
    }
}
