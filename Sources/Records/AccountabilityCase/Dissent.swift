internal import Law
internal import Vocabulary

extension Past {
    /// What the decision's file says of the person's part in it; nil where the case is on none, or the
    /// person had none.
    func participation(of subject: SubjectID, in course: CasePast) -> Participation? {
        guard let id = course.opening?.fact.decision, let file = decision(id) else {
            return nil
        }
        return file.past().participants().first { $0.subject == subject }
    }

    /// D2 19: a recorded dissent on the adopted decision surfaces as mitigation in the person's case,
    /// whenever it comes to light there, and once.
    ///
    /// - Returns: Nil where there is none, or it surfaced already.
    func dissent(of subject: SubjectID, in course: CasePast) -> MitigationFound? {
        let hasSurfaced = course.mitigations(for: subject).contains {
            $0.fact.code == MitigationFound.dissent
        }
        if hasSurfaced { return nil }
        guard let meeting = participation(of: subject, in: course)?.dissent else { return nil }
        return MitigationFound(
            case: course.file.case, subject: subject, code: MitigationFound.dissent,
            evidence: [Evidence(meeting)], note: nil)
    }

    /// The drafts of a step that concerns the person, and the dissent that it brings to light.
    func surfacing(
        _ drafts: [Draft], about subject: SubjectID, in course: CasePast,
        _ circumstances: Circumstances, besides code: String? = nil
    ) -> [Draft] {
        guard let fact = dissent(of: subject, in: course), fact.code != code else {
            return drafts
        }
        if let first = drafts.first {
            var same = circumstances
            same.on = first.on
            return drafts + [
                same.consequence(fact, under: Self.dissentRule)
            ]
        }
        var draft = circumstances.draft(fact, under: Self.dissentRule)
        draft.cause = course.naming(of: subject)?.position
        return [draft]
    }

    private static var dissentRule: String { "713#38" }
}

extension MitigationFound {
    /// The code of a recorded dissent (有记录的不同意见) in every edition of the rules.
    static let dissent = "dissent"
}
