public import Vocabulary

/// Every duty there is: the one list of them. What they hold stands in their folders.
public enum Duties {
    /// In the order in which a case comes about.
    public static let all: [Duty] = [
        .subject, .complaint, .accountabilityCase, .sanction, .correction, .decision, .appeal,
        .instrument, .dishonesty, .objection, .creditComplaint, .repair, .leniency, .rule,
        .destruction, .timekeeping, .law,
    ]

    /// What the house knows: its kinds and verbs by name.
    public static let register = DutyRegister(all)
}
