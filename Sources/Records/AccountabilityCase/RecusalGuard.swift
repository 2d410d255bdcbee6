internal import Law
internal import Vocabulary

/// D2 18: who is excluded from a case takes no further part in it (回避), whatever the step, be it as
/// the officer, at the keyboard or as the second person. Asked before any step is decided.
///
/// - Source: 政务处分法 Art. 47.
struct RecusalGuard: CommandGuard {
    func check(_ command: Command, over past: some Past) throws(Refusal) {
        let acting = command.act.acting
        let circumstances = command.circumstances
        // Somebody excluded may declare just that.
        if let own = acting.bySelf, circumstances.actor?.isSame(as: own) == true { return }
        guard let file = acting.file, let id = past.case(of: file) else { return }
        try past.checkWhoActs(in: id, circumstances, acting.officials)
    }
}

extension Past {
    /// Nobody who is named in a case or excluded from it takes a step in what belongs to it.
    ///
    /// - Parameter files: The case itself, or sanctions and appeals in it; others belong to none.
    func checkWhoActs(in files: [Tag], _ circumstances: Circumstances) throws(Refusal) {
        for id in Set(files.compactMap(`case`(of:))) {
            try checkWhoActs(in: id, circumstances, [])
        }
    }

    fileprivate func checkWhoActs(
        in id: CaseID, _ circumstances: Circumstances, _ officials: [SubjectID]
    ) throws(Refusal) {
        guard let course = caseFile(id)?.past() else { return }
        try course.checkNobodyJudgesThemselves(circumstances, officials)
        try course.checkOfficers(circumstances, officials, on: circumstances.on)
    }

    /// The case to which a file belongs: itself, or the one in which the sanction was imposed.
    fileprivate func `case`(of tag: Tag) -> CaseID? {
        [tag].first(CaseID.self) ?? file(tag)?.log.latest(SanctionImposed.self)?.fact.case
    }
}

extension CasePast {
    /// Nobody acts in the case in which they are named. What is delivered about cases elsewhere is
    /// marked, not refused.
    fileprivate func checkNobodyJudgesThemselves(
        _ circumstances: Circumstances, _ officials: [SubjectID]
    ) throws(Refusal) {
        guard isGoverned else { return }
        let here = circumstances.signatories + officials.map { Officer($0) }
        for naming in facts(PersonNamed.self) {
            let person = naming.fact.subject
            if here.contains(where: { $0.isSame(as: person) }) { throw .case(.ownCase(person)) }
        }
    }

    /// D2 18: no excluded official is among those who act, sign or approve.
    func checkOfficers(
        _ circumstances: Circumstances, _ officials: [SubjectID] = [], on day: CalendarDate?
    ) throws(Refusal) {
        let here = circumstances.signatories + officials.map { Officer($0) }
        for recusal in facts(RecusalDeclared.self) {
            if let day, let since = recusal.on, day < since { continue }
            let excluded = recusal.fact.officer
            if here.contains(where: { $0.isSame(as: excluded) }) {
                throw .case(.recused(excluded, since: recusal.on))
            }
        }
    }
}
