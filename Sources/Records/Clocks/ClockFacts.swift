import Law
import Vocabulary

/// The marks of a file that were known at a moment, still stood, and had happened by a day, paired.
struct ClockFacts {
    /// One clock, from its start to what ended it.
    struct Run {
        var start: ClockStart
        var end: ClockEnd?
        /// Where the appeal was accepted.
        var accepted: ClockEnd?
        /// What the sanction became, in the order of the days.
        var varied: [ClockEnd] = []
        /// From where to where it did not count; nil: it does not yet again.
        var pauses: [(began: CalendarDate, ended: CalendarDate?)] = []
    }

    /// Each clock that nothing replaced while it ran.
    private(set) var runs: [Run] = []
    /// The last day for comments, or the day on which they were closed.
    private(set) var commentsEnd: CalendarDate?
    /// The route of remedy that the file goes.
    private(set) var route: String?
    /// The organ that has the file: that opened the case, or imposed the sanction.
    private(set) var organ: UnitID?

    init(_ log: ClockLog, by day: CalendarDate, knownAt moment: Instant?) {
        var superseded: Set<Position> = []
        var replaced: [Position: Position] = [:]
        for one in log.supersessions where moment.map({ one.at <= $0 }) ?? true {
            superseded.insert(one.superseded)
            replaced[one.by] = one.superseded
        }
        /// What was corrected stands where it stood: a corrected start is not later than its end.
        func place(_ position: Position) -> Position {
            var place = position
            while let before = replaced[place], before < place { place = before }
            return place
        }
        func counts(_ position: Position, _ at: Instant, _ on: CalendarDate) -> Bool {
            on <= day && (moment.map { at <= $0 } ?? true)
                && (superseded.isEmpty || !superseded.contains(position))
        }
        var marks: [Mark] = []
        marks.reserveCapacity(log.starts.count + log.ends.count)
        for start in log.starts where counts(start.position, start.at, start.on) {
            marks.append(
                Mark(
                    slot: start.slot, on: start.on, place: place(start.position), start: start,
                    end: nil))
            if route == nil, let slash = start.clock.firstIndex(of: "/"),
                slash != start.clock.startIndex
            {
                route = String(start.clock[..<slash])
            }
        }
        /// The entries that filed what was ruled to be no use of the right.
        var void: Set<Position> = []
        for end in log.ends
        where end.slot.hasPrefix(ClockName.voidPrefix) && counts(end.position, end.at, end.on) {
            let filed =
                ClockName.decidingPrefix + end.slot.dropFirst(ClockName.voidPrefix.count)
            for start in log.starts where start.slot == filed { void.insert(start.position) }
        }
        for end in log.ends
        where !(end.slot == ClockName.remedy && void.contains(end.position))
            && counts(end.position, end.at, end.on)
        {
            marks.append(
                Mark(slot: end.slot, on: end.on, place: place(end.position), start: nil, end: end))
        }
        if marks.count > 1 { marks.sort { $0.isBefore($1) } }
        pair(marks)
        settleRedecisions(marks)
        settleFilingsBeforeService(marks, without: void)
        settleOpinions(marks)
        settleEmployer(marks)
        settleAppeals(marks)
        settlePauses(marks)
        nameOwners(marks)
        settleExclusion()
    }

    /// The law asks nothing of a matter that it excludes: what ended stays, and nothing else runs.
    private mutating func settleExclusion() {
        guard runs.contains(where: { $0.start.slot == ClockName.excluded }) else { return }
        runs.removeAll { $0.end == nil || $0.start.slot == ClockName.excluded }
    }

