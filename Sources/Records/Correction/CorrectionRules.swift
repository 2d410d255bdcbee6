extension WithdrawRecord {
    /// What stands can be withdrawn once; the withdrawal carries all tags of what it withdraws.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        if concerns.isEmpty { throw .missing("subject") }
        let files = FilesConcerned(concerns, in: past)
        if files.isWithdrawn(position) { return [] }  // Asked twice, recorded once.
        let withdrawn = try files.standing(position)
        // What stands in a case is not taken out of it by who is excluded from it.
        for tag in withdrawn.tags where tag.kind == .case {
            let file = past.caseFile(CaseID(wellFormed: tag.identifier))
            try file?.past().checkOfficers(circumstances, on: circumstances.on)
        }
        // What followed from it falls with it.
        let consequences = Consequences(of: position, tags: withdrawn.tags, in: past)
        return [circumstances.withdrawal(of: position, tags: withdrawn.tags, reason)]
            + consequences.all.map { fallen in
                var draft = circumstances.withdrawal(
                    of: fallen.position, tags: fallen.event.tags, reason)
                draft.followsFirst = true
                return draft
            }
    }
}

extension Circumstances {
    /// The withdrawal of one entry, with all its tags.
    func withdrawal(of position: Position, tags all: [Tag], _ reason: Sealed) -> Draft {
        var tags: [Tag.Kind: String] = [:]
        for tag in all { tags[tag.kind] = tag.identifier }
        let fact = RecordWithdrawn(
            reason: reason,
            subject: tags[.subject].map(SubjectID.init(wellFormed:)),
            case: tags[.case].map(CaseID.init(wellFormed:)),
            complaint: tags[.complaint].map(ComplaintID.init(wellFormed:)),
            sanction: tags[.sanction].map(SanctionID.init(wellFormed:)),
            decision: tags[.decision].map(DecisionID.init(wellFormed:)),
            appeal: tags[.appeal].map(AppealID.init(wellFormed:)),
            others: all.filter {
                $0.kind == .subject && $0.identifier != tags[.subject]
            }.map { SubjectID(wellFormed: $0.identifier) })
        var draft = draft(.recordWithdrawn(fact), under: Basis.objection)
        draft.supersedes = position
        return draft
    }
}

/// What was recorded in the same decision because of one entry, and still stands: the grounds of an
/// adoption, the variation of an appeal, the dissent of a naming.
struct Consequences {
    private(set) var all: [RecordedEvent] = []

    init(of position: Position, tags: [Tag], in past: some Past) {
        var seen: Set<Position> = []
        for log in FilesConcerned(tags, in: past).allLogs {
            let known = log.supersessions.knowledge(at: nil)
            for entry in log.entries
            where entry.cause == position && !known.superseded.contains(entry.position)
                && seen.insert(entry.position).inserted
            {
                if case .recordWithdrawn = entry.event { continue }
                all.append(entry)
            }
        }
        all.sort { $0.position < $1.position }
    }
}

extension Command {
    /// Decides what takes the place of the entry at `position`: the same command over a past in
    /// which that entry had never been. An empty list: what stands is right already.
    ///
    /// - Refusals: ``Refusal/unknownEntry(_:)``, ``Refusal/alreadySuperseded(_:by:)``,
    ///   ``Refusal/correctionOfAnotherKind(_:)``, and those of the command.
    public func decide(
        over past: some Past, superseding position: Position
    ) throws(Refusal) -> [Draft] {
        try checkRecusals(over: past)
        let files = FilesConcerned(concerns, in: past)
        let standing = try files.standing(position)
        let consequences = Consequences(of: position, tags: standing.tags, in: past)
        var drafts = try decide(
            over: PastWithout(
                whole: past, positions: [position] + consequences.all.map(\.position)))
        guard let first = drafts.first else { return [] }
        guard first.event.isSameKind(as: standing.event) else {
            throw .correctionOfAnotherKind(position)
        }
        // Changing whom a record is about would leave it standing in a trail that never hears of
        // the correction: such a record is withdrawn, and the right one made anew.
        guard first.event.tags == standing.event.tags else {
            throw .correctionOfOthers(position)
        }
        if first.event == standing.event && first.on == standing.on { return [] }
        drafts[0].supersedes = position
        // What followed from the old entry is replaced by what follows from the new one, and falls
        // where nothing does.
        for fallen in consequences.all {
            let successor = drafts.indices.dropFirst().first { index in
                drafts[index].supersedes == nil
                    && drafts[index].event.isSameKind(as: fallen.event)
                    && drafts[index].event.tags == fallen.event.tags
                    && drafts[index].event.ground == fallen.event.ground
            }
            if let successor, drafts[successor].event == fallen.event,
                drafts[successor].on == fallen.on
            {
                drafts.remove(at: successor)  // It follows from the new entry just the same.
            } else if let successor {
                drafts[successor].supersedes = fallen.position
            } else {
                var withdrawal = circumstances.withdrawal(
                    of: fallen.position, tags: fallen.event.tags, .clear(Self.consequenceFell))
                withdrawal.followsFirst = true
                drafts.append(withdrawal)
            }
        }
        return drafts
    }

