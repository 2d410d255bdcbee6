public import Vocabulary

/// Sanctions and measures (处分、处理类), from the recommendation to what follows an annulment: 追责制度
/// Art. 14, 16; 政务处分法 Art. 7, 8, 27, 45, 54, 57 to 60.
extension Duty {
    public static let sanction = Duty(
        noun: Noun("sanction", tag: .sanction, hasClocks: true),
        kinds: [
            EventKind(
                SanctionRecommended.self, source: "XZZ-2020-26#14", trail: .of(.suspected),
                clocks: .none, alike: nil),
            EventKind(
                SanctionImposed.self, source: "政务处分法#7", trail: .of(.sanction),
                clocks: Marks(starts: [ClockName.personnel], ends: [], since: 2) { fact, entry in
                    // It decides on one person; the case is decided when it is closed.
                    guard fact.isExtended, fact.measure.family == .sanction else { return [] }
                    return [
                        entry.start(
                            fact.sanction.tag, ClockName.personnel,
                            unit: fact.organ ?? entry.unit, subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                SanctionNotExecuted.self, source: "政务处分法#27", trail: .of(.sanction),
                clocks: .none, alike: nil),
            EventKind(
                SanctionAnnulled.self, source: "政务处分法#57", trail: .of(.sanction),
                clocks: Marks(
                    starts: [ClockName.reputation], ends: [ClockName.remedy, ClockName.personnel]
                ) { fact, entry in
                    [
                        entry.end(fact.sanction.tag, ClockName.remedy),
                        entry.end(fact.sanction.tag, ClockName.personnel),
                        entry.start(
                            fact.sanction.tag, ClockName.reputation, unit: entry.unit,
                            subject: fact.subject, isOfOldKind: true),
                    ]
                }, alike: nil),
            EventKind(
                SanctionServed.self, source: "政务处分法#45", trail: .of(.sanction),
                clocks: Marks(starts: [ClockName.remedy], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.sanction.tag, ClockName.remedy,
                            clock: ClockName.stage(fact.route, fact.stage ?? "", .file),
                            person: fact.subject, subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                SanctionExecuted.self, source: "政务处分法#54", trail: .of(.sanction),
                clocks: Marks(starts: [], ends: [ClockName.personnel]) { fact, entry in
                    [entry.end(fact.sanction.tag, ClockName.personnel)]
                }, alike: nil),
            EventKind(
                SanctionVaried.self, source: "政务处分法#58", trail: .of(.sanction),
                clocks: .none, alike: nil),
            EventKind(
                ReputationRestored.self, source: "政务处分法#60", trail: .of(.remedy),
                clocks: Marks(starts: [], ends: [ClockName.reputation]) { fact, entry in
                    [entry.end(fact.sanction.tag, ClockName.reputation)]
                }, alike: nil),
            EventKind(
                CompensationPaid.self, source: "政务处分法#60", trail: .of(.remedy),
                clocks: .none, alike: nil),
        ],
        verbs: [
            verb(SanctionRecommended.self, "recommend", about: "case", named: "recommendSanction"),
            verb(SanctionImposed.self, "impose", about: "sanction", named: "imposeSanction"),
            verb(
                SanctionNotExecuted.self, "not-executed", about: "sanction",
                named: "recordNotExecuted"),
            verb(SanctionAnnulled.self, "annul", about: "sanction", named: "annulSanction"),
            verb(SanctionServed.self, "serve", .byRule),
            verb(SanctionExecuted.self, "execute", .byRule),
            verb(SanctionVaried.self, "vary", .required),
            verb(ReputationRestored.self, "restore-reputation", .byRule),
            verb(CompensationPaid.self, "pay-compensation", .byRule),
        ],
        guards: [])

    /// What a register delivered from elsewhere holds, too: its day may not be known.
    private static func verb<A: Act & Fact>(
        _ act: A.Type, _ verb: String, about: String, named: String
    ) -> Verb {
        Verb(
            act, "sanction", verb, about: about, named: named, records: act, dating: .optional,
            second: .byRule, delivery: .mapped)
    }

    private static func verb<A: Act & Fact>(_ act: A.Type, _ verb: String, _ second: Verb.Second)
        -> Verb
    {
        Verb(
            act, "sanction", verb, about: "sanction", named: nil, records: act,
            dating: .required, second: second, delivery: .mapped)
    }
}

extension TrailPlace {
    /// What was done to a person in a case, beside the role held then.
    fileprivate static func of(_ class: TrailClass) -> TrailPlace {
        TrailPlace(.always(`class`), shows: .case, role: .named, course: .none, brings: nil)
    }
}
