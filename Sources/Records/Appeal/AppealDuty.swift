public import Vocabulary

/// Remedies against a sanction or measure (申诉类): 政务处分法 Art. 55 to 58; 公务员法 Art. 95 to 97;
/// 追责制度 Art. 16.
extension Duty {
    public static let appeal = Duty(
        noun: Noun("appeal", tag: .appeal, hasClocks: false),
        kinds: [
            EventKind(
                AppealFiled.self, source: "政务处分法#55", trail: .remedy,
                clocks: Marks(starts: [ClockName.decide], ends: [ClockName.remedy]) { fact, entry in
                    [
                        entry.end(fact.sanction.tag, ClockName.remedy),
                        entry.start(
                            fact.sanction.tag, ClockName.deciding(fact.appeal),
                            clock: ClockName.stage(fact.route, fact.stage, .decide),
                            unit: entry.unit, subject: fact.subject),
                    ]
                }, alike: nil),
            EventKind(
                AdmissibilityRuled.self, source: "政务处分法#55", trail: .remedy,
                clocks: Marks(starts: [], ends: [ClockName.decide, ClockName.void]) { fact, entry in
                    guard let sanction = fact.sanction, !fact.admitted else { return [] }
                    let ruled = entry.end(sanction.tag, ClockName.deciding(fact.appeal))
                    guard fact.reason?.leavesStageOpen == true else { return [ruled] }
                    return [ruled, entry.end(sanction.tag, ClockName.void(fact.appeal))]
                }, alike: nil),
            EventKind(
                PanelFormed.self, source: "公务员申诉规定#5", trail: .remedy, clocks: .none,
                alike: nil),
            EventKind(
                PanelRecusalDeclared.self, source: "政务处分法#47", trail: .remedy, clocks: .none,
                alike: nil),
            EventKind(
                AppealHeard.self, source: "政务处分法#55", trail: .remedy, clocks: .none, alike: nil),
            EventKind(
                AppealExtended.self, source: "公务员法#96", trail: .remedy,
                clocks: Marks(starts: [ClockName.decide], ends: []) { fact, entry in
                    guard let sanction = fact.sanction, let until = fact.until else { return [] }
                    return [
                        entry.start(
                            sanction.tag, ClockName.deciding(fact.appeal),
                            clock: ClockStep.extension_.rawValue, due: until, unit: entry.unit,
                            subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                AppealDecided.self, source: "政务处分法#56", trail: .remedy,
                clocks: Marks(starts: [], ends: [ClockName.decide]) { fact, entry in
                    guard let sanction = fact.sanction else { return [] }
                    return [entry.end(sanction.tag, ClockName.deciding(fact.appeal))]
                }, alike: nil),
            EventKind(
                AppealServed.self, source: "政务处分法#55", trail: .remedy,
                clocks: Marks(starts: [ClockName.remedy], ends: []) { fact, entry in
                    guard let sanction = fact.sanction, let next = fact.next else { return [] }
                    // The route is that of the stage before, which the log of the clock knows.
                    return [
                        entry.start(
                            sanction.tag, ClockName.remedy,
                            clock: ClockName.stage("", next, .file), person: fact.subject,
                            subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                AppealWithdrawn.self, source: "公务员申诉规定", trail: .remedy,
                clocks: Marks(starts: [], ends: [ClockName.decide]) { fact, entry in
                    guard let sanction = fact.sanction else { return [] }
                    return [entry.end(sanction.tag, ClockName.deciding(fact.appeal))]
                }, alike: nil),
        ],
        verbs: [
            verb(AppealFiled.self, "file", .byRule),
            verb(AdmissibilityRuled.self, "rule", .byRule),
            verb(PanelFormed.self, "form-panel", .byRule),
            verb(PanelRecusalDeclared.self, "recuse", .byRule),
            verb(AppealHeard.self, "hear", .byRule),
            verb(AppealExtended.self, "extend", .byRule),
            verb(AppealDecided.self, "decide", .required),
            verb(AppealServed.self, "serve", .byRule),
            verb(AppealWithdrawn.self, "withdraw", .byRule),
        ],
        guards: [])

    private static func verb<A: Act & Fact>(_ act: A.Type, _ verb: String, _ second: Verb.Second)
        -> Verb
    {
        Verb(
            act, "appeal", verb, about: "appeal", named: nil, records: act, dating: .required,
            second: second, delivery: .mapped)
    }
}

extension TrailPlace {
    /// A step of a remedy: it says nothing of a case, and copies no role.
    fileprivate static let remedy = TrailPlace(
        .always(.remedy), shows: nil, role: .none, course: .none, brings: nil)
}
