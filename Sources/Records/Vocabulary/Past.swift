/// What has been recorded so far, as far as a command concerns it.
///
/// The registry reads the entries under the command's tags, folds them and hands the files over.
public protocol Past {
    /// The rulebooks and calendars that are activated.
    var law: Law { get }
    /// Nil when nothing is recorded under `subject:id`.
    func subject(_ id: SubjectID) -> SubjectFile?
    /// Nil when nothing is recorded under `case:id`.
    func caseFile(_ id: CaseID) -> CaseFile?
    /// Nil when nothing is recorded under `decision:id`.
    func decision(_ id: DecisionID) -> DecisionFile?
    /// Nil when nothing is recorded under `sanction:id`.
    func sanction(_ id: SanctionID) -> SanctionFile?
    /// Nil when nothing is recorded under `appeal:id`.
    func appeal(_ id: AppealID) -> AppealFile?
}

/// The past without certain entries: what a correction of them is decided over.
struct PastWithout<Whole: Past>: Past {
    let whole: Whole
    let positions: [Position]

    var law: Law { whole.law }
    func subject(_ id: SubjectID) -> SubjectFile? {
        whole.subject(id)?.removing(positions)
    }
    func caseFile(_ id: CaseID) -> CaseFile? {
        whole.caseFile(id)?.removing(positions)
    }
    func decision(_ id: DecisionID) -> DecisionFile? { whole.decision(id)?.removing(positions) }
    func sanction(_ id: SanctionID) -> SanctionFile? { whole.sanction(id)?.removing(positions) }
    func appeal(_ id: AppealID) -> AppealFile? { whole.appeal(id)?.removing(positions) }
}

extension Past {
    /// The person under this identifier.
    func person(_ id: SubjectID) throws(Refusal) -> SubjectFile {
        guard let file = subject(id), let registered = file.registration else {
            throw .unknownSubject(id)
        }
        guard registered.kind == .person else { throw .notAPerson(id) }
        return file
    }

    /// The opened case under this identifier.
    func opened(_ id: CaseID) throws(Refusal) -> CaseFile {
        guard let file = caseFile(id), file.isOpened else { throw .unknownCase(id) }
        return file
    }
}
