public import Vocabulary

/// The lawful destruction of sealed values (依法销毁): 个人信息保护法 Art. 47.
extension Duty {
    public static let destruction = Duty(
        noun: Noun("destruction", tag: .destruction, hasClocks: false),
        kinds: [
            EventKind(
                ValueDestroyed.self, source: "个人信息保护法#47",
                trail: TrailPlace(
                    .always(.procedure), shows: nil, role: .none, course: .none, brings: nil),
                clocks: .none, alike: nil)
        ],
        verbs: [
            Verb(
                ValueDestroyed.self, "", "destroy", about: "entry", named: "destroyValue",
                records: ValueDestroyed.self, dating: .required, second: .required,
                delivery: .byHand)
        ],
        guards: [])
}
