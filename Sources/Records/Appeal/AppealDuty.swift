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
                            unit: fact.organ, subject: fact.subject),
                    ]
                }, alike: nil),
            EventKind(
                AdmissibilityRuled.self, source: "政务处分法#55", trail: .remedy,
                clocks: Marks(
                    starts: [], ends: [ClockName.accepted, ClockName.decide, ClockName.void]
                ) { fact, entry in
                    guard let sanction = fact.sanction else { return [] }
                    if fact.admitted {
                        return [entry.end(sanction.tag, ClockName.accepted(fact.appeal))]
                    }
                    let ruled = entry.end(sanction.tag, ClockName.deciding(fact.appeal))
                    guard fact.reason?.leavesStageOpen == true else { return [ruled] }
                    return [ruled, entry.end(sanction.tag, ClockName.void(fact.appeal))]
                }, alike: nil),
            .plain(PanelFormed.self, "公务员申诉规定#5", .remedy),
            .plain(PanelRecusalDeclared.self, "政务处分法#47", .remedy),
            .plain(AppealHeard.self, "政务处分法#55", .remedy),
            EventKind(
                AppealExtended.self, source: "公务员法#96", trail: .remedy,
                clocks: Marks(starts: [ClockName.decide], ends: []) { fact, entry in
                    guard let sanction = fact.sanction, let until = fact.until else { return [] }
                    return [
                        entry.start(
                            sanction.tag, ClockName.deciding(fact.appeal),
                            clock: ClockStep.extension_.rawValue, due: until, subject: fact.subject)
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
                clocks: Marks(starts: [], ends: [ClockName.decide, ClockName.void]) { fact, entry in
                    guard let sanction = fact.sanction else { return [] }
                    // As if it had not been filed: the time to file runs as it ran.
                    return [
                        entry.end(sanction.tag, ClockName.deciding(fact.appeal)),
                        entry.end(sanction.tag, ClockName.void(fact.appeal)),
                    ]
                }, alike: nil),
        ],
        verbs: [
            .step(AppealFiled.self, "appeal", "file", .byRule),
            .step(AdmissibilityRuled.self, "appeal", "rule", .byRule),
            .step(PanelFormed.self, "appeal", "form-panel", .byRule),
            .step(PanelRecusalDeclared.self, "appeal", "recuse", .byRule),
            .step(AppealHeard.self, "appeal", "hear", .byRule),
            .step(AppealExtended.self, "appeal", "extend", .byRule),
            .step(AppealDecided.self, "appeal", "decide", .required),
            .step(AppealServed.self, "appeal", "serve", .byRule),
            .step(AppealWithdrawn.self, "appeal", "withdraw", .byRule),
        ],
        guards: [])
}

extension TagKind {
    public static let appeal: TagKind = "appeal"
}

/// What happened to an appeal. It is no step of the case: whoever had a hand in that keeps away from
/// the panel, and only from there.
protocol AppealFact: Fact, Act {
    static var rule: String { get }
    var appeal: AppealID { get }
}

extension AppealFact {
    public static var duty: Duty { .appeal }
    public var acting: Acting { .none }
}

/// What happened to it once it was filed: whom and what it concerns, the filing says.
protocol AppealStep: AppealFact {
    var subject: SubjectID? { get set }
    var sanction: SanctionID? { get set }
}

extension AppealStep {
    /// The step, recorded with what the filing says.
    func drafts(in course: AppealCourse, _ circumstances: Circumstances) -> [Draft] {
        var fact = self
        fact.subject = course.filing.fact.subject
        fact.sanction = course.filing.fact.sanction
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

extension Fields where Record: AppealStep {
    /// Whom and what the appeal concerns.
    mutating func concerned() throws(FieldFault) -> (SubjectID?, SanctionID?) {
        (try derived("subject", \.subject, .tag), try derived("sanction", \.sanction, .tag))
    }
}

extension TrailPlace {
    /// A step of a remedy: it says nothing of a case, and copies no role.
    fileprivate static let remedy = TrailPlace(
        .always(.remedy), shows: nil, role: .none, course: .none, brings: nil)
}
