import ArgumentParser
import Law
import Records
import Vocabulary
import Wording

/// The two times of every question: what was true on a day, what the register said at a moment.
struct MomentOptions: ParsableArguments {
    struct Moment {
        let asOf: CalendarDate?
        let knownAt: Instant?
        /// What time it is, in a practice ledger.
        let now: Instant?
    }

    @Option(help: help("help.asOf"))
    var asOf: String?

    @Option(help: help("help.knownAt"))
    var knownAt: String?

    @OptionGroup var practice: PracticeOptions

    func read(in program: Program) throws(Failure) -> Moment {
        var day: CalendarDate?
        if let asOf { day = try Self.day(asOf, in: program) }
        return Moment(
            asOf: day, knownAt: try Self.moment(knownAt, in: program),
            now: try practice.read(in: program))
    }

    static func day(_ typed: String, in program: Program) throws(Failure) -> CalendarDate {
        guard let day = CalendarDate(typed) else {
            throw Failure(status: .usage, message: program.text("usage.badDate", ["what": typed]))
        }
        return day
    }

    static func moment(_ typed: String?, in program: Program) throws(Failure) -> Instant? {
        guard let typed else { return nil }
        guard let instant = instant(typed) else {
            throw Failure(
                status: .usage, message: program.text("usage.badInstant", ["what": typed]))
        }
        return instant
    }

    /// Reads an instant, or a day alone, which means the end of that day in the banner's time
    /// (UTC+8): what an officer had seen when going home.
    static func instant(_ typed: String) -> Instant? {
        if CalendarDate(typed) != nil { return Instant(typed + "T15:59:59.999Z") }
        return Moments.instant(typed)
    }
}

/// The subject meant by an argument, or a usage failure that says what an identifier looks like.
func subjectID(_ typed: String, in program: Program) throws(Failure) -> SubjectID {
    guard let id = SubjectID(typed) else {
        throw Failure(status: .usage, message: program.text("usage.badSubject", ["what": typed]))
    }
    return id
}
