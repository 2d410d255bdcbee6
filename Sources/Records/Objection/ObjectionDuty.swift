internal import Law
public import Vocabulary

/// Objections to records of dishonesty (异议): 新左政发〔2020〕26号 task 12.
extension Duty {
    public static let objection = Duty(
        noun: Noun("objection", tag: .objection, hasClocks: true),
        kinds: [
            EventKind(
                ObjectionFiled.self, source: Basis.objection, trail: .objection,
                clocks: Marks(
                    starts: [ObjectionClock.flag, ObjectionClock.decide], ends: []
                ) { fact, entry in
                    let tag = fact.objection.tag
                    let unit = fact.recordingUnit ?? entry.unit
                    return [
                        entry.start(tag, ObjectionClock.flag, unit: unit, subject: fact.subject),
                        entry.start(
                            tag, ObjectionClock.decide, clock: ObjectionClock.own, unit: unit,
                            subject: fact.subject),
                    ]
                }, alike: nil),
            .plain(ObjectionAccepted.self, Basis.objection, .objection),
            EventKind(
                ObjectionRefused.self, source: Basis.objection, trail: .objection,
                clocks: .ending(ObjectionClock.untilDecided) { $0.objection }, alike: nil),
            EventKind(
                ObjectionFlagged.self, source: "河南省社会信用条例#41", trail: .objection,
                clocks: .ending([ObjectionClock.flag]) { $0.objection }, alike: nil),
            EventKind(
                ObjectionSourceAsked.self, source: "河南省社会信用条例#41", trail: .objection,
                clocks: Marks(
                    starts: [ObjectionClock.decide, ObjectionClock.sourceAnswer], ends: []
                ) { fact, entry in
                    let tag = fact.objection.tag
                    return [
                        entry.start(
                            tag, ObjectionClock.decide, clock: ObjectionClock.source,
                            unit: entry.unit, subject: fact.subject, countedFrom: fact.filedOn),
                        entry.start(
                            tag, ObjectionClock.sourceAnswer, unit: fact.source,
                            subject: fact.subject),
                    ]
                }, alike: nil),
            EventKind(
                ObjectionSourceAnswered.self, source: "河南省社会信用条例#41", trail: .objection,
                clocks: .ending([ObjectionClock.sourceAnswer]) { $0.objection }, alike: nil),
            EventKind(
                ObjectionAppraisalBegan.self, source: "河南省社会信用条例#41", trail: .objection,
                clocks: Marks(starts: [], ends: [DatedEntry.pausing]) { fact, entry in
                    [entry.pause(fact.objection.tag, ObjectionClock.decide)]
                }, alike: nil),
            EventKind(
                ObjectionAppraisalEnded.self, source: "河南省社会信用条例#41", trail: .objection,
                clocks: Marks(starts: [], ends: [DatedEntry.resuming]) { fact, entry in
                    [entry.resume(fact.objection.tag, ObjectionClock.decide)]
                }, alike: nil),
            EventKind(
                ObjectionDecided.self, source: Basis.objection, trail: .objection,
                clocks: Marks(
                    starts: [ObjectionClock.tellViewers], ends: ObjectionClock.untilDecided
                ) { fact, entry in
                    let tag = fact.objection.tag
                    let over = ObjectionClock.untilDecided.map { entry.end(tag, $0) }
                    return over + fact.telling(entry)
                }, alike: nil),
            EventKind(
                ObjectionViewersTold.self, source: "征信业管理条例#25", trail: .objection,
                clocks: .ending([ObjectionClock.tellViewers]) { $0.objection }, alike: nil),
            EventKind(
                ObjectionReviewAsked.self, source: Basis.objection, trail: .objection,
                clocks: Marks(starts: [ObjectionClock.review], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.objection.tag, ObjectionClock.review, unit: fact.reviewer,
                            subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                ObjectionReviewed.self, source: Basis.objection, trail: .objection,
                clocks: Marks(
                    starts: [ObjectionClock.tellViewers], ends: [ObjectionClock.review]
                ) { fact, entry in
                    [entry.end(fact.objection.tag, ObjectionClock.review)] + fact.telling(entry)
                }, alike: nil),
        ],
        verbs: [
            .step(ObjectionFiled.self, "objection", "file", .byRule),
            .step(ObjectionAccepted.self, "objection", "accept", .byRule),
            .step(ObjectionRefused.self, "objection", "refuse", .byRule),
            .step(ObjectionFlagged.self, "objection", "flag", .byRule),
            .step(ObjectionSourceAsked.self, "objection", "ask-source", .byRule),
            .step(ObjectionSourceAnswered.self, "objection", "answer-source", .byRule),
            .step(ObjectionAppraisalBegan.self, "objection", "begin-appraisal", .byRule),
            .step(ObjectionAppraisalEnded.self, "objection", "end-appraisal", .byRule),
            .step(ObjectionDecided.self, "objection", "decide", .required),
            .step(ObjectionViewersTold.self, "objection", "tell-viewers", .byRule),
            .step(ObjectionReviewAsked.self, "objection", "ask-review", .byRule),
            .step(ObjectionReviewed.self, "objection", "review", .required),
        ],
        guards: [])
}

/// The clocks of objections, as the rulebook calls them; that to decide is one or the other.
enum ObjectionClock {
    static let flag = "objection.flag"
    static let decide = "objection.decide"
    static let own = "objection.own"
    static let source = "objection.source"
    static let sourceAnswer = "objection.sourceAnswer"
    static let tellViewers = "objection.tellViewers"
    static let review = "objection.review"
    /// Those that wait for nothing once it is decided.
    static let untilDecided = [flag, decide, sourceAnswer]
}

extension ObjectionRuling {
    /// Upheld: those who looked it up are told.
    fileprivate func telling(_ entry: DatedEntry) -> [ClockMark] {
        guard outcome == .upheld else { return [] }
        return [
            entry.start(
                objection.tag, ObjectionClock.tellViewers, unit: entry.unit, subject: subject)
        ]
    }
}

/// What happened to an objection.
protocol ObjectionFact: Fact, Act {
    var objection: ObjectionID { get }
}

extension ObjectionFact {
    public static var duty: Duty { .objection }
    public var acting: Acting { .none }
}

/// What happened to it once it was filed: which record and whom it concerns, the filing says.
protocol ObjectionStep: ObjectionFact {
    var record: CreditRecordID? { get set }
    var subject: SubjectID? { get set }
}

extension ObjectionStep {
    /// The step with what the filing says.
    func filled(in course: ObjectionCourse) -> Self {
        var fact = self
        fact.record = course.record
        fact.subject = course.subject
        return fact
    }

    func drafts(
        in course: ObjectionCourse, _ circumstances: Circumstances,
        under rule: String = Basis.objection
    ) -> [Draft] {
        [circumstances.draft(filled(in: course), under: rule)]
    }
}

extension Fields where Record: ObjectionStep {
    /// Which record and whom the objection concerns.
    mutating func concerned() throws(FieldFault) -> (CreditRecordID?, SubjectID?) {
        (try derived("record", \.record, .tag), try derived("subject", \.subject, .tag))
    }
}

extension TrailPlace {
    /// It stands beside the record, and says nothing of anybody's responsibility.
    fileprivate static let objection = TrailPlace(
        .always(.objection), shows: .dishonesty, role: .none, course: .none, brings: nil)
}
