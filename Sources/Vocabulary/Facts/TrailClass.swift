/// What an entry in a trail amounts to. Suspicion and finding are never one colour.
public enum TrailClass: String, Sendable, CaseIterable, Hashable {
    /// 登记: who the subject is.
    case registration
    /// 任职: posts and service.
    case post
    /// 程序: steps that say nothing about anybody's responsibility.
    case procedure
    /// 疑似: complaints, namings and recommendations. Never a finding.
    case suspected
    /// 认定属实: found responsible.
    case found
    /// 认定不属实、未能认定或不予追责: looked into, and not found responsible.
    case cleared
    /// 处分、处理: imposed, not executed or annulled.
    case sanction
    /// 更正、撤回.
    case correction
    /// 决策: a major decision the person had a part in. Says nothing about responsibility.
    case decision
    /// 救济: appeals, and what follows from an annulment.
    case remedy
    /// 未知类别: what a newer program wrote and this one cannot read.
    case opaque
    /// 失信记录: somebody is on record, and what happened to that.
    case record
    /// 异议: somebody objects to a record, and what was decided on that.
    case objection
    /// 修复: a record was repaired, which is neither annulled nor run out.
    case repair
}

/// Where the entries of a kind stand in a trail, and what they show there.
public struct TrailPlace: Sendable {
    /// What an entry amounts to.
    public enum Class: Sendable {
        case always(TrailClass)
        /// By the code that a field holds; one that is not listed is of a later release.
        case by(StaticString, [String: TrailClass])
    }

    /// Whose role is shown beside it.
    public enum Role: Sendable {
        case none
        /// The one it copied itself, in its field `role`.
        case own
        /// The one copied when the person was named in the same case.
        case named
        /// What the person was in the last meeting on the same decision.
        case ofDecision
    }

    /// Whether it tells how the file of a case or decision went, so that it stands on the trail of
    /// everybody whom that file concerns.
    public enum Course: Sendable {
        case none
        case of(TagKind)
        /// Only where it names nobody: what is said of one person stays with that person.
        case whenNamingNobody(TagKind)
    }

    public let `class`: Class
    /// The kind of file shown beside it.
    public let shows: TagKind?
    public let role: Role
    public let course: Course
    /// The kind of file whose course it brings onto the trail of whom it concerns.
    public let brings: TagKind?

    public init(_ class: Class, shows: TagKind?, role: Role, course: Course, brings: TagKind?) {
        self.class = `class`
        self.shows = shows
        self.role = role
        self.course = course
        self.brings = brings
    }
}
