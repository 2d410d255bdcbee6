public import Vocabulary

/// Accountability cases (责任追究类): 追责制度 Art. 3, 4, 13 to 15; 政务处分法 Art. 27, 43, 47.
extension Duty {
    public static let accountabilityCase = Duty(
        noun: Noun("case", tag: .case, hasClocks: true),
        kinds: [
            EventKind(
                CaseOpened.self, source: "XZZ-2020-26#3", trail: .course,
                clocks: Marks(starts: [ClockName.employer], ends: [], since: 2) { fact, entry in
                    guard let authority = fact.authority, fact.recordedFrom == nil else {
                        return []
                    }
                    return [entry.start(fact.case.tag, ClockName.employer, unit: authority)]
                }, alike: nil),
            EventKind(
                PersonNamed.self, source: "XZZ-2020-26#3",
                trail: TrailPlace(
                    .always(.suspected), shows: .case, role: .own, course: .none, brings: .case),
                clocks: Marks(starts: [ClockName.employer], ends: []) { fact, entry in
                    // It is decided on each person; when that time began, the case says.
                    [
                        entry.start(
                            fact.case.tag, ClockName.employer(fact.subject),
                            clock: ClockName.employer, subject: fact.subject, isOfOldKind: true)
                    ]
                }, alike: nil),
            EventKind(
                UnitNamed.self, source: "713#39",
                trail: TrailPlace(
                    .always(.suspected), shows: .case, role: .none, course: .none, brings: .case),
                clocks: .none, alike: nil),
            EventKind(
                UnitFindingMade.self, source: "713#39",
                trail: TrailPlace(
                    .by("finding", Finding.trailClasses), shows: .case, role: .none,
                    course: .none, brings: nil),
                clocks: .none, alike: nil),
            .plain(InvestigatorAssigned.self, "XZZ-2020-26#4", .course),
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
                clocks: Marks(starts: [], ends: [ClockName.employer]) { fact, entry in
                    // Who is found not responsible waits for no sanction.
                    fact.finding.trailClass == .cleared
                        ? [entry.end(fact.case.tag, ClockName.employer(fact.subject))] : []
                }, alike: nil),
            EventKind(
                CaseClosed.self, source: "XZZ-2020-26#4", trail: .course,
                clocks: .ending([ClockName.employer]) { $0.case }, alike: nil),
            .plain(RecusalDeclared.self, "政务处分法#47", .step(.procedure)),
            .plain(FactsNotified.self, "政务处分法#43", .step(.procedure)),
            .plain(DefenceHeard.self, "政务处分法#43", .step(.procedure)),
            .plain(DefenceWaived.self, "政务处分法#43", .step(.procedure)),
            .plain(MitigationFound.self, "XZZ-2020-26#13", .step(.procedure)),
            EventKind(
                CaseTransferred.self, source: "XZZ-2020-26#14", trail: .step(.procedure),
                clocks: Marks(starts: [ClockName.transfer], ends: [ClockName.employer]) {
                    fact, entry in
                    let handedOver = entry.start(
                        fact.case.tag, ClockName.of(ClockName.transfer, fact.organ, fact.subject),
                        clock: ClockName.transfer, unit: fact.organ, subject: fact.subject)
                    // The whole case: from now on another decides it.
                    let slot = fact.subject.map(ClockName.employer) ?? ClockName.employer
                    return [entry.end(fact.case.tag, slot), handedOver]
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
                BenefitAdjustmentRecommended.self, source: "政务处分法#27", trail: .step(.procedure),
                clocks: decidingOn(\.case, \.subject), alike: nil),
            EventKind(
                BenefitsAdjusted.self, source: "政务处分法#27", trail: .step(.sanction),
                clocks: decidingOn(\.case, \.subject), alike: nil),
            EventKind(
                PersonCleared.self, source: "XZZ-2020-26#4", trail: .step(.cleared),
                clocks: decidingOn(\.case, \.subject), alike: nil),
            .plain(JudgmentRecorded.self, "政务处分法#49", .step(.procedure)),
            .plain(ConsentGiven.self, "政务处分法#52", .step(.procedure)),
            EventKind(
                CaseReopened.self, source: "XZZ-2020-26#4", trail: .step(.procedure),
                clocks: Marks(starts: [ClockName.employer], ends: []) { fact, entry in
                    [entry.start(fact.case.tag, ClockName.employer, unit: entry.unit)]
                }, alike: nil),
        ],
        verbs: [
            .delivered(CaseOpened.self, "case", "open", as: "openCase"),
            .delivered(PersonNamed.self, "case", "name", as: "namePerson"),
            .delivered(
                InvestigatorAssigned.self, "case", "assign-investigator", as: "assignInvestigator"),
            .delivered(FindingRecommended.self, "case", "recommend", as: "recommendFinding"),
            .delivered(FindingMade.self, "case", "determine", as: "makeFinding"),
            .delivered(CaseClosed.self, "case", "close", as: "closeCase"),
            .step(UnitNamed.self, "case", "name-unit", .byRule),
            .step(UnitFindingMade.self, "case", "determine-unit", .required),
            .step(RecusalDeclared.self, "case", "recuse", .byRule),
            .step(FactsNotified.self, "case", "notify", .byRule),
            .step(DefenceHeard.self, "case", "hear-defence", .byRule),
            .step(DefenceWaived.self, "case", "waive-defence", .byRule),
            .step(MitigationFound.self, "case", "find-mitigation", .byRule),
            .step(CaseTransferred.self, "case", "transfer", .byRule),
            .step(TransferAnswered.self, "case", "answer-transfer", .byRule),
            .step(ExpertConductNotified.self, "case", "notify-expert-department", .byRule),
            .step(ExpertConductAnswered.self, "case", "answer-expert", .byRule),
            .step(BenefitAdjustmentRecommended.self, "case", "recommend-benefits", .byRule),
            .step(BenefitsAdjusted.self, "case", "adjust-benefits", .required),
            .step(PersonCleared.self, "case", "clear", .byRule),
            .step(JudgmentRecorded.self, "case", "record-judgment", .byRule),
            .step(ConsentGiven.self, "case", "consent", .byRule),
            .step(CaseReopened.self, "case", "reopen", .required),
        ],
        guards: [RecusalGuard(), ConductCitation()])

    /// It is decided on the person: the employer's time is over.
    private static func decidingOn<F: Fact>(
        _ file: @escaping @Sendable (F) -> CaseID, _ person: @escaping @Sendable (F) -> SubjectID
    ) -> Marks<F> {
        Marks(starts: [], ends: [ClockName.employer]) { fact, entry in
            [entry.end(file(fact).tag, ClockName.employer(person(fact)))]
        }
    }
}

extension TagKind {
    public static let `case`: TagKind = "case"
}

/// What happened in a case. Whether it is a step of it, and who acts in it, each fact says for itself:
/// nobody excluded takes part unnoticed.
protocol CaseFact: Fact, Act {
    var `case`: CaseID { get }
}

extension CaseFact {
    public static var duty: Duty { .accountabilityCase }
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
    fileprivate var trailClass: TrailClass {
        switch self {
        case .sustained: .found
        case .notSustained, .unfounded, .exonerated, .noAffidavit: .cleared
        case .unexplained, .unknown: .suspected
        }
    }
}
