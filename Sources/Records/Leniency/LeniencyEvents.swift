public import Law
public import Vocabulary

/// That somebody helped is recognised (关怀情节认定).
public struct LeniencyID: Identifier {
    public static let tagKind: TagKind = .leniency
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

extension TagKind {
    public static let leniency: TagKind = "leniency"
}

/// What was done of one's own (主动情节).
public enum LeniencyFactor: String, Code {
    /// 挽回损失、消除影响、阻止危害结果发生.
    case lossRecovered, influenceRemoved, resultPrevented
}

/// Something done of one's own was recognised, and only lowers (认定从轻、减轻情节).
///
/// - Invariant: Monotone downward: a grade that it leads to is lighter than the one before.
/// - Units: `on` of the entry is the day of recognition, `actOn` that on which it was done.
/// - Source: 新左政发〔2020〕26号 task 12; of sanctions 政务处分法 Art. 11, which is not this.
public struct LeniencyRecognised: Fact, Act {
    public static let type: EventType = "leniency.recognised.v1"
    public static var duty: Duty { .leniency }
    public var acting: Acting { .none }

    public let leniency: LeniencyID
    public let record: CreditRecordID
    public let factor: LeniencyFactor
    public let actOn: CalendarDate
    /// What shows it.
    public let proof: String
    /// The grade that it leads to, and the standard by which.
    public var grade: String?
    public var standard: String?
    public var subject: SubjectID?
}

extension LeniencyRecognised {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        leniency = try fields.given("leniency", \.leniency, .tag)
        record = try fields.given("record", \.record, .tag)
        factor = try fields.given("leniencyFactor", \.factor)
        actOn = try fields.given("actOn", \.actOn)
        proof = try fields.given("proof", \.proof)
        grade = try fields.given("grade", \.grade)
        standard = try fields.given("standard", \.standard)
        subject = try fields.derived("subject", \.subject, .tag)
    }
}

/// What lowers (关怀): 新左政发〔2020〕26号 task 12.
extension Duty {
    public static let leniency = Duty(
        noun: Noun("leniency", tag: .leniency, hasClocks: false),
        kinds: [
            .plain(
                LeniencyRecognised.self, Basis.objection,
                TrailPlace(
                    .always(.repair), shows: .dishonesty, role: .none, course: .none, brings: nil))
        ],
        verbs: [.step(LeniencyRecognised.self, "leniency", "recognise", .required)],
        guards: [])
}
