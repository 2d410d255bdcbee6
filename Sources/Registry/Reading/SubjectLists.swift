import Chain
import Law
public import Records
import Store
public import Vocabulary

/// Somebody in a list, as of a day.
public struct ListedSubject: Sendable {
    public let subject: SubjectID
    public let kind: SubjectKind
    /// A person's name from the vault, a unit's public title; nil when there is none.
    public let name: Sealed?
    public let employment: EmploymentState
    /// The posts held; of those in one unit, where one is asked about.
    public let posts: [PostHeld]
}

/// A complaint and what became of it (信访举报台账).
public struct ListedComplaint: Sendable {
    public let complaint: ComplaintID
    public let received: Recorded<ComplaintReceived>
    /// The cases it led to, by identifier.
    public let cases: [CaseSummary]
}

extension Ledger {
    /// The registered subjects, by identifier, as of a day, by what was known at a moment.
    ///
    /// - Parameters:
    ///   - unit: Only those who hold a post there on the day.
    ///   - kind: Only those of that kind.
    public func subjectList(
        at times: Times = Times(), unit: UnitID? = nil, kind: SubjectKind? = nil,
        in window: ListWindow = .whole
    ) throws -> Windowed<ListedSubject> {
        let (date, knownAt) = (day(of: times), times.knownAt)
        return try read { reader in
            let files = FileReading(self, reader)
            let opener = Opener(identity.suite, reader, duties)
            return try windowed(.subject, window, reader) { tag in
                let file: SubjectFile? = try files.view(SubjectID(wellFormed: tag.identifier))
                guard let file, let then = file.registration(on: date, knownAt: knownAt),
                    kind.map({ $0 == then.kind }) ?? true
                else { return [] }
                var (employment, posts) = file.service(on: date, knownAt: knownAt)
                if let unit {
                    posts.removeAll { $0.post.unit != unit }
                    if posts.isEmpty { return [] }
                }
                var name = then.title.map(Sealed.clear)
                if then.kind == .person {
                    name = try file.entry(
                        giving: { $0.name != nil }, on: date, knownAt: knownAt
                    ).flatMap { try opener.open("name", at: $0) }
                }
                return [
                    ListedSubject(
                        subject: file.subject, kind: then.kind, name: name,
                        employment: employment, posts: posts)
                ]
            }
        }
    }

    /// The complaints that had been received by then, by identifier, and the cases they led to.
    ///
    /// - Parameter isOpen: Only those that led to no case yet, or to one that is not closed.
    public func complaints(
        at times: Times = Times(), isOpen: Bool = false, in window: ListWindow = .whole
    ) throws -> Windowed<ListedComplaint> {
        let (date, knownAt) = (day(of: times), times.knownAt)
        return try read { reader in
            let files = FileReading(self, reader)
            return try windowed(.complaint, window, reader) { tag in
                let log = RecordFile(tag, of: try files.trail(tag)).log
                let id = ComplaintID(wellFormed: tag.identifier)
                let received = log.standing(ComplaintReceived.self, by: date, knownAt: knownAt)
                guard let last = received.last(where: { $0.fact.complaint == id }) else {
                    return []
                }
                let opened = log.standing(CaseOpened.self, by: date, knownAt: knownAt)
                    .map(\.fact.case)
                let named = Set(opened + [last.fact.case].compactMap(\.self))
                var cases: [CaseSummary] = []
                for one in named.sorted() {
                    let file: CaseFile? = try files.view(one)
                    // Under its own number it waits for a case; that is none yet.
                    let told = try file?.summary(on: date, knownAt: knownAt) { id in
                        try files.view(id) as SanctionFile?
                    }
                    guard let summary = told, summary.state != .suspected else { continue }
                    cases.append(summary)
                }
                if isOpen, !cases.isEmpty, cases.allSatisfy({ $0.state == .closed }) { return [] }
                return [ListedComplaint(complaint: id, received: last, cases: cases)]
            }
        }
    }
}
