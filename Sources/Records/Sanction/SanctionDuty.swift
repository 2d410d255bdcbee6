public import Vocabulary

/// Sanctions and measures (处分、处理类), from the recommendation to what follows an annulment: 追责制度
/// Art. 14, 16; 政务处分法 Art. 7, 8, 27, 46, 54, 57 to 60.
extension Duty {
    public static let sanction = Duty(
        noun: Noun("sanction", tag: .sanction, hasClocks: true),
        kinds: [
            .plain(SanctionRecommended.self, "XZZ-2020-26#14", .of(.suspected)),
            EventKind(
                SanctionImposed.self, source: "政务处分法#7", trail: .of(.sanction),
                clocks: Marks(starts: [ClockName.personnel], ends: [ClockName.employer]) {
                    fact, entry in
                    let terms = fact.clockTerms
                    // It decides on one person; the case is decided when it is closed.
                    let decided = entry.end(
                        fact.case.tag, ClockName.employer(fact.subject), terms: terms)
                    // Which measures change post and pay, and whose, the law says.
                    guard fact.isExtended, fact.measure.family == .sanction else {
                        return [decided]
                    }
                    return [
                        decided,
                        entry.start(
                            fact.sanction.tag, ClockName.personnel,
                            unit: fact.organ ?? entry.unit, subject: fact.subject, terms: terms),
                    ]
                }, alike: nil),
            .plain(SanctionNotExecuted.self, "政务处分法#27", .of(.sanction)),
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
                SanctionServed.self, source: "政务处分法#46", trail: .of(.sanction),
                clocks: Marks(starts: [ClockName.remedy], ends: []) { fact, entry in
                    if fact.route.isEmpty { return [] }
                    return [
                        entry.start(
                            fact.sanction.tag, ClockName.remedy,
                            clock: ClockName.stage(fact.route, fact.stage ?? "", .file),
                            person: fact.subject, subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                SanctionExecuted.self, source: "政务处分法#54", trail: .of(.sanction),
                clocks: .ending([ClockName.personnel]) { $0.sanction }, alike: nil),
            EventKind(
                SanctionVaried.self, source: "政务处分法#58", trail: .of(.sanction),
                clocks: Marks(starts: [], ends: [ClockName.varied, ClockName.redecided]) {
                    fact, entry in
                    let varied = entry.end(
                        fact.sanction.tag, ClockName.varied,
                        terms: ClockTerms(measure: fact.measure.rawValue))
                    guard fact.isOwnDecision else { return [varied] }
                    return [varied, entry.end(fact.sanction.tag, ClockName.redecided)]
                }, alike: nil),
            EventKind(
                SanctionRectified.self, source: "政务处分法#55", trail: .of(.sanction),
                clocks: Marks(
                    starts: [ClockName.personnel], ends: [ClockName.varied, ClockName.redecided]
                ) { fact, entry in
                    let terms = ClockTerms(measure: fact.measure.rawValue)
                    let changed = [
                        entry.end(fact.sanction.tag, ClockName.varied, terms: terms),
                        entry.end(fact.sanction.tag, ClockName.redecided),
                    ]
                    guard fact.measure.family == .sanction else { return changed }
                    // Whose time it is the imposition says.
                    return changed + [
                        entry.start(
                            fact.sanction.tag, ClockName.personnel, subject: fact.subject,
                            terms: terms)
                    ]
                }, alike: nil),
            .plain(SanctionBasisChanged.self, "政务处分法#49", .of(.sanction)),
            .plain(SanctionRatified.self, "政务处分法#44", .of(.sanction)),
            EventKind(
                ReputationRestored.self, source: "政务处分法#60", trail: .of(.remedy),
                clocks: .ending([ClockName.reputation]) { $0.sanction }, alike: nil),
            .plain(CompensationPaid.self, "政务处分法#60", .of(.remedy)),
        ],
        verbs: [
            .delivered(
                SanctionRecommended.self, "sanction", "recommend", about: "case",
                as: "recommendSanction"),
            .delivered(SanctionImposed.self, "sanction", "impose", as: "imposeSanction"),
            .delivered(
                SanctionNotExecuted.self, "sanction", "not-executed", as: "recordNotExecuted"),
            .delivered(SanctionAnnulled.self, "sanction", "annul", as: "annulSanction"),
            .step(SanctionServed.self, "sanction", "serve", .byRule),
            .step(SanctionExecuted.self, "sanction", "execute", .byRule),
            .step(SanctionVaried.self, "sanction", "vary", .required),
            .step(SanctionRectified.self, "sanction", "rectify", .required),
            .step(SanctionBasisChanged.self, "sanction", "basis-changed", .byRule),
            .step(SanctionRatified.self, "sanction", "ratify", .required),
            .step(ReputationRestored.self, "sanction", "restore-reputation", .byRule),
            .step(CompensationPaid.self, "sanction", "pay-compensation", .byRule),
        ],
        guards: [])
}

extension TagKind {
    public static let sanction: TagKind = "sanction"
}

/// What was recommended, imposed, or happened to a sanction. Whether it is a step of the case, and who
/// acts in it, each fact says for itself.
protocol SanctionFact: Fact, Act {}

extension SanctionFact {
    public static var duty: Duty { .sanction }
}

/// What happened to a sanction once it was imposed: in which case and on whom, the imposition says.
protocol SanctionStep: SanctionFact {
    var sanction: SanctionID { get }
    var `case`: CaseID? { get set }
    var subject: SubjectID? { get set }
}

extension SanctionStep {
    public var acting: Acting { Acting(in: sanction.tag) }

    /// The step, with what the imposition says.
    func concerning(_ imposed: SanctionImposed) -> Self {
        var fact = self
        fact.case = imposed.case
        fact.subject = imposed.subject
        return fact
    }
}

extension Fields where Record: SanctionStep {
    /// In which case and on whom the sanction was imposed.
    mutating func concerned() throws(FieldFault) -> (CaseID?, SubjectID?) {
        (try derived("case", \.case, .tag), try derived("subject", \.subject, .tag))
    }
}

extension TrailPlace {
    /// What was done to a person in a case, beside the role held then.
    fileprivate static func of(_ class: TrailClass) -> TrailPlace {
        TrailPlace(.always(`class`), shows: .case, role: .named, course: .none, brings: nil)
    }
}
