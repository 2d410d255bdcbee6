import Law
import Vocabulary

/// The marks of a file that were known at a moment, still stood, and had happened by a day, paired.
struct ClockFacts {
    /// One clock, from its start to what ended it.
    struct Run {
        let start: ClockStart
        var end: ClockEnd?
    }

    /// Each clock that nothing replaced while it ran.
    private(set) var runs: [Run] = []
    /// The last day for comments, or the day on which they were closed.
    private(set) var commentsEnd: CalendarDate?
    /// The route of remedy that the file goes.
    private(set) var route: String?

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
        settleFilingsBeforeService(without: void)
        settleOpinions(marks)
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

    /// Who filed before being served has used the right that the service tells of.
    private mutating func settleFilingsBeforeService(without void: Set<Position>) {
        let filings = runs.map(\.start).filter {
            $0.slot.hasPrefix(ClockName.decidingPrefix) && !void.contains($0.position)
        }
        guard let first = filings.min(by: { $0.position < $1.position }) else { return }
        for index in runs.indices where runs[index].end == nil {
            let start = runs[index].start
            guard start.slot == ClockName.remedy, !start.clock.hasPrefix("/"),
                first.on <= start.on
            else { continue }
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
                // Started again while it ran: only the last runs.
                open = Run(start: start, end: nil)
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
