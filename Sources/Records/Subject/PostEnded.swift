internal import Law
public import Vocabulary

/// A person's post ended, and nothing followed it yet (免职、罢免).
///
/// - Units: From the day `on` of the entry the post is no longer held; an act of that same day still falls
///   in it.
/// - Refusals: ``EmploymentRefusal/noSuchPost(_:_:on:)``.
/// - Source: 政务处分法 Art. 18, 50; 地方组织法.
public struct PositionEnded: SubjectFact, Act {
    public static let type: EventType = "position.ended.v1"

    public let subject: SubjectID
    public let unit: UnitID
    /// Its title; absent: whatever post was held in the unit.
    public var post: String?
    public let ending: PostEnding
    /// The organ that ended it: the standing committee, the employer.
    public var organ: UnitID?
    /// The number of its decision (文号).
    public var instrument: String?
}

extension PositionEnded {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        subject = try fields.given("subject", \.subject, .tag)
        unit = try fields.given("unit", \.unit)
        ending = try fields.given("ending", \.ending)
        post = try fields.given("post", \.post)
        organ = try fields.given("organ", \.organ)
        instrument = try fields.given("instrument", \.instrument)
    }

    public var acting: Acting { .none }

    /// Only a post that was held can end.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        let person = try past.person(subject)
        let on = try circumstances.day()
        if person.log.stands(self, on: on) { return [] }
        let held = person.posts(on: on, known: person.knowledge(), leavingDayCounts: true)
        guard held.contains(where: { ends($0.post) }) else {
            throw .noSuchPost(subject, unit, on: on)
        }
        return [circumstances.draft(self, under: Basis.lifelong)]
    }

    /// The post that ended, as far as it is told.
    public var asPost: Post { Post(unit: unit, post: post) }

    /// Whether it is the post that ended.
    public func ends(_ held: Post) -> Bool {
        held.unit == unit && (post.map { $0 == held.post } ?? true)
    }
}

extension SubjectFile {
    /// Posts that ended without another (免职、罢免).
    public var postEndings: [Recorded<PositionEnded>] {
        log.facts(PositionEnded.self).filter { $0.fact.subject == id }
    }
}
