internal import Law
public import Records
internal import Vocabulary

/// What is said of one clock.
public struct ClockWording: Sendable {
    public let text: Text

    public init(text: Text) { self.text = text }

    /// A clock that neither the law nor the house names is called what its duty calls it.
    public func title(_ reading: ClockReading) -> String {
        text.lookUp("clockTitle.\(reading.clock)")
            ?? harmless(text.choose(reading.titleChinese, reading.titleEnglish))
    }

    /// The same of many clocks, each title put together once.
    public func titles(of readings: some Sequence<ClockReading>) -> [String] {
        var known: [String: (of: String, title: String)] = [:]
        return readings.map { reading in
            let ofLaw = text.choose(reading.titleChinese, reading.titleEnglish)
            if let one = known[reading.clock], one.of == ofLaw { return one.title }
            let title = title(reading)
            known[reading.clock] = (ofLaw, title)
            return title
        }
    }

    public func explanation(_ reading: ClockReading) -> String {
        harmless(text.explanation(of: reading))
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
        case .filedLate(let on, let over):
            return text(
                "clock.filedLate", ["due": due, "on": "\(on)", "over": text.number(over)])
        case .reached:
            return text(
                reading.nature == .indicative ? "clock.indicativeOver" : "clock.reached",
                ["due": due])
        case .undetermined: return text("clock.undetermined")
        case .open:
            return text(
                reading.beginning == .awaitingAcceptance ? "clock.awaiting" : "clock.open")
        }
    }
}

extension Text {
    /// `自 2024-03-06 起算（当日不计），一个月，至 …`; where a day was given, by which entry; where the law
    /// gives none, what to load.
    public func explanation(of reading: ClockReading) -> String {
        if let deadline = reading.deadline {
            var words = told(
                reading,
                begun(
                    reading.beginning,
                    choose(deadline.explanationChinese, deadline.explanationEnglish)))
            if let setting = reading.pausing {
                words = self("clock.paused", ["explanation": words, "setting": setting.code])
            }
            if let organ = reading.escalatedTo {
                let name = choose(organ.chinese, organ.english)
                words = self("clock.escalated", ["explanation": words, "organ": name])
            }
            if reading.nature != .indicative { return words }
            let bound =
                reading.boundOrgan == .supervision ? "clock.forSupervision" : "clock.forEmployers"
            return self(bound, ["explanation": words])
        }
        if reading.beginning == .awaitingAcceptance { return self("clock.awaiting") }
        if let fault = reading.fault { return sentence(of: fault) }
        let entry = "\(reading.start.position)"
        guard let due = reading.due else { return self("clock.recorded", ["entry": entry]) }
        return self("clock.recordedUntil", ["entry": entry, "due": "\(due)"])
    }

    /// The same, with the longest that it can be extended to, and how sure its length is.
    private func told(_ reading: ClockReading, _ words: String) -> String {
        var words = words
        if let maximum = reading.maximum {
            words = self("clock.atMost", ["explanation": words, "maximum": "\(maximum)"])
        }
        if reading.confidence == .high { return words }
        return self(
            "clock.assumed",
            ["confidence": label(.confidence, reading.confidence), "explanation": words])
    }

    /// The same, with why it begins there.
    private func begun(_ beginning: ClockReading.Beginning?, _ words: String) -> String {
        switch beginning {
        case .acceptance: self("clock.fromAcceptance", ["explanation": words])
        case .acceptanceBySetting(let code):
            self("clock.fromAcceptanceSetting", ["explanation": words, "setting": code])
        case .filingForNow(let code):
            self("clock.fromFilingForNow", ["explanation": words, "setting": code])
        case .awaitingAcceptance, nil: words
        }
    }
}
