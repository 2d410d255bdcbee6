public import Records

/// What is said of one clock.
public struct ClockWording: Sendable {
    public let text: Text

    public init(text: Text) { self.text = text }

    /// A clock that neither the law nor the house names is called what its duty calls it.
    public func title(_ reading: ClockReading) -> String {
        text.lookUp("clockTitle.\(reading.clock)")
            ?? harmless(text.choose(reading.titleChinese, reading.titleEnglish))
    }

    public func explanation(_ reading: ClockReading) -> String {
        harmless(text.choose(reading.explanationChinese, reading.explanationEnglish))
    }

    public func state(_ reading: ClockReading) -> String {
        let due = reading.due.map { "\($0)" } ?? ""
        switch reading.state {
        case .running(let left):
            return text("clock.running", ["due": due, "left": text.number(left)])
        case .met(let on): return text("clock.met", ["due": due, "on": "\(on)"])
        case .metLate(let on, let over):
            return text(
                "clock.metLate", ["due": due, "on": "\(on)", "over": text.number(over)])
        case .overdue(let by): return text("clock.overdue", ["due": due, "over": text.number(by)])
        case .lapsed: return text("clock.lapsed", ["due": due])
        case .reached:
            return text(
                reading.nature == .indicative ? "clock.indicativeOver" : "clock.reached",
                ["due": due])
        case .undetermined: return text("clock.undetermined")
        case .open: return text("clock.open")
        }
    }
}
