public import Vocabulary

/// Who there is, whom they serve and since when (主体、任职、机构撤并): 追责制度 Art. 2 and 3;
/// 新左政发〔2020〕26号 tasks 8 and 14.
extension Duty {
    public static let subject = Duty(
        noun: Noun("subject", tag: .subject, hasClocks: false),
        kinds: [
            .plain(SubjectRegistered.self, "XZZ-2020-26-T8", .own(.registration)),
            .plain(SubjectRenamed.self, "XZZ-2020-26-T8", .own(.registration)),
            .plain(EmploymentBegan.self, "XZZ-2020-26#2", .own(.post)),
            .plain(PositionAssumed.self, "XZZ-2020-26#3", .own(.post)),
            EventKind(
                PositionTransferred.self, source: "XZZ-2020-26#3", trail: .own(.post),
                clocks: .none, alike: PositionAssumed.self),
            .plain(PositionEnded.self, "政务处分法#50", .own(.post)),
            .plain(PositionSuspended.self, "XZZ-2020-26#14", .own(.post)),
            .plain(PositionReinstated.self, "XZZ-2020-26#14", .own(.post)),
            .plain(EmploymentEnded.self, "XZZ-2020-26#3", .own(.post)),
            .plain(OrganisationRestructured.self, "XZZ-2020-26#3", .own(.procedure)),
        ],
        verbs: [
            verb(
                SubjectRegistered.self, "register", "registerSubject",
                records: SubjectRegistered.self, .optional),
            Verb(
                SubjectRenamed.self, "subject", "rename", about: "subject", named: nil,
                records: SubjectRenamed.self, dating: .required, second: .required,
                delivery: .mapped),
            verb(
                EmploymentBegan.self, "begin", "beginEmployment", records: EmploymentBegan.self,
                .optionalAhead),
            verb(
                TakePost.self, "take-post", "takePost", records: PositionAssumed.self,
                .optionalAhead),
            verb(
                PositionEnded.self, "end-post", "endPost", records: PositionEnded.self,
                .required),
            verb(
                PositionSuspended.self, "suspend", "suspendPost", records: PositionSuspended.self,
                .optional),
            verb(
                PositionReinstated.self, "reinstate", "reinstatePost",
                records: PositionReinstated.self, .optional),
            verb(
                EmploymentEnded.self, "leave", "endEmployment", records: EmploymentEnded.self,
                .optionalAhead),
            Verb(
                OrganisationRestructured.self, "subject", "restructure", about: "predecessor",
                named: nil, records: OrganisationRestructured.self, dating: .required,
                second: .required, delivery: .mapped),
        ],
        guards: [SubjectGuard()])

    private static func verb<A: Act>(
        _ act: A.Type, _ verb: String, _ name: String, records: any Fact.Type,
        _ dating: Verb.Dating
    ) -> Verb {
        Verb(
            act, "subject", verb, about: "subject", named: name, records: records,
            dating: dating, second: .byRule, delivery: .mapped)
    }
}

extension TagKind {
    public static let subject: TagKind = SubjectID.tagKind
}

/// What happened to a subject.
protocol SubjectFact: Fact {}

extension SubjectFact {
    public static var duty: Duty { .subject }
}

extension TrailPlace {
    /// It stands on the trail of whom it names, and says nothing of a case.
    fileprivate static func own(_ class: TrailClass) -> TrailPlace {
        TrailPlace(.always(`class`), shows: nil, role: .none, course: .none, brings: nil)
    }
}
