public import Law
internal import Vocabulary

/// What the rules of a day say of records of dishonesty, and the settings beside it.
struct CreditLaw {
    let rules: Bodies
    let credit: CreditRules
}

extension Law {
    /// The sorts of organ that a unit of that name is, by the rules of a day.
    public func organSorts(ofUnitNamed name: String, on day: CalendarDate) -> Set<String> {
        Set(creditLaw(on: day)?.credit.sorts(ofUnitNamed: name).map(\.code) ?? [])
    }

    /// Nil: the rules of that day, if there are any, say nothing of records.
    func creditLaw(on day: CalendarDate) -> CreditLaw? {
        guard let rules = bodies(on: day), let credit = rules.credit else { return nil }
        return CreditLaw(rules: rules, credit: credit)
    }
}

extension Past {
    /// - Throws: where no rules of that day say anything of records.
    func creditLaw(on day: CalendarDate) throws(Refusal) -> CreditLaw {
        let rules = try law.rules(inForceOn: day)
        guard let credit = rules.credit else { throw .instrument(.noCreditRules(day)) }
        return CreditLaw(rules: rules, credit: credit)
    }

    /// The sorts of organ that a unit is, told by its registered title.
    func sorts(of unit: UnitID, under law: CreditLaw) -> [String] {
        guard let title = subject(unit)?.registration?.title else { return [] }
        return law.credit.sorts(ofUnitNamed: title).map(\.code)
    }

    /// The unit, and those whose duties it took over.
    func line(of unit: UnitID) -> [UnitID] {
        var line = [unit]
        while let before = line.last.flatMap({ subject($0)?.registration?.predecessor }),
            !line.contains(before)
        {
            line.append(before)
        }
        return line
    }
}

extension CreditLaw {
    /// The kind that a code or its Chinese name means.
    func instrumentKind(called name: String) -> CreditRules.InstrumentKind? {
        credit.instrumentKinds.first { $0.code == name || $0.chinese == name }
    }

    /// What people read for sorts of organs.
    func names(of sorts: [String]) -> [String] {
        sorts.compactMap { credit.organ($0)?.chinese }
    }
}

extension CreditRules.InstrumentKind {
    /// Whether it counts on a day: from its first day, and where its setting says so.
    func isAdmitted(under law: CreditLaw, datedOn day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (setting.map { law.rules.flag($0) == true } ?? true)
    }
}
