import ArgumentParser
import Law
import Records
import Vocabulary
import Wording

/// `--now`: what time it is, in a practice ledger.
struct PracticeOptions: ParsableArguments {
    @Option(help: help("help.now"))
    var now: String?

    func read(in program: Program) throws(Failure) -> Instant? {
        guard let now else { return nil }
        return try Self.instant(now, in: program.text)
    }

    /// An instant, or a day, which means its noon in the banner.
    static func instant(_ typed: String, in text: Text) throws(Failure) -> Instant {
        let isDay = CalendarDate(typed) != nil
        guard let instant = Moments.instant(isDay ? typed + "T12:00:00+08:00" : typed) else {
            throw Failure(status: .usage, message: text("usage.badInstant", ["what": typed]))
        }
        return instant
    }
}

/// Instants as people and programs type them.
enum Moments {
    /// RFC 3339, to the second or with fractions of it, in UTC or with its distance from it.
    static func instant(_ typed: String) -> Instant? {
        guard typed.utf8.count >= 20, typed.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var clock = typed[...]
        var minutes = 0
        if clock.hasSuffix("Z") {
            clock = clock.dropLast()
        } else {
            let distance = clock.suffix(6)
            let parts = distance.dropFirst().split(separator: ":").compactMap { Int($0) }
            guard distance.first == "+" || distance.first == "-",
                distance.dropFirst(3).first == ":",
                parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1])
            else { return nil }
            minutes = (parts[0] * 60 + parts[1]) * (distance.first == "-" ? -1 : 1)
            clock = clock.dropLast(6)
        }
        var fraction = "000"
        if let dot = clock.firstIndex(of: ".") {
            let digits = clock[clock.index(after: dot)...]
            guard (1...9).contains(digits.count), digits.allSatisfy(\.isNumber) else { return nil }
            fraction = String((digits + "00").prefix(3))
            clock = clock[..<dot]
        }
        guard let read = Instant("\(clock).\(fraction)Z") else { return nil }
        let shifted = read.milliseconds - Int64(minutes) * 60_000
        return range.contains(shifted) ? Instant(milliseconds: shifted) : nil
    }

    /// The years 1 to 9999. Units: milliseconds since 1970.
    private static let range = (-62_135_596_800_000 as Int64)...253_402_300_799_999
}
