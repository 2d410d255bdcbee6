internal import Law
internal import Vocabulary

/// Refusals cite what binds the organ whose act it is, by the rules of the day of the act: procedure
/// and remedies of who appoints and removes follow other law than those of a supervision organ.
///
/// - Source: 政务处分法 Art. 3; 公务员法 Art. 63, 95, 96; 处分条例 Art. 39, 42, 45, 48 to 51.
struct ConductCitation: CommandGuard {
    func check(_ command: Command, over past: some Past) throws(Refusal) {}

    func citation(of rule: String, for command: Command, over past: some Past) -> String? {
        guard let day = command.on, let rules = past.law.bodies(on: day) else { return nil }
        let citation = rules.citation(of: rule, for: past.decidingOrgan(of: command))
        return citation == rule ? nil : citation
    }
}

extension Past {
    /// The kind of organ whose act a command is: as it says itself, as the sanction says that it is
    /// about, or as the case tells; nil where nobody said.
    fileprivate func decidingOrgan(of command: Command) -> Rulebook.DecidingOrgan? {
        if let imposed = command.act as? SanctionImposed, let authority = imposed.authority {
            return Rulebook.DecidingOrgan(rawValue: authority.rawValue)
        }
        let files = ([command.act.acting.file].compactMap(\.self) + command.concerns)
        for tag in files {
            let log = file(tag)?.log
            let filed = log?.latest(AppealFiled.self)?.fact.sanction
            let imposed =
                log?.latest(SanctionImposed.self)
                ?? filed.flatMap { sanction($0)?.log.latest(SanctionImposed.self) }
            guard [.sanction, .appeal].contains(tag.kind), let authority = imposed?.fact.authority
            else { continue }
            return Rulebook.DecidingOrgan(rawValue: authority.rawValue)
        }
        for id in files.compactMap({ [$0].first(CaseID.self) }) {
            if let organ = caseFile(id).flatMap({ decidingOrgan(of: $0, on: command.on) }) {
                return organ
            }
        }
        return nil
    }

    /// Of a case: as a sanction in it was imposed; or the unit in which a person named in it serves.
    private func decidingOrgan(
        of file: CaseFile, on day: CalendarDate?
    ) -> Rulebook.DecidingOrgan? {
        let said = file.standing(\.sanctions).compactMap(\.fact.authority).last
        if let said { return Rulebook.DecidingOrgan(rawValue: said.rawValue) }
        let course = file.past()
        guard let authority = course.opening?.fact.authority, let day else { return nil }
        let serves = course.persons.contains { person in
            subject(person)?.post(on: day)?.post.unit == authority
        }
        return serves ? .employer : nil
    }
}
