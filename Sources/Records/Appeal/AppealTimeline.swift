public import Law
public import Vocabulary

/// The remedies against one sanction, stage by stage, with the clocks that run (申诉时间线).
///
/// What lapses is computed, never recorded: no filing by the last day, and the decision is final.
public struct AppealTimeline: Hashable, Sendable {
    /// One appeal, at one stage.
    public struct Stage: Hashable, Sendable {
        public let course: AppealCourse
        public let titleChinese: String
        public let titleEnglish: String
        /// Its time to decide; nil on a route without a clock.
        public let deciding: ClockReading?
        /// The time to carry it on, from the service of its outcome.
        public let next: ClockReading?

        public var appeal: AppealID { course.appeal }
        public var state: AppealState { course.state }
    }

    public let sanction: SanctionID
    public let `case`: CaseID
    public let subject: SubjectID
    public let asOf: CalendarDate
    public let knownAt: Instant?
    public let imposed: Recorded<SanctionImposed>
    /// How it was served, and what the person was told.
    public let service: Recorded<SanctionServed>?
    /// The decision that is objected to: as imposed, or as the organ made it since.
    public let decision: SanctionDecision
    /// What it is on the day: as imposed, or as changed last; nil once it is annulled.
    public let measure: Measure?
    public let months: Int?
    /// The time to file the first stage.
    public let filing: ClockReading?
    /// In the order of filing.
    public let stages: [Stage]
    /// Since when nothing can be filed any more; nil while something can, or is pending.
    public let finalSince: CalendarDate?

    /// Whether something is to be decided, or can still be filed.
    public var isOpen: Bool { finalSince == nil && measure != nil }
    /// Every clock, in the order in which they started.
    public var clocks: [ClockReading] {
        let all = [filing] + stages.flatMap { [$0.deciding, $0.next] }
        return all.compactMap(\.self)
    }

    /// - Parameters:
    ///   - appeal: Gives the file of an appeal.
    ///   - law: As the ledger knows it now.
    /// - Returns: Nil when by then no sanction stood.
    public init?<Failure: Error>(
        of file: SanctionFile, under law: Law, asOf: CalendarDate, knownAt: Instant? = nil,
        appealsFrom appeal: (AppealID) throws(Failure) -> AppealFile?
    ) throws(Failure) {
        let law = law.known(at: knownAt)
        let log = file.log
        let imposed = log.latest(SanctionImposed.self, by: asOf, knownAt: knownAt)
        guard let imposed else { return nil }
        var clocks = ClockLog()
        for recorded in log.entries { clocks.apply(recorded, under: file.sanction.tag) }
        var reader = ClockReader(law: law, asOf: asOf, knownAt: knownAt)
        let readings = reader.readings(of: clocks, under: file.sanction.tag)

        var stages: [Stage] = []
        for filed in log.standing(AppealFiled.self, by: asOf, knownAt: knownAt) {
            let id = filed.fact.appeal
            guard let course = try appeal(id)?.course(by: asOf, knownAt: knownAt) else { continue }
            let rule = filed.on.flatMap {
                law.bodies(on: $0)?.route(filed.fact.route)?.stage(filed.fact.stage)
            }
            stages.append(
                Stage(
                    course: course, titleChinese: rule?.titleChinese ?? filed.fact.stage,
                    titleEnglish: rule?.titleEnglish ?? filed.fact.stage,
                    deciding: readings.last { $0.start.slot == ClockName.deciding(id) },
                    next: readings.first {
                        $0.start.slot == ClockName.remedy
                            && $0.start.position == course.service?.position
                    }))
        }
        sanction = file.sanction
        self.case = imposed.fact.case
        subject = imposed.fact.subject
        self.asOf = asOf
        self.knownAt = knownAt
        self.imposed = imposed
        guard let span = file.decision(by: asOf, knownAt: knownAt, under: law) else { return nil }
        decision = span.decision
        let service = log.standing(SanctionServed.self, by: asOf, knownAt: knownAt)
            .last(where: span.holds)
        self.service = service
        let isAnnulled = log.latest(SanctionAnnulled.self, by: asOf, knownAt: knownAt) != nil
        let change = Change.all(
            of: imposed.fact, log.standing(SanctionVaried.self, by: asOf, knownAt: knownAt),
            log.standing(SanctionRectified.self, by: asOf, knownAt: knownAt), under: law
        ).last
        measure = isAnnulled ? nil : change?.measure ?? imposed.fact.measure
        months = isAnnulled ? nil : change.map { $0.months } ?? imposed.fact.months
        filing = readings.first {
            $0.start.slot == ClockName.remedy && $0.start.position == service?.position
        }
        self.stages = stages
        finalSince = Self.finality(
            of: stages.filter { span.holds($0.course.filing) }, filing, law)
    }

    /// The first day on which nothing can be filed any more.
    private static func finality(of stages: [Stage], _ filing: ClockReading?, _ law: Law)
        -> CalendarDate?
    {
        // What was taken back had been pending: until then nothing was final.
        let pending = stages.last?.course.withdrawal?.on
        let stages = stages.filter { !$0.course.leavesStageOpen }
        let final = finality(ofUsed: stages, filing, law)
        return final.map { max($0, pending ?? $0) }
    }

    private static func finality(ofUsed stages: [Stage], _ filing: ClockReading?, _ law: Law)
        -> CalendarDate?
    {
        guard let last = stages.last else { return lapse(filing) }
        if let decision = last.course.decision {
            // Annulled, or for the organ to decide anew: this one is not carried on.
            if !decision.fact.outcome.leavesSomething { return decision.on }
            // After the last stage there is nothing to file; the outcome is final when it is made.
            let filed = last.course.filing
            let rules = filed.on.flatMap { law.bodies(on: $0) }
            let isLast =
                rules?.route(filed.fact.route)?.stages.last?.code == filed.fact.stage
            return isLast ? decision.on : lapse(last.next)
        }
        // Not examined: the stage is used up, and there is no outcome to carry on.
        guard last.course.hasEnded else { return nil }
        return lapse(stages.dropLast().last?.next ?? filing) ?? last.course.ruling?.on
    }

    private static func lapse(_ reading: ClockReading?) -> CalendarDate? {
        guard let reading, let due = reading.due else { return nil }
        return switch reading.state {
        case .lapsed, .filedLate: due.next
        case .running, .met, .metLate, .overdue, .reached, .undetermined, .open: nil
        }
    }
}

/// How far an appeal has come, in one word.
public enum AppealState: String, Code {
    /// 已提出、已受理、不予受理、已审理、维持、变更、撤销、发回、已撤回.
    case filed, admitted, inadmissible, heard, maintained, varied, annulled, remitted, withdrawn
}

extension AppealCourse {
    public var state: AppealState {
        if let decision {
            switch decision.fact.outcome {
            case .maintained: return .maintained
            case .varied: return .varied
            case .annulled: return .annulled
            case .remitted: return .remitted
            }
        }
        if withdrawal != nil { return .withdrawn }
        if isInadmissible { return .inadmissible }
        if !hearings.isEmpty { return .heard }
        return ruling == nil ? .filed : .admitted
    }
}
