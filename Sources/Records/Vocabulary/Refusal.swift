/// Why a command is not recorded, in order of precedence: what was asked is read first, then who
/// and what it is about, then whether the law allows it.
///
/// Carries identifiers and days, never names or free text.
public enum Refusal: Error, Hashable, Sendable {
    /// A name that no command has.
    case unknownCommand(String)
    /// A required field is absent.
    case missing(String)
    /// The text is not 1…64 of `A–Z a–z 0–9 . _ -`.
    case notAnIdentifier(String)
    /// The day does not exist, or is not written `YYYY-MM-DD`. `value` is empty unless it is made
    /// of digits and separators alone: anything else might be somebody's name.
    case impossibleDate(field: String, value: String)
    /// The value is none of the codes the field knows.
    case notOneOf(String, [String])
    /// The number is outside what the field can hold.
    case outOfRange(field: String, lowest: Int, highest: Int)
    /// What has not happened yet cannot be recorded as having happened.
    case notYet(CalendarDate, today: CalendarDate)
    /// A digest that is none: not 64 hexadecimal digits.
    case notADigest(String)
    /// A weighty act without a second person behind it (双人复核).
    case needsApprover(String)
    /// Recorded and approved by the same person.
    case approverIsRecorder(String)
    /// Nothing is registered under the identifier.
    case unknownSubject(SubjectID)
    /// Registered, but a unit or organisation.
    case notAPerson(SubjectID)
    /// Registered, but a person.
    case notAUnit(SubjectID)
    /// A unit does not become itself.
    case mergedIntoItself(UnitID)
    /// The unit ended in another already.
    case alreadyMerged(UnitID, into: UnitID)
    /// No case of that number was opened.
    case unknownCase(CaseID)
    /// Registered already, with other content.
    case alreadyRegistered(SubjectID)
    /// The predecessor is not in the register.
    case predecessorUnknown(UnitID)
    /// Received already, with other content.
    case complaintAlreadyReceived(ComplaintID)
    /// The person is not named in the case, so there is no role to hold responsible.
    case notNamedInCase(SubjectID, CaseID)
    /// The person had left on the day the measure takes effect. 政务处分法 Art. 27.
    case subjectNotInService(SubjectID, since: CalendarDate, reason: Departure)
    /// The person had left already, and did not begin again.
    case alreadyLeft(SubjectID, since: CalendarDate, reason: Departure)
    /// There is no suspension to return from.
    case notSuspended(SubjectID)
    /// The number belongs to another sanction.
    case sanctionNumberTaken(SanctionID)
    /// No such sanction was imposed on this person in this case.
    case sanctionUnknown(SanctionID)
    /// Annulled already, by another body or on another ground.
    case alreadyAnnulled(SanctionID)
    /// The entry is not in the file of what the command is about.
    case unknownEntry(Position)
    /// The entry no longer stands.
    case alreadySuperseded(Position, by: Position)
    /// A correction concerns the same people and things as what it corrects.
    case correctionOfOthers(Position)
    /// A correction is of the same kind as what it corrects.
    case correctionOfAnotherKind(Position)
    /// The law that is activated gives no answer.
    case law(LawFault)
    /// What the rules on decisions do not allow.
    case decision(DecisionRefusal)
    /// What the rules on cases do not allow.
    case proceeding(ProceedingRefusal)
    /// What the rules on sanctions do not allow.
    case measure(MeasureRefusal)
    /// What the rules on remedies do not allow.
    case appeal(AppealRefusal)
}

/// What a refusal says: stable for machines, with its source, in both languages.
struct RefusalWording {
    let code: String
    let source: String
    let chinese: String
    let english: String

    init(_ code: String, _ source: String, _ chinese: String, _ english: String) {
        self.code = code
        self.source = source
        self.chinese = chinese
        self.english = english
    }
}

extension Refusal: FieldFailure {
    static func notADate(_ field: String, _ value: String) -> Self {
        let harmless =
            value.utf8.count <= 24
            && value.utf8.allSatisfy { byte in
                (48...57).contains(byte) || "-/. :".utf8.contains(byte)
            }
        return .impossibleDate(field: field, value: harmless ? value : "")
    }
}
