import Glibc
import Synchronization
import Vocabulary
import Wording

/// One line on standard error while something long runs, and only when that is a terminal: how
/// far, how fast, how long still.
final class ProgressBar: Sendable {
    typealias Unit = ProgressUnit

    private struct State {
        var lastShown: UInt64 = 0
        var isShowing = false
    }

    private let error: Output
    private let text: Text
    private let label: String
    private let unit: Unit
    private let started: UInt64
    private let state = Mutex(State())

    /// Redrawn at most ten times a second.
    private static let pauseNanoseconds: UInt64 = 100_000_000

    init(_ program: Program, label: String, unit: Unit) {
        error = program.error
        text = program.text
        self.label = label
        self.unit = unit
        started = Self.monotonicNanoseconds()
    }

    /// Shows where the work stands; may be called from any thread and as often as one likes.
    ///
    /// - Parameter counted: how many units are done, where `done` and `total` are something else,
    ///   such as bytes.
    func show(done: Int, total: Int?, counted: Int? = nil) {
        guard error.terminal.isInteractive else { return }
        let now = Self.monotonicNanoseconds()
        state.withLock { state in
            guard now - state.lastShown >= Self.pauseNanoseconds else { return }
            state.lastShown = now
            state.isShowing = true
            error.write(
                "\r\u{1B}[K"
                    + line(
                        done: done, total: total, counted: counted, elapsed: now - started))
        }
    }

    /// Takes the line away, so that what follows stands on a clean screen.
    func finish() {
        state.withLock { state in
            if state.isShowing { error.write("\r\u{1B}[K") }
            state.isShowing = false
        }
    }

    /// `校验 ███████░░░░░░░░░░░░░ 34%  412,000/s  还需 0:07`
    func line(done: Int, total: Int?, counted: Int? = nil, elapsed: UInt64) -> String {
        let seconds = Double(elapsed) / 1e9
        let rate = seconds > 0 ? Double(done) / seconds : 0
        let countedRate = seconds > 0 ? Double(counted ?? done) / seconds : 0
        let speed = text(
            "progress.rate",
            ["rate": text.number(Int(countedRate)), "unit": text.label(.unit, unit.rawValue)])
        guard let total, total > 0 else {
            return "\(label)  \(text.number(counted ?? done))  \(speed)"
        }
        let share = min(1, Double(done) / Double(total))
        let full = Int(share * 20)
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 20 - full)
        var line = "\(label) \(bar) \(Int(share * 100))%  \(speed)"
        if rate > 0, done < total {
            let rest = Int((Double(total - done) / rate).rounded(.up))
            let padded = rest % 60 < 10 ? "0\(rest % 60)" : "\(rest % 60)"
            line += "  " + text("progress.left", ["time": "\(rest / 60):\(padded)"])
        }
        return Layout.clip(line, to: error.terminal.columns - 1)
    }

    private static func monotonicNanoseconds() -> UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }
}
