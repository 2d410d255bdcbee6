internal import Law
public import Vocabulary

/// Repair of records of dishonesty (信用修复): 新左政发〔2020〕26号 task 12.
extension Duty {
    public static let repair = Duty(
        noun: Noun("repair", tag: .repair, hasClocks: true),
        kinds: [
            EventKind(
                RepairApplied.self, source: Basis.objection, trail: .repair,
                clocks: Marks(starts: [RepairClock.overall], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.repair.tag, RepairClock.overall, unit: fact.decider ?? entry.unit,
                            subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                RepairAccepted.self, source: "国办发〔2025〕22号", trail: .repair,
                clocks: Marks(starts: [RepairClock.decide], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.repair.tag, RepairClock.decide, unit: entry.unit,
                            subject: fact.subject)
                    ]
                }, alike: nil),
            EventKind(
                RepairRefused.self, source: "国办发〔2025〕22号", trail: .repair,
                clocks: .ending([RepairClock.overall]) { $0.repair }, alike: nil),
            EventKind(
                RepairExtended.self, source: "国办发〔2025〕22号", trail: .repair,
                clocks: Marks(starts: [RepairClock.decide], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.repair.tag, RepairClock.decide, clock: RepairClock.extended,
                            unit: entry.unit, subject: fact.subject,
                            countedFrom: fact.extendedFrom)
                    ]
                }, alike: nil),
            EventKind(
                RepairDecided.self, source: Basis.objection, trail: .repair,
                clocks: .ending([RepairClock.decide, RepairClock.overall]) { $0.repair },
                alike: nil),
            .plain(RepairEffected.self, Basis.objection, .repair),
            .plain(RepairRevoked.self, "信用修复管理办法", .repair),
        ],
        verbs: [
            .step(RepairApplied.self, "repair", "apply", .byRule),
            .step(RepairAccepted.self, "repair", "accept", .byRule),
            .step(RepairRefused.self, "repair", "refuse", .byRule),
            .step(RepairExtended.self, "repair", "extend", .byRule),
            .step(RepairDecided.self, "repair", "decide", .required),
            .step(RepairRevoked.self, "repair", "revoke", .required),
        ],
        guards: [])
}

/// The clocks of a repair, as the rulebook calls them.
enum RepairClock {
    static let decide = "repair.decide"
    static let extended = "repair.extension"
    static let overall = "repair.overall"
    /// For how long nothing can be applied for.
    static let bar = "repair.bar"
}

/// What happened to an application.
protocol RepairFact: Fact, Act {
    var repair: RepairID { get }
}

extension RepairFact {
    public static var duty: Duty { .repair }
    public var acting: Acting { .none }
}

/// What happened to it once it was made: which record and whom it concerns, the application says.
protocol RepairStep: RepairFact {
    var record: CreditRecordID? { get set }
    var subject: SubjectID? { get set }
}

extension RepairStep {
    func drafts(
        in course: RepairCourse, _ circumstances: Circumstances, under rule: String
    ) -> [Draft] {
        var fact = self
        fact.record = course.record
        fact.subject = course.subject
        return [circumstances.draft(fact, under: rule)]
    }
}

extension Fields where Record: RepairStep {
    /// Which record and whom the application concerns.
    mutating func concerned() throws(FieldFault) -> (CreditRecordID?, SubjectID?) {
        (try derived("record", \.record, .tag), try derived("subject", \.subject, .tag))
    }
}

extension TrailPlace {
    fileprivate static let repair = TrailPlace(
        .always(.repair), shows: .dishonesty, role: .none, course: .none, brings: nil)
}