    /// The employer's time is that of each person: it begins with the case and ends with what is decided
    /// on that person, or with the case. A case that was opened again is decided once more.
    private mutating func settleEmployer(_ marks: [Mark]) {
        let cases = runs.filter { $0.start.slot == ClockName.employer }
        let persons = runs.filter { $0.start.slot.hasPrefix(ClockName.employerPrefix) }
        runs.removeAll { $0.start.slot.hasPrefix(ClockName.employerPrefix) }
        guard let first = cases.min(by: { $0.start.on < $1.start.on }), !persons.isEmpty else {
            return
        }
        runs.removeAll {
            $0.start.position == first.start.position && $0.start.slot == first.start.slot
        }
        for person in persons {
            // Named when the case was over: what began anew holds for that one.
            if let end = first.end, end.on < person.start.on { continue }
            var run = Run(start: first.start, end: person.end)
            run.start = first.start.of(person.start.subject, slot: person.start.slot)
            if let end = first.end, run.end.map({ end.on < $0.on }) ?? true { run.end = end }
            runs.append(run)
        }
        let decided = marks.filter { $0.end != nil && $0.slot.hasPrefix(ClockName.employerPrefix) }
        for index in runs.indices where runs[index].start.slot == ClockName.employer {
            let start = runs[index].start
            let end = decided.filter { $0.on >= start.on && $0.place > start.position }
                .min { ($0.on, $0.place) < ($1.on, $1.place) }?.end
            if let end, runs[index].end.map({ end.on < $0.on }) ?? true { runs[index].end = end }
        }
    }

    /// Where an appeal was accepted, and what a sanction became while a clock of it ran.
    private mutating func settleAppeals(_ marks: [Mark]) {
        let varied = marks.compactMap(\.end).filter { $0.slot == ClockName.varied }
        for index in runs.indices {
            let slot = runs[index].start.slot
            if slot.hasPrefix(ClockName.decidingPrefix) {
                let accepted =
                    "\(ClockName.accepted)/" + slot.dropFirst(ClockName.decidingPrefix.count)
                runs[index].accepted = marks.last { $0.slot == accepted }?.end
            } else if slot == ClockName.personnel {
                runs[index].varied = varied
            }
        }
    }

    /// From where to where a clock did not count; one that ended meanwhile counts no more at all.
    private mutating func settlePauses(_ marks: [Mark]) {
        for index in runs.indices {
            let run = runs[index]
            func days(_ name: String) -> [Mark] {
                marks.filter { $0.slot == "\(name)/\(run.start.slot)" }
            }
            let resumed = days(DatedEntry.resuming)
            for mark in days(DatedEntry.pausing) where run.start.on <= mark.on {
                if let end = run.end, end.on < mark.on { continue }
                let ended = resumed.first { $0.on >= mark.on && $0.place > mark.place }?.on
                runs[index].pauses.append((mark.on, ended ?? run.end?.on))
            }
        }
    }

    /// Who recorded something without a unit named nobody: then it is the time of the organ that is
    /// known of the file.
    private mutating func nameOwners(_ marks: [Mark]) {
        let known = marks.compactMap(\.start).first {
            $0.unit != nil && [ClockName.employer, ClockName.personnel].contains($0.slot)
        }
        organ = known?.unit
        guard let organ else { return }
        for index in runs.indices {
            let start = runs[index].start
            if start.unit == nil && start.person == nil && start.isOfTheOrgan {
                runs[index].start = start.owned(by: organ)
            }
        }
    }

    /// What was not answered when it was decided waits for nobody any more: it is a ground.
    private mutating func settleOpinions(_ marks: [Mark]) {
        let decided = marks.compactMap(\.end).filter { $0.slot == ClockName.opinion }
        guard !decided.isEmpty else { return }
        for index in runs.indices where runs[index].end == nil {
            let start = runs[index].start
            guard start.slot.hasPrefix(ClockName.opinionPrefix) else { continue }
            runs[index].end = decided.first { start.on <= $0.on }
        }
    }

    /// Of a decision that the organ made another of, the change of post is that of the organ that imposed
    /// it.
    private mutating func settleRedecisions(_ marks: [Mark]) {
        guard marks.contains(where: { $0.slot == ClockName.redecided }) else { return }
        let first = marks.first { $0.slot == ClockName.personnel && $0.start != nil }?.start
        for index in runs.indices
        where runs[index].start.slot == ClockName.personnel
            && runs[index].start.terms.authority == nil
        {
            let start = runs[index].start
            runs[index].start = start.of(
                ClockTerms(authority: first?.terms.authority, measure: start.terms.measure))
        }
    }

