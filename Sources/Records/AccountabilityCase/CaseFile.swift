public import Law
public import Vocabulary

/// All that is recorded about one case, with or without a known person.
public struct CaseFile: FileView {
    public typealias ID = CaseID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }
    public var `case`: CaseID { id }
}

extension CaseFile {
    /// Complaints filed under the case (信访举报).
    public var complaints: [Recorded<ComplaintReceived>] { log.facts(ComplaintReceived.self) }
    /// Openings (立案).
    public var openings: [Recorded<CaseOpened>] { log.facts(CaseOpened.self) }
    /// Persons named: suspicions.
    public var namings: [Recorded<PersonNamed>] { log.facts(PersonNamed.self) }
    /// Who investigates (调查人).
    public var investigators: [Recorded<InvestigatorAssigned>] {
        log.facts(InvestigatorAssigned.self)
    }
    /// Findings recommended: not findings.
    public var recommendedFindings: [Recorded<FindingRecommended>] {
        log.facts(FindingRecommended.self)
    }
    /// Findings made (责任认定).
    public var findings: [Recorded<FindingMade>] { log.facts(FindingMade.self) }
    /// Sanctions recommended: not sanctions.
    public var recommendedSanctions: [Recorded<SanctionRecommended>] {
        log.facts(SanctionRecommended.self)
    }
    /// Sanctions imposed (处分、处理).
    public var sanctions: [Recorded<SanctionImposed>] { log.facts(SanctionImposed.self) }
    /// Closings (结案).
    public var closings: [Recorded<CaseClosed>] { log.facts(CaseClosed.self) }
}

extension CaseFile {
    /// Whether it was opened, by all that the register knows.
    public var isOpened: Bool { log.latest(CaseOpened.self) != nil }

    /// Whether the person is named in it, by all that the register knows.
    public func names(_ subject: SubjectID) -> Bool {
        standing(\.namings).contains { $0.fact.subject == subject }
    }

    /// The complaints that its openings name and that were not filed under it.
    func complaintsElsewhere(
        by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> [ComplaintID] {
        let own = Set(complaints.map(\.fact.complaint))
        var seen: Set<ComplaintID> = []
        return log.standing(CaseOpened.self, by: date, knownAt: moment)
            .compactMap(\.fact.complaint)
            .filter { !own.contains($0) && seen.insert($0).inserted }
    }

    /// The first day a standing opening took effect.
    public var openedOn: CalendarDate? { log.standing(CaseOpened.self).compactMap(\.on).min() }

    /// The last day a standing closing took effect.
    /// When it was closed last, and when the ledger learnt of that.
    public var ending: Ending? {
        log.standing(CaseClosed.self).last { $0.on != nil }.flatMap { closing in
            closing.on.map { Ending(on: $0, knownFrom: closing.at) }
        }
    }
    public var closedOn: CalendarDate? { log.standing(CaseClosed.self).compactMap(\.on).max() }
}

extension Past {
    /// Nil when nothing is recorded under `case:id`.
    func caseFile(_ id: CaseID) -> CaseFile? { view(id) }

    /// The opened case under this identifier.
    func opened(_ id: CaseID) throws(Refusal) -> CaseFile {
        guard let file = caseFile(id), file.isOpened else { throw .unknownCase(id) }
        return file
    }

    /// The file of a case in which the person is named.
    func named(_ subject: SubjectID, in id: CaseID) throws(Refusal) -> CaseFile {
        _ = try person(subject)
        let file = try opened(id)
        guard file.names(subject) else { throw .notNamedInCase(subject, id) }
        return file
    }
}

extension Past {
    /// The standing complaints that a case is about, whichever of the two names the other.
    public func complaints(of file: CaseFile) -> [Recorded<ComplaintReceived>] {
        file.standing(\.complaints)
            + file.complaintsElsewhere().flatMap { id in
                self.file(id.tag)?.log.standing(ComplaintReceived.self).filter {
                    $0.fact.complaint == id
                } ?? []
            }
    }

    /// The day of the incident: that of the first complaint which gives one.
    public func incidentOn(of file: CaseFile) -> CalendarDate? {
        complaints(of: file).lazy.compactMap(\.fact.incidentOn).first
    }

    /// The first day a complaint about it was received.
    public func receivedOn(of file: CaseFile) -> CalendarDate? {
        complaints(of: file).compactMap(\.on).min()
    }
}
