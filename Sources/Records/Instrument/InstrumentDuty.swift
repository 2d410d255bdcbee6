public import Vocabulary

/// Documents on which somebody is put on record (依据文书): 新左政发〔2020〕26号 task 8.
extension Duty {
    public static let instrument = Duty(
        noun: Noun("instrument", tag: .instrument, hasClocks: false),
        kinds: [
            .plain(InstrumentRegistered.self, "XZZ-2020-26-T8", .document),
            .plain(InstrumentVaried.self, "XZZ-2020-26-T8", .document),
            .plain(InstrumentAnnulled.self, "XZZ-2020-26-T8", .document),
        ],
        verbs: [
            .step(InstrumentRegistered.self, "instrument", "register", .byRule),
            Verb(
                AdoptInstrument.self, "instrument", "adopt", about: "instrument", named: nil,
                records: InstrumentRegistered.self, dating: .required, second: .byRule,
                delivery: .mapped),
            .step(InstrumentVaried.self, "instrument", "vary", .required),
            .step(InstrumentAnnulled.self, "instrument", "annul", .required),
        ],
        guards: [])
}

extension TrailPlace {
    /// A document that names somebody puts nobody on record yet.
    fileprivate static let document = TrailPlace(
        .always(.procedure), shows: nil, role: .none, course: .none, brings: nil)
}