    /// Who filed before being served has used the right that the service tells of.
    private mutating func settleFilingsBeforeService(
        _ marks: [Mark], without void: Set<Position>
    ) {
        let filings = runs.map(\.start).filter {
            $0.slot.hasPrefix(ClockName.decidingPrefix) && !void.contains($0.position)
        }
        if filings.isEmpty { return }
        let decided = marks.filter { $0.slot == ClockName.redecided }
        for index in runs.indices where runs[index].end == nil {
            let start = runs[index].start
            guard start.slot == ClockName.remedy, !start.clock.hasPrefix("/") else { continue }
            // Those against the decision that was served, not against one before it.
            let decision = decided.last { ($0.on, $0.place) < (start.on, start.position) }
            let first = filings.filter { filed in
                decision.map { ($0.on, $0.place) < (filed.on, filed.position) } ?? true
            }.min { $0.position < $1.position }
            guard let first, first.on <= start.on else { continue }
            runs[index].end = ClockEnd(
                position: first.position, at: first.at, on: first.on, slot: start.slot)
        }
    }

    private struct Mark {
        let slot: String
        let on: CalendarDate
        let place: Position
        let start: ClockStart?
        let end: ClockEnd?

        /// By slot; within it by day, those of one day in the order recorded.
        func isBefore(_ other: Mark) -> Bool {
            if slot != other.slot { return slot < other.slot }
            return on == other.on ? place < other.place : on < other.on
        }
    }

    private mutating func pair(_ marks: [Mark]) {
        var open: Run?
        for mark in marks {
            if let running = open, running.start.slot != mark.slot {
                runs.append(running)
                open = nil
            }
            if let start = mark.start {
                // Started again while it ran: only the last runs. Whose time it is stays.
                let owner = start.unit == nil && start.person == nil ? open?.start.unit : nil
                open = Run(start: owner.map(start.owned) ?? start, end: nil)
            } else if let end = mark.end, var running = open {
                running.end = end
                runs.append(running)
                open = nil
            }
            if mark.slot == ClockName.consultation {
                if let ended = mark.end?.on {
                    commentsEnd = commentsEnd.map { min($0, ended) } ?? ended
                } else {
                    commentsEnd = mark.start?.due
                }
            }
        }
        if let open { runs.append(open) }
    }
}

extension ClockStart {
    /// The same clock, of one person of the case.
    fileprivate func of(_ subject: SubjectID?, slot: String) -> ClockStart {
        ClockStart(
            position: position, at: at, on: on, slot: slot, clock: clock, due: due, unit: unit,
            person: person, subject: subject, isOfOldKind: isOfOldKind, terms: terms,
            countedFrom: countedFrom)
    }

    /// The same clock, of another decision.
    fileprivate func of(_ terms: ClockTerms) -> ClockStart {
        ClockStart(
            position: position, at: at, on: on, slot: slot, clock: clock, due: due, unit: unit,
            person: person, subject: subject, isOfOldKind: isOfOldKind, terms: terms)
    }

    func owned(by unit: UnitID) -> ClockStart {
        ClockStart(
            position: position, at: at, on: on, slot: slot, clock: clock, due: due, unit: unit,
            person: person, subject: subject, isOfOldKind: isOfOldKind, terms: terms,
            countedFrom: countedFrom)
    }

    /// The same clock, from where the appeal was accepted.
    func accepted(by end: ClockEnd) -> ClockStart {
        ClockStart(
            position: end.position, at: end.at, on: end.on, slot: slot, clock: clock, due: due,
            unit: unit, person: person, subject: subject, isOfOldKind: isOfOldKind, terms: terms)
    }

    /// Whether it is the time of the organ that has the file: not that of one that decides an appeal,
    /// which may be another.
    fileprivate var isOfTheOrgan: Bool { !slot.hasPrefix(ClockName.decidingPrefix) }
}
