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
public struct CaseList: TimedQuestion {
    public static let spoken = "case list"
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) { times = try fields.times() }

    public func answer(in ledger: Ledger) throws -> CasesAnswer? {
        CasesAnswer(times: ledger.asked(times), cases: try ledger.cases(at: times))
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
            let answer = SanctionAnswer(times: ledger.asked(times), row: row)
            return try ledger.naming([row.subject], in: answer, at: times)
        }
    }
}

/// The register of sanctions (处分台账).
public struct SanctionList: TimedQuestion {
    public static let spoken = "sanction list"
    public let times: Times
    /// Only those whose person held a post there then.
    public let unit: UnitID?
    public let person: SubjectID?

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        unit = try fields.given("unit", \.unit)
        person = try fields.given("person", \.person)
    }

    public func answer(in ledger: Ledger) throws -> SanctionRegister? {
        try ledger.sanctions(at: times, unit: unit, person: person)
    }

    public func unrecorded(in ledger: Ledger) throws -> Unrecorded? {
        try ledger.unrecorded(person: person, unit: unit) {
            try answer(in: ledger)?.rows.isEmpty == false
        }
    }
}
