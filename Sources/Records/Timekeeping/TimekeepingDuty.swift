public import Vocabulary

/// Entries that a wrong clock dated (校时): 新左政发〔2020〕26号 task 12. What was recorded stays; only the
/// time at which it says that it was recorded is not to be believed.
extension Duty {
    public static let timekeeping = Duty(
        noun: Noun("clock", tag: .clock, hasClocks: false),
        kinds: [
            .plain(
                ClockCorrected.self, "XZZ-2020-26-T12",
                TrailPlace(
                    .always(.procedure), shows: nil, role: .none, course: .none, brings: nil))
        ],
        verbs: [
            Verb(
                ClockCorrected.self, "", "correct-clock", about: "entry", named: "correctClock",
                records: ClockCorrected.self, dating: .optional, second: .byRule,
                delivery: .byHand)
        ],
        guards: [])
}

extension TagKind {
    /// From which entry on a clock was wrong.
    public static let clock: TagKind = "clock"
}