    /// Why a consequence is withdrawn with what it followed from.
    private static let consequenceFell = "所依据的记录已更正 (the entry it followed from was corrected)"
}

extension Event {
    /// The ground that it raises: several may follow from one adoption.
    fileprivate var ground: String? {
        guard case .decision(.groundDetected(let fact)) = self else { return nil }
        return fact.ground
    }
}

/// The files of the subjects and cases that a command concerns.
struct FilesConcerned {
    var subjects: [SubjectFile] = []
    var cases: [CaseFile] = []
    var logs: [EventLog] = []

    init(_ tags: [Tag], in past: some Past) {
        for tag in tags {
            switch tag.kind {
            case .subject:
                if let file = past.subject(SubjectID(wellFormed: tag.identifier)) {
                    subjects.append(file)
                }
            case .case:
                if let file = past.caseFile(CaseID(wellFormed: tag.identifier)) {
                    cases.append(file)
                }
            case .decision:
                if let file = past.decision(DecisionID(wellFormed: tag.identifier)) {
                    logs.append(file.log)
                }
            case .sanction:
                if let file = past.sanction(SanctionID(wellFormed: tag.identifier)) {
                    logs.append(file.log)
                }
            case .appeal:
                if let file = past.appeal(AppealID(wellFormed: tag.identifier)) {
                    logs.append(file.log)
                }
            // They lie in the files of their case and subject, or are no records of anybody.
            case .complaint, .rulebook, .calendar: break
            }
        }
    }

    /// The logs of all of them.
    var allLogs: [EventLog] { logs + cases.map(\.acts) + subjects.map(\.acts) }

    private func supersession(of position: Position) -> Supersession? {
        subjects.lazy.flatMap(\.supersessions.all).first { $0.superseded == position }
            ?? cases.lazy.flatMap(\.supersessions.all).first { $0.superseded == position }
            ?? logs.lazy.flatMap(\.supersessions.all).first { $0.superseded == position }
    }

    func isWithdrawn(_ position: Position) -> Bool {
        supersession(of: position)?.isWithdrawal ?? false
    }

    func standing(_ position: Position) throws(Refusal) -> (
        event: Event, on: CalendarDate?, tags: [Tag]
    ) {
        for file in subjects {
            if let (event, on) = file.entry(at: position) {
                if let one = supersession(of: position) {
                    throw .alreadySuperseded(position, by: one.by)
                }
                return (event, on, event.tags)
            }
        }
        for file in cases {
            if let (event, on) = file.entry(at: position) {
                if let one = supersession(of: position) {
                    throw .alreadySuperseded(position, by: one.by)
                }
                return (event, on, event.tags)
            }
        }
        for log in logs {
            if let (event, on) = log.entry(at: position) {
                if let one = supersession(of: position) {
                    throw .alreadySuperseded(position, by: one.by)
                }
                return (event, on, event.tags)
            }
        }
        throw .unknownEntry(position)
    }
}

extension Event {
    /// Whether one may correct the other: the same type, where assumed and transferred are both
    /// taking a post.
    public func isSameKind(as other: Event) -> Bool {
        func kind(_ type: EventType) -> EventType {
            type == PositionTransferred.type ? PositionAssumed.type : type
        }
        return kind(type) == kind(other.type)
    }
}
