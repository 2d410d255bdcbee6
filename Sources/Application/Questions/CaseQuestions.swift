public import Records
public import Registry
public import Vocabulary

/// One case, with everybody named in it (案卷).
public struct CaseShow: TimedQuestion {
    public static let spoken = "case show"
    public static let about: String? = "file"
    public let file: CaseID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        file = try fields.given("file", \.file)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> Named<CaseView>? {
        try ledger.caseView(of: file, at: times).map { view in
            try ledger.naming(view.subjects, in: view, at: times)
        }
    }
}

/// The cases of the ledger (案件台账).
public struct CaseList: ListQuestion {
    public static let spoken = "case list"
    public var listed: TagKind? { CaseID.tagKind }
    public let times: Times
    public let window: ListWindow
    /// Only those that are not closed.
    public let open: Bool
    /// Only those that it conducts, or in which somebody is named who served there.
    public let unit: UnitID?
    /// Only those in which they are named.
    public let person: SubjectID?
    /// Only those that were opened in that year.
    public let year: Int?
    /// Only those that stand at this stage.
    public let stage: CaseState?
    /// Only those under way that were opened at least so many days ago.
    public let olderThan: Int?

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        open = try fields.given("open", \.open, or: false)
        unit = try fields.given("unit", \.unit)
        person = try fields.given("person", \.person)
        year = try fields.given("year", \.year)
        stage = try fields.given("stage", \.stage)
        olderThan = try fields.given("olderThan", \.olderThan)
    }

    /// Whether nothing narrows it: the first part of all cases, as the ledger stands.
    public var isEveryCase: Bool {
        !open && unit == nil && person == nil && year == nil && stage == nil && olderThan == nil
            && window.after == nil && times.asOf == nil && times.knownAt == nil
    }

    public func answer(in ledger: Ledger) throws -> CasesAnswer? {
        let filter = CaseFilter(
            isOpen: open, unit: unit, person: person, year: year, stage: stage,
            olderThan: olderThan)
        return CasesAnswer(
            times: ledger.asked(times), cases: try ledger.cases(at: times, filter, in: window))
    }

    public func unrecorded(in ledger: Ledger) throws -> Unrecorded? {
        try ledger.unrecorded(person: person, unit: unit) {
            try answer(in: ledger)?.cases.rows.isEmpty == false
        }
    }
}

/// The life of one sanction (处分始末).
public struct SanctionShow: TimedQuestion {
    public static let spoken = "sanction show"
    public static let about: String? = "sanction"
    public let sanction: SanctionID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        sanction = try fields.given("sanction", \.sanction)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> Named<SanctionAnswer>? {
        try ledger.sanction(sanction, at: times).map { row in
            let marks = try ledger.marks(on: row.subject, at: times).filter { mark in
                mark.sanction == row.sanction
                    || mark.sanction == nil && mark.entries.contains(row.life.imposed.position)
            }
            let answer = SanctionAnswer(
                times: ledger.asked(times), row: row, marks: marks,
                elsewhere: try ledger.recordedElsewhere(row.caseID, at: times))
            return try ledger.naming([row.subject], in: answer, at: times)
        }
    }
}

/// The register of sanctions (处分台账).
public struct SanctionList: ListQuestion {
    public static let spoken = "sanction list"
    public var listed: TagKind? { SanctionID.tagKind }
    public let times: Times
    public let window: ListWindow
    /// Only those whose person held a post there then.
    public let unit: UnitID?
    public let person: SubjectID?

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
        unit = try fields.given("unit", \.unit)
        person = try fields.given("person", \.person)
    }

    /// Whether nothing narrows it.
    public var isEverySanction: Bool { unit == nil && person == nil && window.after == nil }

    public func answer(in ledger: Ledger) throws -> SanctionRegister? {
        try ledger.sanctions(at: times, unit: unit, person: person, in: window)
    }

    public func unrecorded(in ledger: Ledger) throws -> Unrecorded? {
        try ledger.unrecorded(person: person, unit: unit) {
            try answer(in: ledger)?.rows.isEmpty == false
        }
    }
}
