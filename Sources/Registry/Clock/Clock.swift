internal import CTime
public import Law
import Records
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// Where "now" comes from. The only place in the product that may ask the operating system.
///
/// Rules and chain never see a clock: they take the instant that the shell read here (I6).
public protocol Clock: Sendable {
    /// The present instant, in UTC with milliseconds.
    func now() -> Instant

    /// Whether something or somebody stands behind what it says.
    var isConfirmed: Bool { get }
}

/// The operating system's wall clock.
public struct SystemClock: Clock {
    private let isAnsweredFor: Bool

    /// - Parameter isAnsweredFor: Whether somebody has looked, and says that it is right.
    public init(isAnsweredFor: Bool = false) { self.isAnsweredFor = isAnsweredFor }

    /// A kernel whose clock is kept by a server of time knows that it is.
    public var isConfirmed: Bool {
        if isAnsweredFor { return true }
        var state = timex()
        return ntp_adjtime(&state) != TIME_ERROR && state.status & STA_UNSYNC == 0
    }

    public func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

/// A clock that stands still: for demonstrations, replays and tests.
public struct FixedClock: Clock {
    private let instant: Instant

    public init(_ instant: Instant) { self.instant = instant }

    public var isConfirmed: Bool { true }

    public func now() -> Instant { instant }
}
