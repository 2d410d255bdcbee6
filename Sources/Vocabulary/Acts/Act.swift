/// Something that an officer asks to have recorded. It may be refused; an event may not.
///
/// Mostly the act is the fact: what is asked is what is recorded, once the decider has derived what
/// nobody should type (the role held then, a deadline, whom a sanction concerns).
public protocol Act: FieldRecord {
    /// What must be known to decide it: the past carries these tags.
    var concerns: [Tag] { get }
    /// Where it is a step, and who acts in it.
    var acting: Acting { get }
    /// Decides; never acts. I6: the same past and circumstances always give the same answer.
    ///
    /// Nothing to record (it is there already) is an empty list, not a refusal.
    func decide(over past: some Past, under circumstances: Circumstances) throws(Refusal)
        -> [Draft]
}

extension Act {
    public var concerns: [Tag] { declaredTags }
}

/// Where an act is a step, and the officials whom it names as acting there (经办人员).
public struct Acting: Hashable, Sendable {
    /// The file in which it is a step; nil: none from which anybody could be excluded.
    public let file: Tag?
    public let officials: [SubjectID]
    /// Who may take this very step though excluded: it declares just that of themselves (申请回避).
    public let bySelf: SubjectID?

    public init(in file: Tag?, officials: [SubjectID] = [], bySelf: SubjectID? = nil) {
        self.file = file
        self.officials = officials
        self.bySelf = bySelf
    }

    /// No step of anything.
    public static let none = Acting(in: nil)
}
