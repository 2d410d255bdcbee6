public import Vocabulary

/// Complaints and tips (信访举报): 新左政发〔2020〕26号 task 19. Intake stands open to whoever complains:
/// receiving one is no step of a case.
extension Duty {
    public static let complaint = Duty(
        noun: Noun("complaint", tag: .complaint, hasClocks: false),
        kinds: [
            EventKind(
                ComplaintReceived.self, source: "XZZ-2020-26-T19",
                trail: TrailPlace(
                    .always(.suspected), shows: .case, role: .none, course: .of(.case),
                    brings: nil),
                clocks: .none, alike: nil)
        ],
        verbs: [
            Verb(
                ComplaintReceived.self, "complaint", "receive", about: "complaint",
                named: "receiveComplaint", records: ComplaintReceived.self, dating: .optional,
                second: .byRule, delivery: .mapped)
        ],
        guards: [])
}

extension TagKind {
    public static let complaint: TagKind = "complaint"
}
