internal import Law
public import Vocabulary

/// Complaints of how credit work was done (信用投诉): 新左政发〔2020〕26号 task 12.
extension Duty {
    public static let creditComplaint = Duty(
        noun: Noun("credit-complaint", tag: .creditComplaint, hasClocks: true),
        kinds: [
            EventKind(
                CreditComplaintFiled.self, source: Basis.objection, trail: .ofComplaints,
                clocks: Marks(starts: [CreditComplaintClock.answer], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.complaint.tag, CreditComplaintClock.answer, unit: fact.handler)
                    ]
                }, alike: nil),
            EventKind(
                CreditComplaintAnswered.self, source: "征信业管理条例#26", trail: .ofComplaints,
                clocks: .ending([CreditComplaintClock.answer]) { $0.complaint }, alike: nil),
        ],
        verbs: [
            .complaint(CreditComplaintFiled.self, "file"),
            .complaint(CreditComplaintAnswered.self, "answer"),
        ],
        guards: [])
}

enum CreditComplaintClock {
    static let answer = "creditComplaint.answer"
}

extension Verb {
    fileprivate static func complaint<A: Act & Fact>(_ act: A.Type, _ verb: String) -> Verb {
        Verb(
            act, "credit-complaint", verb, about: "creditComplaint", named: nil, records: act,
            dating: .required, second: .byRule, delivery: .mapped)
    }
}

extension TrailPlace {
    /// It stands on the trail of nobody; on a record's it says nothing of that.
    fileprivate static let ofComplaints = TrailPlace(
        .always(.procedure), shows: nil, role: .none, course: .none, brings: nil)
}
