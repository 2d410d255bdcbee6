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
}

/// The operating system's wall clock.
public struct SystemClock: Clock {
    public init() {}

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

    public func now() -> Instant { instant }
}
