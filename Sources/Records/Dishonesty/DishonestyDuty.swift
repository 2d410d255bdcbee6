public import Vocabulary

/// Records of dishonesty (政务失信记录): 新左政发〔2020〕26号 tasks 8 and 9.
extension Duty {
    public static let dishonesty = Duty(
        noun: Noun("dishonesty", tag: .dishonesty, hasClocks: true),
        kinds: [
            .plain(DishonestyProposed.self, "XZZ-2020-26-T8", .proposedRecord),
            EventKind(
                DishonestyEntered.self, source: "XZZ-2020-26-T8", trail: .record,
                clocks: Marks(starts: [CreditClock.notify], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.record.tag, CreditClock.notify, unit: entry.unit,
                            subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                DishonestyNotified.self, source: "个人信息保护法#35", trail: .record,
                clocks: Marks(
                    starts: [CreditClock.explanation], ends: [CreditClock.notify]
                ) { fact, entry in
                    [
                        entry.end(fact.record.tag, CreditClock.notify),
                        entry.start(
                            fact.record.tag, CreditClock.explanation, unit: fact.subject,
                            subject: fact.subject),
                    ]
                }, alike: nil),
            .plain(DishonestyGraded.self, "信用修复管理办法", .record),
            .plain(DishonestyStated.self, "XZZ-2020-26-T12", .record),
            EventKind(
                DishonestyExplained.self, source: "国发〔2016〕76号", trail: .record,
                clocks: .ending([CreditClock.explanation]) { $0.record }, alike: nil),
            EventKind(
                RectificationOrdered.self, source: "国发〔2016〕76号", trail: .record,
                clocks: Marks(starts: [CreditClock.rectification], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.record.tag, CreditClock.rectification, due: fact.until,
                            unit: fact.subject, subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                DishonestyRectified.self, source: "国发〔2016〕76号", trail: .record,
                clocks: .ending([CreditClock.rectification]) { $0.record }, alike: nil),
            .plain(DishonestyCorrected.self, "个人信息保护法#46", .record),
            EventKind(
                DishonestyAnnulled.self, source: "XZZ-2020-26-T8", trail: .record,
                clocks: Marks(
                    starts: [CreditClock.restore],
                    ends: [
                        CreditClock.notify, CreditClock.explanation, CreditClock.rectification,
                    ]
                ) { fact, entry in
                    let tag = fact.record.tag
                    return [
                        entry.end(tag, CreditClock.notify),
                        entry.end(tag, CreditClock.explanation),
                        entry.end(tag, CreditClock.rectification),
                        entry.start(
                            tag, CreditClock.restore, unit: entry.unit, subject: fact.subject),
                    ]
                }, alike: nil),
            .plain(DishonestyVaried.self, "XZZ-2020-26-T8", .record),
            .plain(DishonestyLinked.self, "XZZ-2020-26-T11", .record),
            EventKind(
                CreditReputationRestored.self, source: "政务处分法#60", trail: .record,
                clocks: .ending([CreditClock.restore]) { $0.record }, alike: nil),
            .plain(CreditCompensated.self, "政务处分法#60", .record),
        ],
        verbs: [
            .record(DishonestyProposed.self, "propose", .byRule),
            .record(DishonestyEntered.self, "enter", .required),
            .record(DishonestyNotified.self, "notify", .byRule),
            .record(DishonestyGraded.self, "grade", .byRule),
            .record(DishonestyStated.self, "state", .byRule),
            .record(DishonestyExplained.self, "explain", .byRule),
            .record(RectificationOrdered.self, "order-rectification", .byRule),
            .record(DishonestyRectified.self, "rectify", .byRule),
            .record(DishonestyCorrected.self, "correct", .required),
            .record(DishonestyAnnulled.self, "annul", .required),
            .record(DishonestyLinked.self, "link", .byRule),
            .record(CreditReputationRestored.self, "restore-reputation", .byRule),
            .record(CreditCompensated.self, "compensate", .byRule),
        ],
        guards: [])
}

/// The clocks of records of dishonesty, as the rulebook calls them.
enum CreditClock {
    static let notify = "record.notify"
    static let explanation = "record.explanation"
    static let rectification = "record.rectification"
    static let restore = "record.restore"
}

extension Verb {
    fileprivate static func record<A: Act & Fact>(
        _ act: A.Type, _ verb: String, _ second: Second
    ) -> Verb {
        Verb(
            act, "dishonesty", verb, about: "record", named: nil, records: act,
            dating: .required, second: second, delivery: .mapped)
    }
}

/// What happened to a record of dishonesty.
protocol DishonestyFact: Fact, Act {
    var record: CreditRecordID { get }
}

extension DishonestyFact {
    public static var duty: Duty { .dishonesty }
    public var acting: Acting { .none }
}

/// What happened to it once it was proposed: whom it concerns, the proposal says.
protocol DishonestyStep: DishonestyFact {
    var subject: SubjectID? { get set }
}

extension DishonestyStep {
    /// The step with whom the proposal concerns.
    func filled(in course: DishonestyCourse) -> Self {
        var fact = self
        fact.subject = course.subject
        return fact
    }

    func drafts(
        in course: DishonestyCourse, _ circumstances: Circumstances, under rule: String
    ) -> [Draft] {
        [circumstances.draft(filled(in: course), under: rule)]
    }
}

extension Fields where Record: DishonestyStep {
    /// Whom the record concerns.
    mutating func concerned() throws(FieldFault) -> SubjectID? {
        try derived("subject", \.subject, .tag)
    }
}

extension TrailPlace {
    /// It says that somebody is on record, and copies no role but its own.
    fileprivate static let record = TrailPlace(
        .always(.record), shows: .dishonesty, role: .none, course: .none, brings: nil)
    fileprivate static let proposedRecord = TrailPlace(
        .always(.suspected), shows: .dishonesty, role: .own, course: .none, brings: nil)
}
