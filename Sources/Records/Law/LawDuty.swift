public import Vocabulary

/// The rules by which the ledger judges (规则库): 追责制度 Art. 17. Their texts are delivered as files, so
/// no verb with fields asks for them.
extension Duty {
    public static let law = Duty(
        noun: Noun("rules", tag: .rulebook, hasClocks: false),
        kinds: [
            .plain(RulebookActivated.self, "XZZ-2020-26#17", .law),
            .plain(CalendarLoaded.self, "民法典#203", .law),
        ],
        verbs: [], guards: [])
}

extension TagKind {
    public static let rulebook: TagKind = "rulebook"
    public static let calendar: TagKind = "calendar"
}

extension TrailPlace {
    /// It is about nobody.
    fileprivate static let law = TrailPlace(
        .always(.procedure), shows: nil, role: .none, course: .none, brings: nil)
}
