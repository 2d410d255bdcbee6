/// A past in memory: every file that entries are about, folded as they come.
public struct FoldedPast: Past {
    public var law = Law()
    private var subjects: [SubjectID: SubjectFile] = [:]
    private var cases: [CaseID: CaseFile] = [:]
    private var decisions: [DecisionID: DecisionFile] = [:]
    private var sanctions: [SanctionID: SanctionFile] = [:]
    private var appeals: [AppealID: AppealFile] = [:]

    public init() {}

    public func subject(_ id: SubjectID) -> SubjectFile? { subjects[id] }
    public func caseFile(_ id: CaseID) -> CaseFile? { cases[id] }
    public func decision(_ id: DecisionID) -> DecisionFile? { decisions[id] }
    public func sanction(_ id: SanctionID) -> SanctionFile? { sanctions[id] }
    public func appeal(_ id: AppealID) -> AppealFile? { appeals[id] }

    /// Folds one entry into every file it is about. I5: cannot fail.
    public mutating func apply(_ recorded: RecordedEvent) {
        for tag in recorded.event.tags {
            switch tag.kind {
            case .subject:
                let id = SubjectID(wellFormed: tag.identifier)
                subjects[id, default: SubjectFile(subject: id)].apply(recorded)
            case .case:
                let id = CaseID(wellFormed: tag.identifier)
                cases[id, default: CaseFile(case: id)].apply(recorded)
            case .decision:
                let id = DecisionID(wellFormed: tag.identifier)
                decisions[id, default: DecisionFile(decision: id)].apply(recorded)
            case .sanction:
                let id = SanctionID(wellFormed: tag.identifier)
                sanctions[id, default: SanctionFile(sanction: id)].apply(recorded)
            case .appeal:
                let id = AppealID(wellFormed: tag.identifier)
                appeals[id, default: AppealFile(appeal: id)].apply(recorded)
            case .complaint, .rulebook, .calendar: break
            }
        }
    }
}
