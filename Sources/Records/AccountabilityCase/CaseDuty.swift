public import Vocabulary

/// Accountability cases (责任追究类): 追责制度 Art. 3, 4, 13 to 15; 政务处分法 Art. 27, 43, 47.
extension Duty {
    public static let accountabilityCase = Duty(
        noun: Noun("case", tag: .case, hasClocks: true),
        kinds: [
            EventKind(
                CaseOpened.self, source: "XZZ-2020-26#3", trail: .course,
                clocks: Marks(starts: [ClockName.employer], ends: [], since: 2) { fact, entry in
                    guard let authority = fact.authority else { return [] }
                    return [entry.start(fact.case.tag, ClockName.employer, unit: authority)]
                }, alike: nil),
            EventKind(
                PersonNamed.self, source: "XZZ-2020-26#3",
                trail: TrailPlace(
                    .always(.suspected), shows: .case, role: .own, course: .none, brings: .case),
                clocks: .none, alike: nil),
            EventKind(
                InvestigatorAssigned.self, source: "XZZ-2020-26#4", trail: .course, clocks: .none,
                alike: nil),
            EventKind(
                FindingRecommended.self, source: "XZZ-2020-26#4",
                trail: TrailPlace(
                    .always(.suspected), shows: .case, role: .named, course: .none, brings: nil),
                clocks: .none, alike: nil),
            EventKind(
                FindingMade.self, source: "XZZ-2020-26#4",
                trail: TrailPlace(
                    .by("finding", Finding.trailClasses), shows: .case, role: .named,
                    course: .none, brings: nil),
                clocks: .none, alike: nil),
            EventKind(
                CaseClosed.self, source: "XZZ-2020-26#4", trail: .course,
                clocks: Marks(starts: [], ends: [ClockName.employer]) { fact, entry in
                    [entry.end(fact.case.tag, ClockName.employer)]
                }, alike: nil),
            EventKind(
                RecusalDeclared.self, source: "政务处分法#47", trail: .step(.procedure),
                clocks: .none, alike: nil),
            EventKind(
                FactsNotified.self, source: "政务处分法#43", trail: .step(.procedure),
                clocks: .none, alike: nil),
            EventKind(
                DefenceHeard.self, source: "政务处分法#43", trail: .step(.procedure),
                clocks: .none, alike: nil),
            EventKind(
                DefenceWaived.self, source: "政务处分法#43", trail: .step(.procedure),
                clocks: .none, alike: nil),
            EventKind(
                MitigationFound.self, source: "XZZ-2020-26#13", trail: .step(.procedure),
                clocks: .none, alike: nil),
            EventKind(
                CaseTransferred.self, source: "XZZ-2020-26#14", trail: .step(.procedure),
                clocks: Marks(starts: [ClockName.transfer], ends: [ClockName.employer]) {
                    fact, entry in
                    let handedOver = entry.start(
                        fact.case.tag, ClockName.of(ClockName.transfer, fact.organ, fact.subject),
                        clock: ClockName.transfer, unit: fact.organ, subject: fact.subject)
                    // The whole case: from now on another decides it.
                    return fact.subject == nil
                        ? [entry.end(fact.case.tag, ClockName.employer), handedOver]
                        : [handedOver]
                }, alike: nil),
            EventKind(
                TransferAnswered.self, source: "XZZ-2020-26#14", trail: .step(.procedure),
                clocks: Marks(starts: [], ends: [ClockName.transfer]) { fact, entry in
                    let slot = ClockName.of(ClockName.transfer, fact.organ, fact.subject)
                    return [entry.end(fact.case.tag, slot)]
                }, alike: nil),
            EventKind(
                ExpertConductNotified.self, source: "XZZ-2020-26#15", trail: .step(.procedure),
                clocks: Marks(starts: [ClockName.expert], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.case.tag,
                            ClockName.of(ClockName.expert, fact.department, fact.expert),
                            clock: ClockName.expert, unit: fact.department, subject: fact.expert)
                    ]
                }, alike: nil),
            EventKind(
                ExpertConductAnswered.self, source: "XZZ-2020-26#15", trail: .step(.procedure),
                clocks: Marks(starts: [], ends: [ClockName.expert]) { fact, entry in
                    let slot = ClockName.of(ClockName.expert, fact.department, fact.expert)
                    return [entry.end(fact.case.tag, slot)]
                }, alike: nil),
            EventKind(
                BenefitAdjustmentRecommended.self, source: "政务处分法#27",
                trail: .step(.procedure), clocks: .none, alike: nil),
            EventKind(
                PersonCleared.self, source: "XZZ-2020-26#4", trail: .step(.cleared),
                clocks: .none, alike: nil),
            EventKind(
                CaseReopened.self, source: "XZZ-2020-26#4", trail: .step(.procedure),
                clocks: Marks(starts: [ClockName.employer], ends: []) { fact, entry in
                    [entry.start(fact.case.tag, ClockName.employer, unit: entry.unit)]
                }, alike: nil),
        ],
        verbs: [
            verb(CaseOpened.self, "open", named: "openCase"),
            verb(PersonNamed.self, "name", named: "namePerson"),
            verb(InvestigatorAssigned.self, "assign-investigator", named: "assignInvestigator"),
            verb(FindingRecommended.self, "recommend", named: "recommendFinding"),
            verb(FindingMade.self, "determine", named: "makeFinding"),
            verb(CaseClosed.self, "close", named: "closeCase"),
            verb(RecusalDeclared.self, "recuse", .byRule),
            verb(FactsNotified.self, "notify", .byRule),
            verb(DefenceHeard.self, "hear-defence", .byRule),
            verb(DefenceWaived.self, "waive-defence", .byRule),
            verb(MitigationFound.self, "find-mitigation", .byRule),
            verb(CaseTransferred.self, "transfer", .byRule),
            verb(TransferAnswered.self, "answer-transfer", .byRule),
            verb(ExpertConductNotified.self, "notify-expert-department", .byRule),
            verb(ExpertConductAnswered.self, "answer-expert", .byRule),
            verb(BenefitAdjustmentRecommended.self, "recommend-benefits", .byRule),
            verb(PersonCleared.self, "clear", .byRule),
            verb(CaseReopened.self, "reopen", .required),
        ],
        guards: [RecusalGuard()])

    /// What a register delivered from elsewhere holds, too: its day may not be known.
    private static func verb<A: Act & Fact>(_ act: A.Type, _ verb: String, named: String) -> Verb {
        Verb(
            act, "case", verb, about: "case", named: named, records: act, dating: .optional,
            second: .byRule, delivery: .mapped)
    }

    private static func verb<A: Act & Fact>(_ act: A.Type, _ verb: String, _ second: Verb.Second)
        -> Verb
    {
        Verb(
            act, "case", verb, about: "case", named: nil, records: act, dating: .required,
            second: second, delivery: .mapped)
    }
}

extension TrailPlace {
    /// It tells how the case went, to everybody named in it.
    fileprivate static let course = TrailPlace(
        .always(.procedure), shows: .case, role: .none, course: .of(.case), brings: nil)

    /// A step of the case; one that names somebody stays with that person.
    fileprivate static func step(_ class: TrailClass) -> TrailPlace {
        TrailPlace(
            .always(`class`), shows: .case, role: .none, course: .whenNamingNobody(.case),
            brings: nil)
    }
}

extension Finding {
    fileprivate static var trailClasses: [String: TrailClass] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.trailClass) })
    }

    /// A finding that says nothing stays a suspicion in colour: it clears nobody and finds nobody.
    private var trailClass: TrailClass {
        switch self {
        case .sustained: .found
        case .notSustained, .unfounded, .exonerated, .noAffidavit: .cleared
        case .unexplained, .unknown: .suspected
        }
    }
}
