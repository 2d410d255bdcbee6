public import Vocabulary

/// Objections upheld (更正、撤回): 新左政发〔2020〕26号 task 12. A correction is the same kind again; only
/// the withdrawal is a kind of its own.
extension Duty {
    public static let correction = Duty(
        noun: Noun("record", tag: "record", hasClocks: false),
        kinds: [
            EventKind(
                RecordWithdrawn.self, source: "XZZ-2020-26-T12",
                trail: TrailPlace(
                    .always(.correction), shows: .case, role: .none, course: .none, brings: nil),
                clocks: .none, alike: nil),
            .plain(
                RowRestated.self, "XZZ-2020-26-T12",
                TrailPlace(
                    .always(.procedure), shows: nil, role: .none, course: .none, brings: nil)),
        ],
        verbs: [
            Verb(
                WithdrawRecord.self, "", "withdraw", about: "position", named: "withdrawRecord",
                records: RecordWithdrawn.self, dating: .optional, second: .byRule,
                delivery: .byHand)
        ],
        guards: [])
}
