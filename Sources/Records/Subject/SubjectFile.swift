internal import Law
public import Vocabulary

/// All that is recorded about one subject: a person, an organisation or a unit.
///
/// It forgets nothing: what was corrected or withdrawn stays among the facts; what counts on a day is
/// asked of ``status(on:knownAt:)``.
public struct SubjectFile: FileView {
    public typealias ID = SubjectID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }
    public var subject: SubjectID { id }

    private func own<F: Fact>(_ whose: (F) -> SubjectID) -> [Recorded<F>] {
        log.facts(F.self).filter { whose($0.fact) == id }
    }
}

extension SubjectFile {
    /// Registrations (主体登记).
    public var registrations: [Recorded<SubjectRegistered>] { own(\.subject) }
    /// Beginnings of service (入职).
    public var beginnings: [Recorded<EmploymentBegan>] { own(\.subject) }
    /// Posts taken up (任职).
    public var assumptions: [Recorded<PositionAssumed>] { own(\.subject) }
    /// Posts transferred to (转任).
    public var transfers: [Recorded<PositionTransferred>] { own(\.subject) }
    /// Suspensions from duty (停职).
    public var suspensions: [Recorded<PositionSuspended>] { own(\.subject) }
    /// Returns to duty (复职).
    public var reinstatements: [Recorded<PositionReinstated>] { own(\.subject) }
    /// Ends of service (离任).
    public var endings: [Recorded<EmploymentEnded>] { own(\.subject) }
    /// Cases the person was named in, with the role then: suspicions.
    public var namings: [Recorded<PersonNamed>] { own(\.subject) }
    /// Findings recommended: not findings.
    public var recommendedFindings: [Recorded<FindingRecommended>] { own(\.subject) }
    /// Findings made (责任认定).
    public var findings: [Recorded<FindingMade>] { own(\.subject) }
    /// Sanctions recommended: not sanctions.
    public var recommendedSanctions: [Recorded<SanctionRecommended>] { own(\.subject) }
    /// Sanctions imposed (处分、处理).
    public var sanctions: [Recorded<SanctionImposed>] { own(\.subject) }
    /// Sanctions that were not executed.
    public var unexecuted: [Recorded<SanctionNotExecuted>] { own(\.subject) }
    /// Sanctions annulled (撤销).
    public var annulments: [Recorded<SanctionAnnulled>] { own(\.subject) }
}

extension Past {
    /// Nil when nothing is recorded under `subject:id`.
    func subject(_ id: SubjectID) -> SubjectFile? { view(id) }

    /// The person under this identifier.
    func person(_ id: SubjectID) throws(Refusal) -> SubjectFile {
        guard let file = subject(id), let registered = file.registration else {
            throw .unknownSubject(id)
        }
        guard registered.kind == .person else { throw .notAPerson(id) }
        return file
    }

    /// A unit that is registered.
    func checkUnit(_ id: UnitID) throws(Refusal) {
        guard let registered = subject(id)?.registration else { throw .unknownSubject(id) }
        if registered.kind == .person { throw .notAUnit(id) }
    }
}
